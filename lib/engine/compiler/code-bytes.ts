// A code unit in CPython's own encodings: byte offsets, co_code, the exception table and the location table
// (CPython 3.13 Python/assemble.c; Objects/locations.md, Objects/exception_handling_notes.txt). All of it is made of the version's own instructions (ownCode) with the
// version's numbers and inline caches (encodings/); those executed here are another matter.
import type { CodeUnit, InstructionList } from './code-unit.ts';
import type { Encoding } from './encodings/encoding.ts';
import {
  END_ASYNC_FOR, JUMP_BACKWARD, JUMP_BACKWARD_COLD, OPCODES, POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_TRUE,
  RESUME, RESUME_COLD, SEND,
} from './opcodes.ts';

/** The instructions as the version has them. */
function ownCode(unit: CodeUnit): InstructionList {
  return unit.own ?? unit;
}

/** The own instruction that the executed one at `i` stands for. */
function ownIndex(unit: CodeUnit, i: number): number {
  return unit.own === null ? i : (unit.own.origins[i] ?? 0);
}

/** Distance of each instruction from the start in code units of two bytes; one entry more than there are instructions. */
interface Layout {
  readonly starts: Int32Array;
  /** CPython's oparg: jumps as distances. */
  readonly opargs: Int32Array;
}

const layouts = new WeakMap<CodeUnit, Layout>();

/** Offsets of the own instructions; EXTENDED_ARG prefixes count to the instruction that they extend. */
function layoutOf(unit: CodeUnit): Layout {
  let layout = layouts.get(unit);
  if (layout === undefined) layouts.set(unit, (layout = computeLayout(unit)));
  return layout;
}

/** Jump distances depend on instruction sizes and these on the distances: repeat until nothing grows. */
function computeLayout(unit: CodeUnit): Layout {
  const code = ownCode(unit);
  const count = code.ops.length;
  const { encoding } = unit;
  const opargs = code.args.map((arg, i) => (encoding.hasArgument(code.ops[i] ?? 0) ? arg : 0));
  const starts = new Int32Array(count + 1);
  const { caches } = unit.encoding;
  for (let changed = true; changed; ) {
    changed = false;
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (starts[i] !== at) changed = true;
      starts[i] = at;
      at += extendedArgs(opargs[i] ?? 0) + 1 + (caches[code.ops[i] ?? 0] ?? 0);
    }
    if (starts[count] !== at) changed = true;
    starts[count] = at;
    for (let i = 0; i < count; i++) {
      const distance = (starts[code.args[i] ?? 0] ?? 0) - (starts[i + 1] ?? 0);
      if (OPCODES[code.ops[i] ?? 0]?.hasJump === true) opargs[i] = Math.abs(distance);
      else if (code.ops[i] === END_ASYNC_FOR && encoding.hasArgument(END_ASYNC_FOR)) opargs[i] = -distance - sendLength(encoding);
    }
  }
  return { starts, opargs };
}

/** Code units from a SEND to the END_SEND that END_ASYNC_FOR is to find: SEND, YIELD_VALUE, RESUME, JUMP_BACKWARD_NO_INTERRUPT (END_SEND_OFFSET). */
function sendLength({ caches }: Encoding): number {
  return 4 + (caches[SEND] ?? 0) + (caches[RESUME] ?? 0);
}

function extendedArgs(arg: number): number {
  return arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
}

/** Byte of an executed instruction in co_code, behind its EXTENDED_ARG prefixes (f_lasti, tb_lasti). */
export function instructionOffset(unit: CodeUnit, i: number): number {
  return i < 0 ? -1 : ownOffset(unit, ownIndex(unit, i));
}

function ownOffset(unit: CodeUnit, own: number): number {
  const { starts, opargs } = layoutOf(unit);
  return 2 * ((starts[own] ?? 0) + extendedArgs(opargs[own] ?? 0));
}

/** The executed instruction at a byte of co_code. */
export function instructionIndex(unit: CodeUnit, byte: number): number {
  let i = 0;
  while (i + 1 < unit.ops.length && instructionOffset(unit, i) < byte) i++;
  return i;
}

