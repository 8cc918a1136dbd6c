// What a recording keeps of a run: bitmaps of moments, one row per line event, one row per object, one per collection. Typed arrays: some 25 bytes per
// object and 10 per executed line, nothing per instruction but a few bits.
import type { CollectionMark, OutputMark, OverviewPoint } from '../recording-types.ts';
import type { Origins } from '../snapshot/capture.ts';
import { StepSet } from './step-set.ts';

/** Steps up to which moments are logged; longer programs run on, but can only be looked at up to here. */
export const LOGGED_STEPS = 20_000_000;

/** A row of numbers that grows. */
export class Column<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array> {
  data: T;
  private readonly make: new (length: number) => T;

  constructor(make: new (length: number) => T) {
    this.make = make;
    this.data = new make(256);
  }

  set(index: number, value: number): void {
    if (index >= this.data.length) {
      const grown = new this.make(Math.max(index + 1, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    this.data[index] = value;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }
}

/** The beginnings of lines in the order of execution. */
export class LineEvents {
  count = 0;
  readonly steps = new Column(Uint32Array);
  readonly lines = new Column(Int32Array);
  readonly depths = new Column(Uint16Array);

  add(step: number, line: number, depth: number): void {
    const at = this.count++;
    this.steps.set(at, step);
    this.lines.set(at, line);
    this.depths.set(at, depth);
  }

  /** Index of the last event at or before `step`; -1 = none. */
  lastAt(step: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps.at(middle) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** How an object's life ended. */
export const Death = { NONE: 0, COUNT: 1, COLLECTED: 2 } as const;

/** One row per object that the program made, by serial minus `firstSerial`. `…Step`: one after the instruction that did it began. */
export class LifeTable implements Origins {
  readonly firstSerial: number;
  readonly exists = new Column(Uint8Array);
  readonly bornStep = new Column(Uint32Array);
  readonly bornLine = new Column(Int32Array);
  readonly type = new Column(Uint16Array);
  /** The how-manieth of its type. */
  readonly ordinal = new Column(Uint32Array);
  readonly death = new Column(Uint8Array);
  readonly diedStep = new Column(Uint32Array);
  readonly diedLine = new Column(Int32Array);
  /** Opcode of the instruction, or the collection's ordinal. */
  readonly diedBy = new Column(Uint32Array);
  /** The object whose end took this one's last reference; 0 = none. */
  readonly diedWith = new Column(Int32Array);
  readonly typeNames: string[] = [''];
  private readonly typeIndex = new Map<string, number>();
  private readonly madeOfType: number[] = [];

  constructor(firstSerial: number) {
    this.firstSerial = firstSerial;
  }

  /** A new object of the program. */
  add(serial: number, typeName: string, step: number, line: number): void {
    const row = serial - this.firstSerial;
    const type = this.indexOfType(typeName);
    const ordinal = (this.madeOfType[type] ?? 0) + 1;
    this.madeOfType[type] = ordinal;
    this.exists.set(row, 1);
    this.bornStep.set(row, step);
    this.bornLine.set(row, line);
    this.type.set(row, type);
    this.ordinal.set(row, ordinal);
  }

  private indexOfType(name: string): number {
    const known = this.typeIndex.get(name);
    if (known !== undefined) return known;
    const index = Math.min(this.typeNames.length, 0xffff);
    if (index === this.typeNames.length) this.typeNames.push(name);
    this.typeIndex.set(name, index);
    return index;
  }

  isOwn(serial: number): boolean {
    return serial >= this.firstSerial && this.exists.at(serial - this.firstSerial) === 1;
  }

  lineOf(serial: number): number | null {
    const line = this.bornLine.at(serial - this.firstSerial);
    return serial >= this.firstSerial && line > 0 ? line : null;
  }

  ordinalOf(serial: number): number | null {
    return this.isOwn(serial) ? this.ordinal.at(serial - this.firstSerial) : null;
  }
}

/** Counters per source line, by line number. */
export class LineCounters {
  readonly executions = new Column(Uint32Array);
  readonly allocations = new Column(Uint32Array);
  readonly frees = new Column(Uint32Array);
  readonly allocatedBytes: number[] = [];
  readonly freedBytes: number[] = [];
  lastLine = 0;

  execute(line: number): void {
    if (line > this.lastLine) this.lastLine = line;
    this.executions.set(line, this.executions.at(line) + 1);
  }

  change(line: number, allocations: number, frees: number, bytes: number): void {
    if (line > this.lastLine) this.lastLine = line;
    if (allocations !== 0) this.allocations.set(line, this.allocations.at(line) + allocations);
    if (frees !== 0) this.frees.set(line, this.frees.at(line) + frees);
    if (bytes > 0) this.allocatedBytes[line] = (this.allocatedBytes[line] ?? 0) + bytes;
    else if (bytes < 0) this.freedBytes[line] = (this.freedBytes[line] ?? 0) - bytes;
  }
}

/** Everything that the first run of a recording wrote down. */
export class RunLog {
  readonly instructions = new StepSet();
  readonly calls = new StepSet();
  readonly allocations = new StepSet();
  readonly collectionSteps = new StepSet();
  readonly lineEvents = new LineEvents();
  readonly lives: LifeTable;
  readonly counters = new LineCounters();
  readonly points: OverviewPoint[] = [];
  readonly outputs: OutputMark[] = [];
  readonly collections: CollectionMark[] = [];
  /** Steps of the instructions during which they began (finalizers and callbacks may run instructions within). */
  readonly collectionStarts: number[] = [];
  peakStep = 0;
  peakBytes = 0;
  /** Serials that the run gave: below this. */
  serialsEnd = 0;
  /** The state after the last instruction, before tear-down (or where logging ended). */
  lastStep = 0;

  constructor(firstSerial: number) {
    this.lives = new LifeTable(firstSerial);
  }
}
