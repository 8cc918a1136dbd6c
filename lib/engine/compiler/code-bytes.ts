// A code unit in CPython's own encodings: byte offsets, co_code, the exception table and the location table
// (CPython 3.13 Python/assemble.c; Objects/locations.md, Objects/exception_handling_notes.txt). Opcode numbers in co_code are
// 3.13's. Lengths are 3.13's own, and 3.12's (features.ts, codeUnits); those of 3.11, 3.14 and 3.15 still follow 3.13's instructions. NOT CPYTHON: positions of 3.12
// are 3.13's, so its co_linetable can differ.
import type { CodeUnit } from './code-unit.ts';
import { CACHE_ENTRIES, MERGED_NULL, OPCODES, PUSH_NULL } from './opcodes.ts';

/** CPython 3.13's number of EXTENDED_ARG. */
const EXTENDED_ARG = 71;

/** Distance of each instruction from the start in code units of two bytes; one entry more than there are instructions. */
interface Layout {
  readonly starts: Int32Array;
  /** CPython's oparg: jumps as distances. */
  readonly opargs: Int32Array;
}

const layouts = new WeakMap<CodeUnit, Layout>();

/** Offsets of the instructions; EXTENDED_ARG prefixes count to the instruction that they extend. */
export function layoutOf(unit: CodeUnit): Layout {
  let layout = layouts.get(unit);
  if (layout === undefined) layouts.set(unit, (layout = computeLayout(unit)));
  return layout;
}

/** Jump distances depend on instruction sizes and these on the distances: repeat until nothing grows. */
function computeLayout(unit: CodeUnit): Layout {
  const count = unit.ops.length;
  const opargs = Int32Array.from(unit.args);
  const starts = new Int32Array(count + 1);
  const lengths = lengthsOf(unit);
  for (let changed = true; changed; ) {
    changed = false;
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (starts[i] !== at) changed = true;
      starts[i] = at;
      at += instructionUnits(lengthAt(unit, lengths, i), opargs[i] ?? 0);
    }
    if (starts[count] !== at) changed = true;
    starts[count] = at;
    for (let i = 0; i < count; i++) {
      if (OPCODES[unit.ops[i] ?? 0]?.hasJump !== true) continue;
      const after = starts[i + 1] ?? 0;
      opargs[i] = Math.abs(firstUnit(starts, unit.args[i] ?? 0) - after);
    }
  }
  return { starts, opargs };
}

function firstUnit(starts: Int32Array, index: number): number {
  return starts[index] ?? 0;
}

function extendedArgs(arg: number): number {
  return arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
}

/** Length with EXTENDED_ARG prefixes. */
function instructionUnits(length: number, arg: number): number {
  return length === 0 ? 0 : length + extendedArgs(arg);
}

/** A NULL that LOAD_GLOBAL pushes too is no instruction (assemble.ts, mergedNulls). */
function lengthAt(unit: CodeUnit, lengths: Uint8Array, i: number): number {
  const code = unit.ops[i] ?? 0;
  return code === PUSH_NULL && unit.args[i] === MERGED_NULL ? 0 : lengths[code] ?? 1;
}

const tables = new WeakMap<CodeUnit['codeUnits'], Uint8Array>();

/** Lengths without EXTENDED_ARG by opcode: 0 for what the version's own code has not. */
function lengthsOf(unit: CodeUnit): Uint8Array {
  let lengths = tables.get(unit.codeUnits);
  if (lengths === undefined) {
    lengths = Uint8Array.from(CACHE_ENTRIES, (caches, op) => unit.codeUnits[OPCODES[op]?.name ?? ''] ?? 1 + caches);
    tables.set(unit.codeUnits, lengths);
  }
  return lengths;
}

/** Byte of an instruction itself, behind its EXTENDED_ARG prefixes (f_lasti, tb_lasti). */
export function instructionOffset(unit: CodeUnit, i: number): number {
  if (i < 0) return -1;
  const { starts, opargs } = layoutOf(unit);
  return 2 * ((starts[i] ?? 0) + extendedArgs(opargs[i] ?? 0));
}

/** The instruction at a byte of co_code. */
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

/** Length of co_code in code units. */
export function codeUnitCount(unit: CodeUnit): number {
  return layoutOf(unit).starts[unit.ops.length] ?? 0;
}

/** co_code. */
export function codeBytes(unit: CodeUnit): Uint8Array {
  const { opargs } = layoutOf(unit);
  const bytes: number[] = [];
  const lengths = lengthsOf(unit);
  unit.ops.forEach((op, i) => {
    const arg = opargs[i] ?? 0;
    const units = lengthAt(unit, lengths, i);
    if (units === 0) return;
    for (let k = extendedArgs(arg); k > 0; k--) bytes.push(EXTENDED_ARG, (arg >>> (8 * k)) & 0xff);
    bytes.push(Math.max(0, OPCODES[op]?.number ?? 0), arg & 0xff);
    for (let k = units - 1; k > 0; k--) bytes.push(0, 0);
  });
  return Uint8Array.from(bytes);
}

/** co_exceptiontable: start, length, target in code units, depth and lasti, each as a big-endian varint of 6-bit groups. */
function exceptionTableBytes(unit: CodeUnit): Uint8Array {
  const { starts } = layoutOf(unit);
  const bytes: number[] = [];
  for (const entry of unit.exceptionTable) {
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

function locationOf(unit: CodeUnit, i: number): Location {
  return { line: unit.linenos[i] ?? -1, endLine: unit.endLinenos[i] ?? -1, column: unit.colOffsets[i] ?? -1, endColumn: unit.endColOffsets[i] ?? -1 };
}

function sameLocation(a: Location, b: Location): boolean {
  return a.line === b.line && a.endLine === b.endLine && a.column === b.column && a.endColumn === b.endColumn;
}

/** co_linetable: one entry for at most eight code units with the same position. */
function lineTableBytes(unit: CodeUnit): Uint8Array {
  const { starts } = layoutOf(unit);
  const bytes: number[] = [];
  let previousLine = unit.firstlineno;
  for (let i = 0; i < unit.ops.length; ) {
    const location = locationOf(unit, i);
    let end = i + 1;
    while (end < unit.ops.length && sameLocation(location, locationOf(unit, end))) end++;
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
  const rows: [number, number, number | null][] = [];
  for (let i = 0; i < unit.ops.length; i++) {
    const line = unit.linenos[i] ?? -1;
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
  const rows: (number | null)[][] = [];
  for (let i = 0; i < unit.ops.length; i++) {
    const at = locationOf(unit, i);
    const row = [at.line, at.endLine, at.column, at.endColumn].map((value) => (value < 0 ? null : value));
    for (let k = (starts[i + 1] ?? 0) - (starts[i] ?? 0); k > 0; k--) rows.push(row);
  }
  return rows;
}