/** What every code object of a unit shares. */
interface Encoded {
  /** What the loop reads: `arg << 8 | op` of every instruction. */
  readonly words: Int32Array;
  readonly lineTable: Uint8Array;
  readonly exceptionTable: Uint8Array;
}

const encodings = new WeakMap<CodeUnit, Encoded>();

/** The encodings of a unit, made once: each machine makes code objects of the bundled modules anew. */
export function encodedOf(unit: CodeUnit): Encoded {
  let encoded = encodings.get(unit);
  if (encoded === undefined) {
    const words = Int32Array.from(unit.args, (arg, i) => (arg << 8) | (unit.ops[i] ?? 0));
    encodings.set(unit, (encoded = { words, lineTable: lineTableBytes(unit), exceptionTable: exceptionTableBytes(unit) }));
  }
  return encoded;
}

const coldWords = new WeakMap<CodeUnit, Int32Array>();

/**
 * The words of code that 3.11 has not quickened: what its compiler's RESUME and JUMP_BACKWARD are counts runs (_PyCode_Warmup). A conditional jump backwards,
 * here one over an unconditional one, does not.
 */
export function coldWordsOf(unit: CodeUnit): Int32Array {
  let cold = coldWords.get(unit);
  if (cold === undefined) {
    const { ops, args } = unit;
    cold = encodedOf(unit).words.map((word, i) => {
      if (ops[i] === RESUME) return (word & ~255) | RESUME_COLD;
      const isConditional = args[i - 1] === i + 1 && CONDITIONAL_JUMPS.has(ops[i - 1] ?? 0);
      return ops[i] === JUMP_BACKWARD && !isConditional ? (word & ~255) | JUMP_BACKWARD_COLD : word;
    });
    coldWords.set(unit, cold);
  }
  return cold;
}

const CONDITIONAL_JUMPS = new Set<number>([POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE]);

/** Length of co_code in code units. */
export function codeUnitCount(unit: CodeUnit): number {
  return layoutOf(unit).starts[ownCode(unit).ops.length] ?? 0;
}

/** co_code. */
export function codeBytes(unit: CodeUnit): Uint8Array {
  const { opargs } = layoutOf(unit);
  const bytes: number[] = [];
  const { numbers, caches, extendedArg } = unit.encoding;
  ownCode(unit).ops.forEach((op, i) => {
    const arg = opargs[i] ?? 0;
    for (let k = extendedArgs(arg); k > 0; k--) bytes.push(extendedArg, (arg >>> (8 * k)) & 0xff);
    bytes.push(Math.max(0, numbers[op] ?? 0), arg & 0xff);
    for (let k = caches[op] ?? 0; k > 0; k--) bytes.push(0, 0);
  });
  return Uint8Array.from(bytes);
}

/** co_exceptiontable: start, length, target in code units, depth and lasti, each as a big-endian varint of 6-bit groups. */
function exceptionTableBytes(unit: CodeUnit): Uint8Array {
  const { starts } = layoutOf(unit);
  const bytes: number[] = [];
  for (const entry of ownCode(unit).exceptionTable) {
    const start = starts[entry.start] ?? 0;
    const end = starts[entry.end] ?? 0;
    if (start === end) continue;
    exceptionVarint(bytes, start, 0x80);
    exceptionVarint(bytes, end - start, 0);
    exceptionVarint(bytes, starts[entry.target] ?? 0, 0);
    exceptionVarint(bytes, (entry.depth << 1) | (entry.lasti ? 1 : 0), 0);
  }
  return Uint8Array.from(bytes);
}

function exceptionVarint(bytes: number[], value: number, flag: number): void {
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value >> shift === 0) continue;
    bytes.push(((value >> shift) & 0x3f) | 0x40 | flag);
    flag = 0;
  }
  bytes.push((value & 0x3f) | flag);
}

