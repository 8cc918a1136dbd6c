// A code unit as text that a Python script can also write for a real code object, to compare by hash.
import type { CodeUnit, Const } from '../../../lib/engine/compiler/index.ts';
import { KIND_CELL, KIND_FREE } from '../../../lib/engine/compiler/code-unit.ts';
import { opcodeInfo } from '../../../lib/engine/compiler/opcodes.ts';

const view = new DataView(new ArrayBuffer(8));

/** Python's float.hex(). */
function hex(v: number): string {
  if (Number.isNaN(v)) return 'nan';
  if (!Number.isFinite(v)) return v > 0 ? 'inf' : '-inf';
  if (v === 0) return Object.is(v, -0) ? '-0x0.0p+0' : '0x0.0p+0';
  view.setFloat64(0, Math.abs(v));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = Math.max(exponent, 1) - 1023;
  return `${v < 0 ? '-' : ''}0x${exponent === 0 ? 0 : 1}.${fraction}p${power < 0 ? '' : '+'}${power}`;
}

function constText(value: Const): string {
  switch (value.t) {
    case 'none':
      return 'N:None';
    case 'true':
      return 'b:True';
    case 'false':
      return 'b:False';
    case 'ellipsis':
      return 'e:Ellipsis';
    case 'int':
      return `i:${value.v < 0n ? '-' : ''}0x${(value.v < 0n ? -value.v : value.v).toString(16)}`;
    case 'float':
      return `f:${hex(value.v)}`;
    case 'complex':
      return `c:${hex(value.re)},${hex(value.im)}`;
    case 'str':
      return `s:${Array.from(value.v, (char) => `${(char.codePointAt(0) ?? 0).toString(16)},`).join('')}`;
    case 'bytes':
      return `b:${Array.from(value.v, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    case 'tuple':
      return `t(${value.items.map(constText).join(',')})`;
    case 'frozenset':
      return `fs{${[...new Set(value.items.map(constText))].sort().join(',')}}`;
    case 'slice':
      return 'slice';
    case 'code':
      return `code:${value.unit.name}`;
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}

function nested(unit: CodeUnit): CodeUnit[] {
  return [unit, ...unit.consts.flatMap((value) => (value.t === 'code' ? nested(value.unit) : []))];
}

/** co_varnames, co_cellvars and co_freevars. */
function variableNames(unit: CodeUnit): { varnames: readonly string[]; cellvars: string[]; freevars: string[] } {
  const ofKind = (kind: number): string[] => unit.localsplusnames.filter((_, i) => ((unit.localspluskinds[i] ?? 0) & kind) !== 0);
  return { varnames: unit.localsplusnames.slice(0, unit.nlocals), cellvars: ofKind(KIND_CELL), freevars: ofKind(KIND_FREE) };
}

function everything(unit: CodeUnit): unknown[] {
  const { varnames, cellvars, freevars } = variableNames(unit);
  const rows = Array.from(unit.ops, (code, i) => [
    opcodeInfo(code).name, unit.args[i], unit.linenos[i], unit.endLinenos[i], unit.colOffsets[i], unit.endColOffsets[i],
  ]);
  return [
    unit.name, unit.qualname, unit.firstlineno, unit.argcount, unit.posonlyargcount, unit.kwonlyargcount, unit.flags,
    unit.nlocals, unit.stacksize, varnames, cellvars, freevars, unit.names, unit.consts.map(constText), rows,
    unit.exceptionTable.map(({ start, end, target, depth, lasti }) => [start, end, target, depth, lasti]),
  ];
}

/** Everything in the code objects of a program. */
export function canonical(unit: CodeUnit): string {
  return JSON.stringify(nested(unit).map(everything));
}

/** What Python code can see of them without looking at instructions. */
export function visible(unit: CodeUnit): string {
  return JSON.stringify(nested(unit).map((code) => {
    const { varnames, cellvars, freevars } = variableNames(code);
    return [
      code.qualname, code.flags, code.nlocals, code.stacksize, cellvars, freevars, code.names, code.consts.map(constText),
      varnames,
    ];
  }));
}

/** 32-bit FNV-1a of the UTF-8 bytes. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
