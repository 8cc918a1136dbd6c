// Argument parsing for natives with keywords (CPython Python/getargs.c: _PyArg_UnpackKeywords, _PyArg_CheckPositional).
import type { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { strValue } from './str.ts';
import { tupleItems } from './tuple.ts';
import { suggestName } from './suggestions.ts';

/** The parameters of a native function. */
export interface ArgSpec {
  /** Name in error texts: 'sorted'; '' where CPython's parser has none. */
  readonly name: string;
  /** Parameter names in order; '' marks a positional-only one (they come first). */
  readonly params: readonly string[];
  /** How many must be given (the first `required` of `params`). */
  readonly required?: number;
  /** How many may be given by position; default all. */
  readonly positional?: number;
}

/** The arguments by parameter (borrowed; null = not given). */
export function parseArgs(m: Machine, spec: ArgSpec, args: readonly PyObject[], kwnames: PyObject | null): (PyObject | null)[] {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const { params } = spec;
  const max = spec.positional ?? params.length;
  const required = spec.required ?? 0;
  if (args.length > params.length) throw tooMany(m, spec, args.length, given);
  if (given > max) throw wrongPositionalCount(m, spec, given, Math.min(required, max), max);
  const positionalOnly = params.lastIndexOf('') + 1;
  const minPositional = Math.min(required, positionalOnly);
  if (given < minPositional) throw wrongPositionalCount(m, spec, given, minPositional, max);
  const out: (PyObject | null)[] = new Array<PyObject | null>(params.length).fill(null);
  for (let i = 0; i < given; i++) out[i] = args[i] ?? null;
  let unexpected: string | null = null;
  names.forEach((name, k) => {
    const text = strValue(name);
    const at = text === '' ? -1 : params.indexOf(text);
    if (at < 0) {
      unexpected ??= text;
      return;
    }
    if (at < given) throw typeError(m, `argument for ${called(spec.name)} given by name ('${text}') and position (${at + 1})`);
    out[at] = args[given + k] ?? null;
  });
  for (let i = 0; i < required; i++) {
    if (out[i] === null) throw typeError(m, `${called(spec.name)} missing required argument '${params[i] ?? ''}' (pos ${i + 1})`);
  }
  if (unexpected !== null) throw unexpectedKeyword(m, spec.name, unexpected, params);
  return out;
}

const called = (name: string): string => (name === '' ? 'function' : `${name}()`);

/** _PyArg_CheckPositional: 'pop expected at most 1 argument, got 2'. max -1 = no upper bound. */
export function checkPositional(m: Machine, name: string, given: number, min: number, max: number): void {
  if (given < min || (max >= 0 && given > max)) throw wrongPositionals(m, name, given, min, max);
}

/** The error of _PyArg_CheckPositional. */
export function wrongPositionals(m: Machine, name: string, given: number, min: number, max: number): PyRaise {
  const [bound, word] = given < min ? [min, 'at least '] : [max, 'at most '];
  return typeError(m, `${name} expected ${min === max ? '' : word}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}

/** _PyArg_BadArgument: "to_bytes() argument 'byteorder' must be str, not int"; None is called None. */
export function badArgument(m: Machine, who: string, display: string, expected: string, o: PyObject): PyRaise {
  return typeError(m, `${who === '' ? '' : `${who}() `}${display} must be ${expected}, not ${o === m.None ? 'None' : o.ob_type.tp_name}`);
}

/** _PyArg_NoKeywords: 'range() takes no keyword arguments'. */
export function noKeywords(m: Machine, name: string, kwnames: PyObject | null): void {
  if (kwnames !== null && tupleItems(kwnames).length > 0) throw typeError(m, `${name}() takes no keyword arguments`);
}

function tooMany(m: Machine, spec: ArgSpec, total: number, given: number): PyRaise {
  const count = spec.params.length;
  if (count === 0) return typeError(m, `${called(spec.name)} takes no arguments (${total} given)`);
  return typeError(m, `${called(spec.name)} takes at most ${count} ${given === 0 ? 'keyword ' : ''}argument${count === 1 ? '' : 's'} (${total} given)`);
}

function wrongPositionalCount(m: Machine, spec: ArgSpec, given: number, min: number, max: number): PyRaise {
  if (max === 0) return typeError(m, `${called(spec.name)} takes no positional arguments`);
  const [bound, word] = given < min ? [min, min < max ? 'at least' : 'exactly'] : [max, min < max ? 'at most' : 'exactly'];
  return typeError(m, `${called(spec.name)} takes ${word} ${bound} positional argument${bound === 1 ? '' : 's'} (${given} given)`);
}

/** The error for a keyword that the native function `name` has no parameter for; from 3.13 on it may name the parameter that was meant. */
export function unexpectedKeyword(m: Machine, name: string, keyword: string, params: readonly string[]): PyRaise {
  const suggestion = m.profile.suggestsKeywords ? suggestName(keyword, params.filter((param) => param !== '')) : null;
  const hint = suggestion === null ? '' : `. Did you mean '${suggestion}'?`;
  return typeError(m, m.profile.unexpectedKeywordText.replace('%name', name === '' ? 'this function' : `${name}()`).replace('%keyword', keyword) + hint);
}