interface Location {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

function locationOf(code: InstructionList, i: number): Location {
  return { line: code.linenos[i] ?? -1, endLine: code.endLinenos[i] ?? -1, column: code.colOffsets[i] ?? -1, endColumn: code.endColOffsets[i] ?? -1 };
}

function sameLocation(a: Location, b: Location): boolean {
  return a.line === b.line && a.endLine === b.endLine && a.column === b.column && a.endColumn === b.endColumn;
}

/** co_linetable: one entry for at most eight code units with the same position. */
function lineTableBytes(unit: CodeUnit): Uint8Array {
  const { starts } = layoutOf(unit);
  const code = ownCode(unit);
  const isSplit = unit.encoding.table.placesEveryInstruction === true;
  const bytes: number[] = [];
  let previousLine = unit.firstlineno;
  for (let i = 0; i < code.ops.length; ) {
    const location = locationOf(code, i);
    let end = i + 1;
    while (!isSplit && end < code.ops.length && sameLocation(location, locationOf(code, end))) end++;
    for (let left = (starts[end] ?? 0) - (starts[i] ?? 0); left > 0; left -= 8) {
      locationEntry(bytes, Math.min(left, 8), location, previousLine);
      if (location.line >= 0) previousLine = location.line;
    }
    i = end;
  }
  return Uint8Array.from(bytes);
}

function locationEntry(bytes: number[], units: number, at: Location, previousLine: number): void {
  const head = (code: number): void => void bytes.push(0x80 | (code << 3) | (units - 1));
  if (at.line < 0) return head(15);
  const delta = at.line - previousLine;
  if (at.column < 0 || at.endColumn < 0) {
    if (at.endLine === at.line || at.endLine < 0) {
      head(13);
      return signedVarint(bytes, delta);
    }
  } else if (at.endLine === at.line) {
    if (delta === 0 && at.column < 80 && at.endColumn - at.column < 16 && at.endColumn >= at.column) {
      head(at.column >> 3);
      return void bytes.push(((at.column & 7) << 4) | (at.endColumn - at.column));
    }
    if (delta >= 0 && delta < 3 && at.column < 128 && at.endColumn < 128) {
      head(10 + delta);
      return void bytes.push(at.column, at.endColumn);
    }
  }
  head(14);
  signedVarint(bytes, delta);
  varint(bytes, at.endLine - at.line);
  varint(bytes, at.column + 1);
  varint(bytes, at.endColumn + 1);
}

function varint(bytes: number[], value: number): void {
  while (value >= 64) {
    bytes.push(0x40 | (value & 0x3f));
    value >>= 6;
  }
  bytes.push(value);
}

function signedVarint(bytes: number[], value: number): void {
  varint(bytes, value < 0 ? (-value << 1) | 1 : value << 1);
}

/** co_lines(): [start, end, line] by byte offset; line null = none. */
export function linesOf(unit: CodeUnit): [number, number, number | null][] {
  const { starts } = layoutOf(unit);
  const code = ownCode(unit);
  const rows: [number, number, number | null][] = [];
  for (let i = 0; i < code.ops.length; i++) {
    const line = code.linenos[i] ?? -1;
    const [start, end] = [2 * (starts[i] ?? 0), 2 * (starts[i + 1] ?? 0)];
    if (start === end) continue;
    const last = rows.at(-1);
    const shown = line < 0 ? null : line;
    if (last !== undefined && last[2] === shown) last[1] = end;
    else rows.push([start, end, shown]);
  }
  return rows;
}

/** co_positions(): line, end line, column, end column of every code unit, caches included; null = unknown. */
export function positionsOf(unit: CodeUnit): (number | null)[][] {
  const { starts } = layoutOf(unit);
  const code = ownCode(unit);
  const rows: (number | null)[][] = [];
  for (let i = 0; i < code.ops.length; i++) {
    const at = locationOf(code, i);
    const row = [at.line, at.endLine, at.column, at.endColumn].map((value) => (value < 0 ? null : value));
    for (let k = (starts[i + 1] ?? 0) - (starts[i] ?? 0); k > 0; k--) rows.push(row);
  }
  return rows;
}
