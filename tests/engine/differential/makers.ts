// What every maker of statements uses: a maker is given the random numbers, the names assigned so far and the statement's number, and writes one statement.
import type { Rng } from '#lib/std/rng.ts';

export type Maker = (rng: Rng, names: string[], i: number) => string;
/** A maker and how often it is taken. */
export type Weighted = readonly [weight: number, maker: Maker];

export const pick = <T>(rng: Rng, items: readonly T[]): T => items[rng.below(items.length)] as T;

/** The statement's own name. */
export function fresh(names: string[], i: number): string {
  const name = `v${i}`;
  names.push(name);
  return name;
}

export function known(rng: Rng, names: readonly string[]): string {
  return names.length === 0 ? 'None' : pick(rng, names);
}

const LITERALS = [
  'None', 'True', '7', '1000', '2 ** 40', '-1', '3.5', "'two words'", 'bytes(2)', '()', '(1, 2)', "('a', 1.5)", '[]', '{}', 'set()', '[1, 2, 3]', "{'a': 1}", '{1, 2}',
  'range(3)', 'frozenset((1, 2))', "'é'", "'日本'", '1j', '...', "b'ab'", "''", "{'k': [], 'l': None}", '[[], ()]',
];

export const literal = (rng: Rng): string => pick(rng, LITERALS);

export function value(rng: Rng, names: readonly string[]): string {
  return rng.next() < 0.5 ? known(rng, names) : literal(rng);
}

export const number = (rng: Rng): string => pick(rng, ['0', '1', '-1', '2', '3', '5', '-3', '10', '255', '256', '257', '-5', '-6', '1000', '2 ** 30', '2 ** 60 - 1', '-2 ** 31', '10 ** 25', '-(10 ** 20)', '2 ** 64', '1 << 200']);

export const text = (rng: Rng): string => pick(rng, ["''", "'a'", "'ab'", "'two words'", "'é'", "'日本語'", "'😀x'", "' pad '", "'a,b,,c'", "'Title Case'", "'x\\ty\\n'", "'abcabc'", "'ß'", "'12'", "'%s'"]);

export const slice = (rng: Rng): string => pick(rng, [':', '1:', ':-1', '::2', '::-1', '1:3', '-2:', '5:1', '3:0:-2', '1:1', ':100', '2:2:3']);

export type Expression = (rng: Rng, names: readonly string[], depth?: number) => string;

/** A nested expression of names and literals: what it is given may not fit, which is a difference to look for too. */
export const expression: Expression = (rng, names, depth = 2) => {
  if (depth === 0) return value(rng, names);
  const e = (): string => expression(rng, names, depth - 1);
  const forms: readonly (() => string)[] = [
    () => value(rng, names),
    () => `(${e()}, ${e()})`,
    () => `[${e()}, *[${e()}]]`,
    () => `{'k': ${e()}, **{'z': ${e()}}}`,
    () => `(${e()} if ${e()} else ${e()})`,
    () => `(${e()} ${pick(rng, ['+', '*', '==', '!=', 'is', 'is not', 'and', 'or', '<', '%', '-', '|', '&', '//', '@'])} ${e()})`,
    () => `(${e()} < ${e()} <= ${e()})`,
    () => `(${e()} in ${e()})`,
    () => `(not ${e()})`,
    () => `[p for p in [${e()}, ${e()}] if p is not ${e()}]`,
    () => `{p: ${e()} for p in range(${rng.below(5)})}`,
    () => `(lambda q=${e()}: (q, ${e()}))()`,
    () => `f'{${known(rng, names)}!r:.9}'`,
    () => `guard(${pick(rng, ['len', 'list', 'type', 'repr', 'sorted', 'tuple', 'bool', 'str', 'hash and type', 'iter and type'])}, ${e()})`,
    () => `(${e()})[${pick(rng, ['0', '-1', "'k'", '1:', '::-1'])}]`,
    () => `[*(p for p in (${e()}, 1))]`,
    () => `many(${e()}, *(${e()},), k=${e()})`,
  ];
  return pick(rng, forms)();
};

/** The lines of a statement of several: they stand in the `try` that is around every statement. */
export const block = (...lines: readonly string[]): string => lines.join('\n').replaceAll('\n', '\n    ');
