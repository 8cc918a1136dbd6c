// The text of `dis.dis` and the byte offsets of instructions in CPython's co_code (CPython 3.13 Lib/dis.py;
// Python/assemble.c for EXTENDED_ARG).
import { KIND_CELL, KIND_FREE } from './code-unit.ts';
import type { CodeUnit, Const } from './code-unit.ts';
import * as op from './opcodes.ts';
import { CACHE_ENTRIES, OPCODES, opcodeInfo } from './opcodes.ts';
import { reprOfConst } from './reprs.ts';

/** Where the instructions lie in co_code, in code units of two bytes. */
export interface CodeLayout {
  /** By instruction: where it starts, EXTENDED_ARG prefixes included; one more entry for the end of the code. */
  readonly starts: Int32Array;
  /** By instruction: where the instruction itself stands. */
  readonly offsets: Int32Array;
  /** Arguments as they are encoded: jumps as distances. */
  readonly args: Int32Array;
}

/** How dis shows what is no plain data. */
export interface DisassembleOptions {
  /** repr of a code object; CPython's has an address. */
  readonly codeRepr?: (unit: CodeUnit) => string;
  /** Levels of nested code objects to follow; default all. */
  readonly depth?: number;
}

/** Lays out the instructions; jump distances and EXTENDED_ARG prefixes depend on each other, so until nothing changes. */
export function codeLayout(unit: CodeUnit): CodeLayout {
  const n = unit.ops.length;
  const starts = new Int32Array(n + 1);
  const offsets = new Int32Array(n);
  const args = Int32Array.from(unit.args);
  for (let changed = true; changed; ) {
    changed = false;
    let at = 0;
    for (let i = 0; i < n; i++) {
      starts[i] = at;
      at += prefixes(args[i] ?? 0);
      offsets[i] = at;
      at += 1 + (CACHE_ENTRIES[unit.ops[i] ?? 0] ?? 0);
    }
    starts[n] = at;
    for (let i = 0; i < n; i++) {
      if (OPCODES[unit.ops[i] ?? 0]?.hasJump !== true) continue;
      const distance = Math.abs((starts[unit.args[i] ?? 0] ?? 0) - (starts[i + 1] ?? 0));
      if (prefixes(distance) !== prefixes(args[i] ?? 0)) changed = true;
      args[i] = distance;
    }
  }
  return { starts, offsets, args };
}

function prefixes(arg: number): number {
  return arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
}

/** `dis.dis(code)`: the text, ending in a newline. */
export function disassemble(unit: CodeUnit, options: DisassembleOptions = {}): string {
  const { codeRepr = (code: CodeUnit): string => reprOfConst({ t: 'code', unit: code }), depth = Infinity } = options;
  let text = new Disassembly(unit, codeRepr).text();
  if (depth <= 0) return text;
  for (const value of unit.consts) {
    if (value.t !== 'code') continue;
    text += `\nDisassembly of ${codeRepr(value.unit)}:\n${disassemble(value.unit, { codeRepr, depth: depth - 1 })}`;
  }
  return text;
}

const NO_LINE = '  --';
const COMPARISONS = ['<', '<=', '==', '!=', '>', '>='];
const OPERATORS = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'];
const ATTRIBUTES = ['defaults', 'kwdefaults', 'annotations', 'closure', 'annotate'];
const CONVERSIONS = ['', 'str', 'repr', 'ascii'];

class Disassembly {
  private readonly unit: CodeUnit;
  private readonly codeRepr: (unit: CodeUnit) => string;
  private readonly layout: CodeLayout;
  /** Number of the label before each instruction (one more entry for the end). */
  private readonly labels = new Map<number, number>();

  constructor(unit: CodeUnit, codeRepr: (unit: CodeUnit) => string) {
    this.unit = unit;
    this.codeRepr = codeRepr;
    this.layout = codeLayout(unit);
    const targets = new Set<number>();
    unit.ops.forEach((code, i) => {
      if (opcodeInfo(code).hasJump) targets.add(unit.args[i] ?? 0);
    });
    for (const { start, end, target } of unit.exceptionTable) for (const index of [start, end, target]) targets.add(index);
    [...targets].sort((a, b) => a - b).forEach((index, i) => this.labels.set(index, i + 1));
  }

  text(): string {
    const { unit } = this;
    const lineWidth = this.lineWidth();
    const labelWidth = 4 + String(this.labels.size).length;
    let text = '';
    unit.ops.forEach((code, i) => {
      const startsLine = i === 0 || unit.linenos[i] !== unit.linenos[i - 1];
      if (lineWidth > 0 && startsLine && i > 0) text += '\n';
      const line = unit.linenos[i] ?? -1;
      const label = this.labels.get(i);
      const lineField = !startsLine ? '' : line < 0 ? NO_LINE : String(line);
      const prefix = (isFirst: boolean): string => {
        const fields = lineWidth > 0 ? [(isFirst ? lineField : '').padStart(lineWidth)] : [];
        return [...fields, (isFirst && label !== undefined ? `L${label}:` : '').padStart(labelWidth), '   '].join(' ');
      };
      const arg = this.layout.args[i] ?? 0;
      let isFirst = true;
      for (let shift = prefixes(arg) * 8; shift > 0; shift -= 8) {
        text += `${prefix(isFirst)} ${instructionText('EXTENDED_ARG', arg >> shift, '')}\n`;
        isFirst = false;
      }
      const info = opcodeInfo(code);
      text += `${prefix(isFirst)} ${instructionText(info.name, info.hasArg ? arg : null, this.argument(i))}\n`;
    });
    return text + this.exceptionTable();
  }

