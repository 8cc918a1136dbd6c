// Code objects (CPython 3.13 Objects/codeobject.c): the compiler's CodeUnit with Python objects for names and constants.
import type { CodeUnit, Const } from '../compiler/code-unit.ts';
import type { Machine } from '../machine.ts';
import type { Frame } from './interpreter-frame.ts';
import type { PyObject } from './object.ts';
import type { GetSetSpec, TypeSpec } from './type.ts';
import { since } from './type.ts';
import { KIND_CELL, KIND_FREE, KIND_LOCAL } from '../compiler/code-unit.ts';
import { codeBytes, codeUnitCount, coldWordsOf, encodedOf, linesOf, positionsOf } from '../compiler/code-bytes.ts';
import { RunEnded } from '../errors.ts';
import { asSize, getAttrString, richCompareBool, hash } from './abstract.ts';
import { allocObject, freeObject } from './alloc.ts';
import { newBytes } from './bytes.ts';
import { newComplex } from './complex.ts';
import { newFloat } from './float.ts';
import { newInt } from './int.ts';
import { internIdentifier, internText } from './names.ts';
import { decref, incref } from './object.ts';
import { newFrozenset, setMembers } from './set.ts';
import { newSlice } from './slice.ts';
import { typeError } from './raise.ts';
import { isStr, newStr, newStrFromCodePoints, strValue } from './str.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { EQ, NE } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** One inline cache of an instruction; what the fields mean is the instruction's business (vm/specialise.ts). */
export class InlineCache {
  kind = 0;
  version = 0;
  version2 = 0;
  index = 0;
  value: PyObject | null = null;
  /** LOAD_GLOBAL of a builtin: the key as it stands in the builtins dict, which is seldom the very str that the code names. */
  key: PyObject | null = null;
  /** Executions until the instruction specialises (adaptive counter). */
  counter = 1;
  /** Version of the type whose Python function the instruction calls itself (vm/entering.ts); -1: none. */
  enters = -1;
}

type CachedName = 'co_code' | 'co_cellvars' | 'co_freevars' | 'co_varnames';

/** _PyCoCached: four words of their own, and the objects in them (owned). */
interface CachedAttributes {
  readonly block: number;
  readonly values: Partial<Record<CachedName, PyObject>>;
}

/** A function that is C in CPython, as messages name it. `byTuple`: its arguments are counted by PyArg_ParseTuple, which names nothing. */
export interface NativeName {
  readonly text: string;
  readonly isMethod: boolean;
  readonly byTuple: boolean;
}

/** The payload of a code object. Arrays that the loop reads stand here directly. */
export class CodeData {
  readonly unit: CodeUnit;
  readonly ops: Uint8Array;
  readonly args: Int32Array;
  /** What the loop reads: `arg << 8 | op` of every instruction. */
  words: Int32Array;
  /** Runs until 3.11 quickens the code (co_warmup); 0: its instructions specialise. */
  private warmup: number;
  readonly consts: readonly PyObject[];
  readonly names: readonly PyObject[];
  readonly localsplusnames: readonly PyObject[];
  readonly nlocalsplus: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly argcount: number;
  /** Positional and keyword-only parameters and the stars: fast locals that a call fills. */
  readonly parameterCount: number;
  /** A call with exactly `argcount` positional arguments needs no binding (no stars, no keyword-only parameters). */
  readonly isSimple: boolean;
  /** How messages name a function that is C in CPython: 'Context.copy', '_csv.list_dialects' (vm/native-arity.ts). */
  nativeName: NativeName | null = null;
  readonly caches: (InlineCache | null)[] = [];
  /** Of instructions that load or store a name: where in a dict's `entries` they found it last. The key that stands there says whether it still holds. */
  places = NO_PLACES;
  // Owned Python objects behind the arrays.
  readonly name: PyObject;
  readonly qualname: PyObject;
  readonly filename: PyObject;
  readonly constsTuple: PyObject;
  readonly namesTuple: PyObject;
  readonly localsplusTuple: PyObject;
  readonly kinds: PyObject;
  readonly exceptionTable: PyObject;
  readonly lineTable: PyObject;
  /** What attributes computed once (_co_cached); null before the first. */
  cached: CachedAttributes | null = null;
  /** Frames ready for the next call, linked by `prev`. */
  framePool: Frame | null = null;

