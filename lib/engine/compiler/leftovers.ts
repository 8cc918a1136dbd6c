// What a compilation makes and drops again (CPython 3.13 Python/symtable.c, Python/compile.c): its dead objects wait on the free lists when the program starts.
import type { CodeUnit, Const } from './code-unit.ts';
import { encodedOf } from './code-bytes.ts';
import type { CompilerFeatures } from './features.ts';
import type { Scope } from './scope.ts';

/** What a compilation had at one time, at most. */
export interface CompileExtent {
  readonly scopes: ReadonlySet<Scope>;
  /** Units around each other. */
  readonly units: number;
  /** Smallest tables in the dicts of names of these units. */
  readonly nameTables: number;
}

/** How many objects of a kind are alive at one time and dead at the end. */
export interface CompileLeftovers {
  readonly lists: number;
  readonly dicts: number;
  /** Smallest tables of string keys. */
  readonly dictKeys: number;
  /** Tuples by length. */
  readonly tuples: ReadonlyMap<number, number>;
}

/** Names that the smallest table of a dict takes. */
const SMALLEST_TABLE = 5;

/**
 * Every block has a dict of symbols, a list of variables and one of children; the table of blocks is a dict more, the stacks of blocks and units and the
 * list of what is left open three lists. A code unit being compiled has a dict each of constants, names, variables, cells and free variables, from 3.12 on of
 * hidden variables too, and the units around it have theirs; the cache of constants is a dict that lives to the end with a tuple or two for each entry.
 */
export function leftoversOf(unit: CodeUnit, { scopes, units, nameTables }: CompileExtent, features: CompilerFeatures): CompileLeftovers {
  const dictsOfUnit = features.inlineComprehensions ? 6 : 5;
  return {
    lists: 2 * scopes.size + 3,
    dicts: scopes.size + 2 + dictsOfUnit * units,
    dictKeys: smallestTables([...scopes].map(({ symbols }) => symbols)) + nameTables,
    tuples: new ConstantKeys().of(unit),
  };
}

/** How many dicts of names have the smallest table. */
export function smallestTables(dicts: readonly { readonly size: number }[]): number {
  return dicts.filter(({ size }) => size > 0 && size <= SMALLEST_TABLE).length;
}

/** Lengths of the tuples in a constant's key (Objects/codeobject.c, _PyCode_ConstantKey): a pair for all but ints, strings and code; for a tuple one of its items' keys too. */
function keyLengths(constant: Const): number[] {
  switch (constant.t) {
    case 'none': case 'ellipsis': case 'int': case 'str': case 'code': return [];
    case 'tuple': case 'frozenset': return [constant.items.length, 2, ...constant.items.flatMap(keyLengths)];
    default: return [2];
  }
}

/**
 * The keys of the cache of constants. They stay to the end; the key of what is known already lives for a moment, beside all others.
 */
class ConstantKeys {
  private readonly seen = new Set<unknown>();
  private readonly alive = new Map<number, number>();
  private readonly most = new Map<number, number>();
  /** Tuples that the code objects keep. */
  private readonly kept = new Map<number, number>();

  of(unit: CodeUnit): ReadonlyMap<number, number> {
    this.addUnit(unit);
    return new Map([...this.most].map(([length, count]) => [length, count - (this.kept.get(length) ?? 0)]));
  }

  /** A unit's constants come while it is compiled, its own attributes when it is assembled. */
  private addUnit(unit: CodeUnit): void {
    for (const constant of unit.consts) {
      if (constant.t === 'code') this.addUnit(constant.unit);
      else this.addConstant(constant);
    }
    const { lineTable, exceptionTable } = encodedOf(unit);
    for (const bytes of [`lines ${lineTable}`, `exceptions ${exceptionTable}`, `code ${unit.ops} ${unit.args}`]) this.merge(bytes, [2]);
    this.mergeAttribute(unit.names.map((name) => `'${name}'`), []);
    this.mergeAttribute(unit.consts.map((constant) => this.identity(constant)), unit.consts.flatMap(keyLengths));
    this.mergeAttribute(unit.localsplusnames.map((name) => `'${name}'`), []);
  }

  private addConstant(constant: Const): void {
    const lengths = keyLengths(constant);
    if (lengths.length === 0) return;
    if (constant.t === 'tuple' || constant.t === 'frozenset') for (const item of constant.items) this.addConstant(item);
    this.merge(constant, lengths);
  }

  /** A tuple of a code object, with the keys of its items: it too is made before it is known whether there is one. */
  private mergeAttribute(items: readonly string[], keys: readonly number[]): void {
    const key = items.join();
    const { length } = items;
    if (!this.seen.has(key)) this.kept.set(length, (this.kept.get(length) ?? 0) + 1);
    this.merge(key, [length, length, 2, ...keys]);
  }

  /** Tuples of these lengths live from now on, or for a moment if the thing is known. */
  private merge(what: unknown, lengths: readonly number[]): void {
    for (const length of lengths) this.count(length, 1);
    if (this.seen.has(what)) for (const length of lengths) this.count(length, -1);
    this.seen.add(what);
  }

  private count(length: number, by: number): void {
    const now = (this.alive.get(length) ?? 0) + by;
    this.alive.set(length, now);
    if (now > (this.most.get(length) ?? 0)) this.most.set(length, now);
  }

  private readonly numbers = new Map<Const, number>();
  /** Equal constants are one already. */
  private identity(constant: Const): string {
    if (constant.t === 'str') return `'${constant.v}'`;
    if (constant.t === 'none' || constant.t === 'true' || constant.t === 'false' || constant.t === 'ellipsis') return constant.t;
    const number = this.numbers.get(constant) ?? this.numbers.size;
    this.numbers.set(constant, number);
    return `#${number}`;
  }
}
