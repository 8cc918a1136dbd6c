// Binding arguments to parameters (CPython 3.13 Python/ceval.c, initialize_locals, too_many_positional, missing_arguments).
import type { CodeData } from '../objects/code.ts';
import type { FunctionData } from '../objects/function.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code-unit.ts';
import { richCompareBool } from '../objects/abstract.ts';
import { dictGet, dictSet, newDict } from '../objects/dict.ts';
import { recycleFrame, takeFrame } from '../objects/interpreter-frame.ts';
import { decref, incref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { tupleItems, tupleFromArray } from '../objects/tuple.ts';
import { EQ } from '../objects/type.ts';
import { nativeArityError } from './native-arity.ts';
import { suggestName } from '../objects/suggestions.ts';

/** Frames whose locals are filled from `args`. Takes over one reference to `func` and to every argument, also when it throws. */
export function bindArguments(m: Machine, func: PyObject, given: PyObject[], kwnames: PyObject | null): Frame {
  const data = func.data as FunctionData;
  const code = data.codeData;
  const frame = takeFrame(code, data.code, func, data.globals, data.builtins);
  // An argument whose reference has moved to a local leaves null behind.
  const args: (PyObject | null)[] = given;
  try {
    fillParameters(m, data, frame.slots, args, kwnames === null ? [] : tupleItems(kwnames));
  } catch (error) {
    for (const arg of args) if (arg !== null) decref(m, arg);
    abandonFrame(m, frame);
    throw error;
  }
  return frame;
}

function abandonFrame(m: Machine, frame: Frame): void {
  for (let i = 0; i < frame.sp; i++) {
    const value = frame.slots[i] as PyObject | null;
    frame.slots[i] = null;
    if (value !== null) decref(m, value);
  }
  const func = frame.func;
  const codeObject = frame.codeObject;
  frame.func = null;
  recycleFrame(frame);
  if (func !== null) decref(m, func);
  decref(m, codeObject);
}

function fillParameters(m: Machine, data: FunctionData, slots: (PyObject | null)[], args: (PyObject | null)[], names: readonly PyObject[]): void {
  const code = data.codeData;
  const { argcount, kwonlyargcount } = code.unit;
  const given = args.length - names.length;
  const total = argcount + kwonlyargcount;
  const wrong = code.nativeName === null ? null : nativeArityError(m, data, given, names.length > 0);
  if (wrong !== null) throw wrong;
  let keywords: PyObject | null = null;
  const hasStar = (code.flags & CO_VARARGS) !== 0;
  if ((code.flags & CO_VARKEYWORDS) !== 0) {
    keywords = newDict(m);
    slots[total + (hasStar ? 1 : 0)] = keywords;
  }
  const direct = Math.min(given, argcount);
  for (let i = 0; i < direct; i++) {
    slots[i] = args[i] as PyObject;
    args[i] = null;
  }
  if (hasStar) {
    const rest: PyObject[] = [];
    for (let i = direct; i < given; i++) {
      rest.push(args[i] as PyObject);
      args[i] = null;
    }
    slots[total] = tupleFromArray(m, rest);
  }
  for (let k = 0; k < names.length; k++) bindKeyword(m, data, slots, args, given + k, names, k, keywords);
  if (given > argcount && !hasStar) throw tooManyPositional(m, data, given, slots);
  if (given < argcount) fillDefaults(m, data, slots, given);
  if (kwonlyargcount > 0) fillKeywordOnly(m, data, slots);
}

function bindKeyword(
  m: Machine, data: FunctionData, slots: (PyObject | null)[], args: (PyObject | null)[], at: number, names: readonly PyObject[], k: number, keywords: PyObject | null,
): void {
  const code = data.codeData;
  const { argcount, kwonlyargcount, posonlyargcount } = code.unit;
  const name = names[k] as PyObject;
  const qualname = strValue(data.qualname);
  if (!isStr(name)) throw typeError(m, `${qualname}() keywords must be strings`);
  const index = parameterIndex(m, code, name, posonlyargcount, argcount + kwonlyargcount);
  if (index >= 0) {
    if (slots[index] !== null) throw typeError(m, `${qualname}() got multiple values for argument '${strValue(name)}'`);
    slots[index] = args[at] as PyObject;
    args[at] = null;
    return;
  }
  if (keywords === null) {
    if (posonlyargcount > 0) refusePositionalOnlyNames(m, data, names);
    const possible = code.localsplusnames.slice(posonlyargcount, argcount + kwonlyargcount).map(strValue);
    const suggestion = m.profile.suggestsKeywords ? suggestName(strValue(name), possible) : null;
    const hint = suggestion === null ? '' : `. Did you mean '${suggestion}'?`;
    throw typeError(m, `${qualname}() got an unexpected keyword argument '${strValue(name)}'${hint}`);
  }
  const value = args[at] as PyObject;
  dictSet(m, keywords, name, value);
  args[at] = null;
  decref(m, value);
}

/** Index of the parameter that can be given by this name, -1 if none. */
function parameterIndex(m: Machine, code: CodeData, name: PyObject, from: number, to: number): number {
  const names = code.localsplusnames;
  for (let i = from; i < to; i++) if (names[i] === name) return i;
  for (let i = from; i < to; i++) if (richCompareBool(m, names[i] as PyObject, name, EQ)) return i;
  return -1;
}

/** positional_only_passed_as_keyword. */
function refusePositionalOnlyNames(m: Machine, data: FunctionData, names: readonly PyObject[]): void {
  const code = data.codeData;
  const given = new Set(names.map((name) => strValue(name)));
  const wrong = code.localsplusnames.slice(0, code.unit.posonlyargcount).map(strValue).filter((name) => given.has(name));
  if (wrong.length === 0) return;
  throw typeError(m, `${strValue(data.qualname)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`);
}

function fillDefaults(m: Machine, data: FunctionData, slots: (PyObject | null)[], given: number): void {
  const { argcount } = data.codeData.unit;
  const defaults = data.defaults === null ? [] : tupleItems(data.defaults);
  const required = argcount - defaults.length;
  const missing: string[] = [];
  for (let i = given; i < required; i++) if (slots[i] === null) missing.push(strValue(data.codeData.localsplusnames[i] as PyObject));
  if (missing.length > 0) throw missingArguments(m, data, 'positional', missing);
  const first = given > required ? given - required : 0;
  for (let i = first; i < defaults.length; i++) {
    if (slots[required + i] === null) slots[required + i] = incref(defaults[i] as PyObject);
  }
}

function fillKeywordOnly(m: Machine, data: FunctionData, slots: (PyObject | null)[]): void {
  const { argcount, kwonlyargcount } = data.codeData.unit;
  const missing: string[] = [];
  for (let i = argcount; i < argcount + kwonlyargcount; i++) {
    if (slots[i] !== null) continue;
    const name = data.codeData.localsplusnames[i] as PyObject;
    const value = data.kwdefaults === null ? null : dictGet(m, data.kwdefaults, name);
    if (value === null) missing.push(strValue(name));
    else slots[i] = incref(value);
  }
  if (missing.length > 0) throw missingArguments(m, data, 'keyword-only', missing);
}

/** format_missing: "f() missing 2 required positional arguments: 'a' and 'b'". */
function missingArguments(m: Machine, data: FunctionData, kind: string, names: readonly string[]) {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() as string;
  let list = last;
  if (quoted.length === 1) list = `${quoted[0] ?? ''} and ${last}`;
  else if (quoted.length > 1) list = `${quoted.join(', ')}, and ${last}`;
  const plural = names.length === 1 ? '' : 's';
  return typeError(m, `${strValue(data.qualname)}() missing ${names.length} required ${kind} argument${plural}: ${list}`);
}

/** too_many_positional. */
function tooManyPositional(m: Machine, data: FunctionData, given: number, slots: (PyObject | null)[]) {
  const { argcount, kwonlyargcount } = data.codeData.unit;
  let keywordOnlyGiven = 0;
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (slots[i] !== null) keywordOnlyGiven++;
  const defaults = data.defaults === null ? 0 : tupleItems(data.defaults).length;
  const plural = defaults > 0 || argcount !== 1;
  const signature = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : String(argcount);
  const extra = keywordOnlyGiven === 0 ? '' : ` positional argument${given === 1 ? '' : 's'} (and ${keywordOnlyGiven} keyword-only argument${keywordOnlyGiven === 1 ? '' : 's'})`;
  return typeError(
    m,
    `${strValue(data.qualname)}() takes ${signature} positional argument${plural ? 's' : ''} but ${given}${extra} ${given === 1 && keywordOnlyGiven === 0 ? 'was' : 'were'} given`,
  );
}