  constructor(unit: CodeUnit, parts: CodeParts, warmup: number) {
    this.unit = unit;
    this.ops = unit.ops;
    this.args = unit.args;
    this.words = warmup > 0 ? coldWordsOf(unit) : encodedOf(unit).words;
    this.warmup = warmup;
    this.consts = tupleItems(parts.consts);
    this.names = tupleItems(parts.names);
    this.localsplusnames = tupleItems(parts.localsplus);
    this.nlocalsplus = unit.localsplusnames.length;
    this.stacksize = unit.stacksize;
    this.flags = unit.flags;
    this.argcount = unit.argcount;
    const stars = ((unit.flags & 0x4) !== 0 ? 1 : 0) + ((unit.flags & 0x8) !== 0 ? 1 : 0);
    this.parameterCount = unit.argcount + unit.kwonlyargcount + stars;
    this.isSimple = stars === 0 && unit.kwonlyargcount === 0;
    this.name = parts.name;
    this.qualname = parts.qualname;
    this.filename = parts.filename;
    this.constsTuple = parts.consts;
    this.namesTuple = parts.names;
    this.localsplusTuple = parts.localsplus;
    this.kinds = parts.kinds;
    this.exceptionTable = parts.exceptionTable;
    this.lineTable = parts.lineTable;
  }

  get isQuickened(): boolean {
    return this.warmup === 0;
  }

  /** _PyCode_Warmup: a call, or a round of a loop. */
  warmUp(): void {
    if (this.warmup > 0 && --this.warmup === 0) this.words = encodedOf(this.unit).words;
  }

  /** Makes room for what instructions remember; most functions of a library are never called. */
  prepare(): void {
    for (let i = this.ops.length; i > 0; i--) this.caches.push(null);
    this.places = new Int32Array(this.ops.length);
  }
}

/** QUICKENING_WARMUP_DELAY (3.11). */
const QUICKENING_WARMUP = 8;

/** Of code that has not run yet. */
const NO_PLACES = new Int32Array(0);

interface CodeParts {
  readonly name: PyObject;
  readonly qualname: PyObject;
  readonly filename: PyObject;
  readonly consts: PyObject;
  readonly names: PyObject;
  readonly localsplus: PyObject;
  readonly kinds: PyObject;
  readonly exceptionTable: PyObject;
  readonly lineTable: PyObject;
}

export interface PyCode extends PyObject {
  data: CodeData;
}

export function isCode(m: Machine, o: PyObject): o is PyCode {
  return o.ob_type === m.types.code;
}

/**
 * Makes the code object of a compilation. Equal constants become one object in all its code objects, as CPython's constant cache does.
 * `cache` may be given to see the constants afterwards; it owns one reference to each and must be dropped with `dropConstants`.
 */
export function newCode(m: Machine, unit: CodeUnit, cache: Map<Const, PyObject> | null = null): PyCode {
  const own = cache ?? new Map<Const, PyObject>();
  const code = makeCode(m, unit, own, new MergedTuples());
  if (cache === null) dropConstants(m, own);
  return code;
}

/** Gives back the references of a constant cache (the compiler's c_const_cache dies). */
export function dropConstants(m: Machine, cache: Map<Const, PyObject>): void {
  for (const value of cache.values()) decref(m, value);
  cache.clear();
}

/** merge_const_one: code objects of one compilation share equal tuples. All are alive as long as the outermost code object is made. */
class MergedTuples {
  private readonly known = new Map<string, PyObject>();
  private readonly numbers = new Map<PyObject, number>();

  /** Takes the items' references; a new reference. */
  take(m: Machine, items: PyObject[]): PyObject {
    const key = items.map((item) => this.numberOf(item)).join();
    const known = this.known.get(key);
    if (known === undefined) {
      const made = newTuple(m, items);
      this.known.set(key, made);
      return made;
    }
    for (const item of items) decref(m, item);
    return incref(known);
  }

  /** Equal constants are one object already. */
  private numberOf(item: PyObject): number {
    const number = this.numbers.get(item) ?? this.numbers.size;
    this.numbers.set(item, number);
    return number;
  }
}