  private lineWidth(): number {
    const lines = [...this.unit.linenos];
    const last = Math.max(-1, ...lines);
    if (last <= 0) return 0;
    const width = Math.max(3, String(last).length);
    return lines.includes(-1) ? Math.max(width, NO_LINE.length) : width;
  }

  private exceptionTable(): string {
    const { exceptionTable } = this.unit;
    if (exceptionTable.length === 0) return '';
    const label = (index: number): string => `L${this.labels.get(index) ?? 0}`;
    const rows = exceptionTable.map(({ start, end, target, depth, lasti }) =>
      `  ${label(start)} to ${label(end)} -> ${label(target)} [${depth}]${lasti ? ' lasti' : ''}\n`);
    return `ExceptionTable:\n${rows.join('')}`;
  }

  /** What stands in parentheses behind the argument. */
  private argument(i: number): string {
    const { unit } = this;
    const code = unit.ops[i] ?? 0;
    const arg = unit.args[i] ?? 0;
    const info = opcodeInfo(code);
    if (info.hasConst) return this.constText(unit.consts[arg]);
    if (info.hasName) return nameText(unit.names, code, arg);
    if (info.hasJump) return `to L${this.labels.get(arg) ?? 0}`;
    if (info.hasFree) return unit.localsplusnames[arg] ?? '';
    if (info.hasLocal) return isPair(code) ? `${this.local(arg >> 4)}, ${this.local(arg & 15)}` : this.local(arg);
    switch (code) {
      case op.COMPARE_OP: {
        const operator = COMPARISONS[arg >> 5] ?? '';
        return arg & 16 ? `bool(${operator})` : operator;
      }
      case op.BINARY_OP:
        if (arg === op.BinaryOperator.SUBSCR) return '[]';
        return (OPERATORS[arg % op.BinaryOperator.INPLACE] ?? '') + (arg >= op.BinaryOperator.INPLACE ? '=' : '');
      case op.CONVERT_VALUE:
        return CONVERSIONS[arg] ?? '';
      case op.SET_FUNCTION_ATTRIBUTE:
        return ATTRIBUTES.filter((_, bit) => arg & (1 << bit)).join(', ');
      case op.CALL_INTRINSIC_1:
        return intrinsicText(op.Intrinsic1, arg);
      case op.CALL_INTRINSIC_2:
        return intrinsicText(op.Intrinsic2, arg);
      default:
        return '';
    }
  }

  private local(index: number): string {
    return this.unit.localsplusnames[index] ?? '';
  }

  private constText(value: Const | undefined): string {
    if (value === undefined) return '';
    return value.t === 'code' ? this.codeRepr(value.unit) : reprOfConst(value);
  }
}

function instructionText(name: string, arg: number | null, argument: string): string {
  const fields = [name.padEnd(20)];
  if (arg !== null) {
    const excess = Math.max(0, name.length - 20);
    fields.push(String(arg).padStart(5 - excess));
    if (argument !== '') fields.push(`(${argument})`);
  }
  return fields.join(' ').trimEnd();
}

function isPair(code: number): boolean {
  switch (code) {
    case op.LOAD_FAST_LOAD_FAST:
    case op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
    case op.STORE_FAST_LOAD_FAST:
    case op.STORE_FAST_STORE_FAST:
      return true;
    default:
      return false;
  }
}

function nameText(names: readonly string[], code: number, arg: number): string {
  switch (code) {
    case op.LOAD_GLOBAL:
      return (names[arg >> 1] ?? '') + (arg & 1 ? ' + NULL' : '');
    case op.LOAD_ATTR:
      return (names[arg >> 1] ?? '') + (arg & 1 ? ' + NULL|self' : '');
    case op.LOAD_SUPER_ATTR:
      return (names[arg >> 2] ?? '') + (arg & 1 ? ' + NULL|self' : '');
    default:
      return names[arg] ?? '';
  }
}

function intrinsicText(table: Readonly<Record<string, number>>, arg: number): string {
  const found = Object.entries(table).find(([, number]) => number === arg);
  return found === undefined ? '' : `INTRINSIC_${found[0] === 'INVALID' ? '1_INVALID' : found[0]}`;
}

/** co_varnames, co_cellvars and co_freevars. */
export function variableNames(unit: CodeUnit): {
  readonly varnames: readonly string[]; readonly cellvars: readonly string[]; readonly freevars: readonly string[];
} {
  const ofKind = (kind: number): string[] =>
    unit.localsplusnames.filter((_, i) => ((unit.localspluskinds[i] ?? 0) & kind) !== 0);
  return { varnames: unit.localsplusnames.slice(0, unit.nlocals), cellvars: ofKind(KIND_CELL), freevars: ofKind(KIND_FREE) };
}
