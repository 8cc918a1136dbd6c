// When an object was made, when it died and why, from the log: in numbers and in one sentence.
import type { Lifetime } from '../recording-types.ts';
import type { ObjectSerial } from '../snapshot/schema.ts';
import type { RunLog } from './run-log.ts';
import { RETURN_CONST, RETURN_VALUE } from '../compiler/opcodes.ts';
import { numbered } from '../snapshot/holders.ts';
import { Death } from './run-log.ts';
import { momentAt } from './navigation.ts';

/** The lifetime of an object of the program; null for a serial that the run never gave. `sourceLine` answers the text of a line. */
export function lifetimeOf(log: RunLog, serial: ObjectSerial, sourceLine: (line: number) => string): Lifetime | null {
  const { lives } = log;
  const row = serial - lives.firstSerial;
  if (!(serial > 0 && serial < log.serialsEnd)) return null;
  if (row < 0 || lives.exists.at(row) === 0) return ofTheInterpreter(serial);
  const type = lives.typeNames[lives.type.at(row)] ?? null;
  const death = lives.death.at(row);
  const isDead = death !== Death.NONE;
  const diedLine = isDead ? lives.diedLine.at(row) || null : null;
  return {
    serial,
    type,
    bornStep: momentAt(log, lives.bornStep.at(row)),
    bornLine: lives.bornLine.at(row) || null,
    diedStep: isDead ? momentAt(log, lives.diedStep.at(row)) : null,
    diedLine,
    collection: death === Death.COLLECTED ? lives.diedBy.at(row) : null,
    cause: causeOf(log, row, death, diedLine, sourceLine),
  };
}

function ofTheInterpreter(serial: ObjectSerial): Lifetime {
  return { serial, type: null, bornStep: null, bornLine: null, diedStep: null, diedLine: null, collection: null, cause: 'it belongs to the interpreter itself' };
}

function causeOf(log: RunLog, row: number, death: number, line: number | null, sourceLine: (line: number) => string): string {
  const { lives } = log;
  if (death === Death.NONE) return 'alive at the end of the program';
  const where = line === null ? '' : ` in \`${clipped(sourceLine(line).trim())}\` (line ${line})`;
  if (death === Death.COLLECTED) {
    const generation = log.collections[lives.diedBy.at(row)]?.generation;
    return `it was part of unreachable garbage: the collection of generation ${generation ?? '?'} freed it${line === null ? '' : ` during line ${line}`}`;
  }
  const opcode = lives.diedBy.at(row);
  const holder = lives.diedWith.at(row);
  if (holder !== 0) {
    const type = lives.typeNames[lives.type.at(holder - lives.firstSerial)] || 'object';
    return `${numbered(type, lives.ordinalOf(holder))}, which held the last reference to it, died${where}`;
  }
  if (opcode === RETURN_VALUE || opcode === RETURN_CONST) return `its last name went away when the function returned${line === null ? '' : ` (line ${line})`}`;
  return `its reference count reached zero${where}`;
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