function makeCode(m: Machine, unit: CodeUnit, cache: Map<Const, PyObject>, merged: MergedTuples): PyCode {
  const names = merged.take(m, unit.names.map((name) => internIdentifier(m, name)));
  const consts = merged.take(m, unit.consts.map((c) => (c.t === 'code' ? makeCode(m, c.unit, cache, merged) : constantObject(m, c, cache))));
  const localsplus = merged.take(m, unit.localsplusnames.map((name) => internIdentifier(m, name)));
  const encoded = encodedOf(unit);
  const parts: CodeParts = {
    name: unit.name.startsWith('<') ? internText(m, unit.name) : internIdentifier(m, unit.name),
    qualname: internText(m, unit.qualname),
    filename: internText(m, unit.filename),
    consts,
    names,
    localsplus,
    kinds: newBytes(m, unit.localspluskinds),
    exceptionTable: newBytes(m, encoded.exceptionTable),
    lineTable: newBytes(m, encoded.lineTable),
  };
  return allocObject(m, m.types.code, new CodeData(unit, parts, m.profile.specialises === 'code' ? QUICKENING_WARMUP : 0), codeUnitCount(unit) * 2) as PyCode;
}

/** The Python object of a constant: a new reference; the cache keeps one of its own. */
function constantObject(m: Machine, c: Const, cache: Map<Const, PyObject>): PyObject {
  switch (c.t) {
    case 'none': return incref(m.None);
    case 'true': return incref(m.True);
    case 'false': return incref(m.False);
    case 'ellipsis': return incref(m.Ellipsis);
    default: break;
  }
  const known = cache.get(c);
  if (known !== undefined) return incref(known);
  const made = makeConstant(m, c, cache);
  cache.set(c, incref(made));
  return made;
}

function makeConstant(m: Machine, c: Const, cache: Map<Const, PyObject>): PyObject {
  switch (c.t) {
    case 'int': return newInt(m, c.v);
    case 'float': return newFloat(m, c.v);
    case 'complex': return newComplex(m, c.re, c.im);
    case 'str': return stringConstant(m, c.v, c.codePoints);
    case 'bytes': return newBytes(m, c.v);
    case 'tuple':
      if (c.madeBy === 'identifiers') for (const item of c.items) if (item.t === 'str') decref(m, internIdentifier(m, item.v));
      return newTuple(m, c.items.map((item) => constantObject(m, item, cache)));
    case 'frozenset': {
      const items = c.items.map((item) => constantObject(m, item, cache));
      const first = newFrozenset(m, items);
      for (const item of items) decref(m, item);
      if (!m.profile.frozensetConstantsMadeTwice) return first;
      // merge_consts_recursive makes a new set of the first one's items: its table, hence the order, is that of a second insertion.
      const set = newFrozenset(m, setMembers(first));
      decref(m, first);
      return set;
    }
    case 'slice': {
      const parts = [c.start, c.stop, c.step].map((part) => constantObject(m, part, cache));
      const [start, stop, step] = parts as [PyObject, PyObject, PyObject];
      return newSlice(m, start, stop, step);
    }
    default: return incref(m.None);
  }
}

/** should_intern_string: identifier-like ASCII text is interned. */
const NAME_CHARS = /^[A-Za-z0-9_]*$/;

function stringConstant(m: Machine, text: string, codePoints: readonly number[] | undefined): PyObject {
  if (codePoints !== undefined) return newStrFromCodePoints(m, codePoints);
  if (NAME_CHARS.test(text)) return internText(m, text);
  return newStr(m, text);
}

/** Names of one kind of local variable (get_localsplus_counts and friends). */
function namesOfKind(m: Machine, data: CodeData, kind: number): PyObject {
  const kinds = data.unit.localspluskinds;
  const items: PyObject[] = [];
  data.localsplusnames.forEach((name, i) => {
    if (((kinds[i] ?? 0) & kind) !== 0) items.push(incref(name));
  });
  return newTuple(m, items);
}

/** sizeof(_PyCoCached); 3.11 has a word in the code object for its only one. */
const CACHED_BYTES = 32;

/** An attribute that is computed at its first use and kept, if this version keeps it. */
function kept(name: CachedName, compute: (m: Machine, data: CodeData) => PyObject): GetSetSpec {
  return {
    name,
    get(m, self) {
      const data = self.data as CodeData;
      if (!m.profile.keptCodeAttributes.includes(name)) return compute(m, data);
      data.cached ??= { block: m.profile.keptCodeAttributes.length > 1 ? m.memory.alloc(CACHED_BYTES) : 0, values: {} };
      return incref((data.cached.values[name] ??= compute(m, data)));
    },
  };
}

function releaseCached(m: Machine, { block, values }: CachedAttributes): void {
  for (const name of ['co_code', 'co_cellvars', 'co_freevars', 'co_varnames'] as const) {
    const value = values[name];
    if (value !== undefined) decref(m, value);
  }
  if (block !== 0) m.memory.free(block);
}

function codeDealloc(m: Machine, self: PyObject): void {
  const data = self.data as CodeData;
  clearWeakrefs(m, self);
  decref(m, data.constsTuple);
  decref(m, data.namesTuple);
  decref(m, data.localsplusTuple);
  decref(m, data.kinds);
  decref(m, data.filename);
  decref(m, data.name);
  decref(m, data.qualname);
  decref(m, data.lineTable);
  decref(m, data.exceptionTable);
  if (data.cached !== null) releaseCached(m, data.cached);
  freeObject(m, self);
}

function codeRepr(m: Machine, self: PyObject): PyObject {
  const { unit, name, filename } = self.data as CodeData;
  const line = unit.firstlineno === 0 ? -1 : unit.firstlineno;
  return newStr(m, `<code object ${strValue(name)} at 0x${m.addressOfObject(self).toString(16)}, file "${strValue(filename)}", line ${line}>`);
}

/** code_richcompare: what was written and how it is compiled, not where. */
function codeEquals(m: Machine, a: CodeData, b: CodeData): boolean {
  const x = a.unit, y = b.unit;
  if (x.name !== y.name || x.argcount !== y.argcount || x.posonlyargcount !== y.posonlyargcount || x.kwonlyargcount !== y.kwonlyargcount) return false;
  if (x.flags !== y.flags || x.firstlineno !== y.firstlineno || x.ops.length !== y.ops.length) return false;
  for (let i = 0; i < x.ops.length; i++) {
    if (x.ops[i] !== y.ops[i] || x.args[i] !== y.args[i] || x.linenos[i] !== y.linenos[i] || x.colOffsets[i] !== y.colOffsets[i]) return false;
  }
  return richCompareBool(m, a.constsTuple, b.constsTuple, EQ) && richCompareBool(m, a.namesTuple, b.namesTuple, EQ)
    && richCompareBool(m, a.localsplusTuple, b.localsplusTuple, EQ);
}

const number = (read: (unit: CodeUnit) => number) => (m: Machine, self: PyObject): PyObject => newInt(m, read((self.data as CodeData).unit));

/** `co_lines()` and `co_positions()` answer iterators over lists of tuples. */
function rows(m: Machine, table: readonly (readonly (number | null)[])[]): PyObject {
  const items = table.map((row) => newTuple(m, row.map((cell) => (cell === null ? incref(m.None) : newInt(m, cell)))));
  const tuple = newTuple(m, items);
  const iter = m.types.tuple.tp_iter;
  const result = iter === null ? incref(tuple) : iter(m, tuple);
  decref(m, tuple);
  return result;
}

/** Fields that replace() changes, by what they are called in a code unit. */
const REPLACED_TEXTS: Readonly<Record<string, 'name' | 'qualname' | 'filename'>> = { co_name: 'name', co_qualname: 'qualname', co_filename: 'filename' };
const REPLACED_NUMBERS: Readonly<Record<string, 'firstlineno' | 'flags'>> = { co_firstlineno: 'firstlineno', co_flags: 'flags' };
/** Fields that the instructions depend on: they can be given as they are, but not changed. */
const INSTRUCTION_FIELDS = [
  'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_code', 'co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars',
  'co_linetable', 'co_exceptiontable',
];

/** `replace()` of what can be changed without compiling anew: the names, the flags and the first line. */
function replaceCode(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const keywords = kwnames === null ? [] : tupleItems(kwnames).map(strValue);
  if (args.length > keywords.length) throw typeError(m, 'replace() takes no positional arguments');
  const changes: Record<string, string | number> = {};
  keywords.forEach((key, i) => {
    const value = args[i] as PyObject;
    const text = REPLACED_TEXTS[key];
    const count = REPLACED_NUMBERS[key];
    if (text !== undefined) {
      if (!isStr(value)) throw typeError(m, `replace() argument '${key}' must be str, not ${value.ob_type.tp_name}`);
      changes[text] = strValue(value);
    } else if (count !== undefined) changes[count] = asSize(m, value, m.types.OverflowError);
    else if (INSTRUCTION_FIELDS.includes(key)) requireUnchanged(m, self, key, value);
    else throw typeError(m, `replace() got an unexpected keyword argument '${key}'`);
  });
  return newCode(m, { ...(self.data as CodeData).unit, ...changes });
}

function requireUnchanged(m: Machine, self: PyObject, field: string, value: PyObject): void {
  const now = getAttrString(m, self, field);
  try {
    if (!richCompareBool(m, now, value, EQ)) throw new RunEnded('not-simulated', `A code object with another ${field} is not simulated.`);
  } finally {
    decref(m, now);
  }
}

export const codeType: TypeSpec = {
  name: 'code',
  basicsize: (m) => m.profile.basicsize.code,
  itemsize: 2,
  flags: 0,
  hasWeakrefs: true,
  slots: {
    tp_dealloc: codeDealloc,
    tp_repr: codeRepr,
    tp_traverse(_m, self, visit) {
      const data = self.data as CodeData;
      visit(data.constsTuple, '~co_consts', -1);
      visit(data.namesTuple, '~co_names', -1);
      visit(data.localsplusTuple, '~co_localsplusnames', -1);
      visit(data.kinds, '~co_localspluskinds', -1);
      visit(data.filename, '~co_filename', -1);
      visit(data.name, '~co_name', -1);
      visit(data.qualname, '~co_qualname', -1);
      visit(data.lineTable, '~co_linetable', -1);
      visit(data.exceptionTable, '~co_exceptiontable', -1);
      for (const value of Object.values(data.cached?.values ?? {})) visit(value, '~_co_cached', -1);
    },
    tp_hash(m, self) {
      const data = self.data as CodeData;
      return hash(m, data.name) ^ hash(m, data.constsTuple) ^ data.unit.ops.length;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || !isCode(m, a) || !isCode(m, b)) return incref(m.NotImplemented);
      const equal = a === b || codeEquals(m, a.data, b.data);
      return incref(equal === (op === EQ) ? m.True : m.False);
    },
    tp_sizeof(m, self) {
      const data = self.data as CodeData;
      return m.profile.basicsize.code + Math.ceil((codeUnitCount(data.unit) * 2) / 8) * 8;
    },
  },
  methods: [
    { name: 'co_lines', kind: 'noargs', fn: (m, self) => rows(m, linesOf((self.data as CodeData).unit)) },
    { name: 'co_positions', kind: 'noargs', fn: (m, self) => rows(m, positionsOf((self.data as CodeData).unit)) },
    { name: 'replace', kind: 'fastkw', fn: replaceCode },
    { name: '__replace__', inVersion: since(13), kind: 'fastkw', fn: replaceCode },
  ],
  getset: [
    { name: 'co_argcount', kind: 'member', get: number((u) => u.argcount) },
    { name: 'co_posonlyargcount', kind: 'member', get: number((u) => u.posonlyargcount) },
    { name: 'co_kwonlyargcount', kind: 'member', get: number((u) => u.kwonlyargcount) },
    { name: 'co_stacksize', kind: 'member', get: number((u) => u.stacksize) },
    { name: 'co_flags', kind: 'member', get: number((u) => u.flags) },
    { name: 'co_firstlineno', kind: 'member', get: number((u) => u.firstlineno) },
    { name: 'co_nlocals', get: number((u) => u.nlocals) },
    { name: 'co_names', kind: 'member', get: (_m, self) => incref((self.data as CodeData).namesTuple) },
    { name: 'co_consts', kind: 'member', get: (_m, self) => incref((self.data as CodeData).constsTuple) },
    { name: 'co_filename', kind: 'member', get: (_m, self) => incref((self.data as CodeData).filename) },
    { name: 'co_name', kind: 'member', get: (_m, self) => incref((self.data as CodeData).name) },
    { name: 'co_qualname', kind: 'member', get: (_m, self) => incref((self.data as CodeData).qualname) },
    { name: 'co_linetable', kind: 'member', get: (_m, self) => incref((self.data as CodeData).lineTable) },
    { name: 'co_exceptiontable', kind: 'member', get: (_m, self) => incref((self.data as CodeData).exceptionTable) },
    kept('co_varnames', (m, data) => namesOfKind(m, data, KIND_LOCAL)),
    kept('co_cellvars', (m, data) => namesOfKind(m, data, KIND_CELL)),
    kept('co_freevars', (m, data) => namesOfKind(m, data, KIND_FREE)),
    kept('co_code', (m, data) => newBytes(m, codeBytes(data.unit))),
    { name: '_co_code_adaptive', get: (m, self) => newBytes(m, codeBytes((self.data as CodeData).unit)) },
  ],
};
