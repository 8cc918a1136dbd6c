// functools.partial (CPython Modules/_functoolsmodule.c: partialobject).
import type { Machine } from '../machine.ts';
import { isKindOf, reprText, strText } from '../objects/abstract.ts';
import { freeObject, gcUntrack, allocObject, makeStatic } from '../objects/alloc.ts';
import { withCopiedArguments, withHeldArguments } from '../objects/argument-tuple.ts';
import { call, canEnter } from '../objects/call.ts';
import { dictClear, dictCopy, dictItemPairs, dictLen, dictSet, isDict, newDict } from '../objects/dict.ts';
import { newGenericAlias } from '../objects/generic-alias.ts';
import { genericAlloc, genericGetDict, genericSetDict, setInstanceDict } from '../objects/instance.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { reprEnter, reprLeave } from '../objects/repr-guard.ts';
import { isStr, newStr } from '../objects/str.ts';
import { isTuple, newTuple, packTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, TypeFlag, hasFlag } from '../objects/type.ts';
import type { NewFn, PendingCall, TypeSpec } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';

interface PartialData {
  func: PyObject;
  args: PyObject;
  keywords: PyObject;
}

function dataOf(o: PyObject): PartialData {
  return o.data as PartialData;
}

/** functools.Placeholder (3.14+): stands for a positional argument of the call. */
export const placeholderType: TypeSpec = {
  name: 'functools._PlaceholderType',
  basicsize: 16,
  flags: 0,
  doc: 'The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.',
  slots: { tp_repr: (m) => newStr(m, 'Placeholder'), tp_new: (m) => incref(placeholderOf(m)) },
  methods: [{ name: '__reduce__', kind: 'noargs', fn: (m) => newStr(m, 'Placeholder') }],
};

const placeholders = new WeakMap<Machine, PyObject>();

/** The one placeholder of a machine (borrowed). */
export function placeholderOf(m: Machine): PyObject {
  let known = placeholders.get(m);
  if (known === undefined) {
    known = makeStatic(m, m.memory.uncounted(() => allocObject(m, lazyType(m, placeholderType), null)));
    placeholders.set(m, known);
  }
  return known;
}

/** The bound arguments with placeholders filled from `given`, then the rest of those. */
function filled(bound: readonly PyObject[], given: readonly PyObject[], placeholder: PyObject): PyObject[] {
  let next = 0;
  const made = bound.map((o) => (o === placeholder && next < given.length ? given[next++] as PyObject : o));
  return [...made, ...given.slice(next)];
}

/** The type, made at first use. */
export function partialTypeOf(m: Machine): PyType {
  return lazyType(m, partialType);
}

/** What a partial object calls (borrowed); null for anything else. */
export function partialTarget(m: Machine, o: PyObject | null): PyObject | null {
  return o !== null && o.ob_type === m.lazyTypes.get(partialType) ? dataOf(o).func : null;
}

/** partial(func, *args, **keywords): a partial of a partial is flattened. */
const partialNew: NewFn = (m, type, args, kwnames) => {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  if (given < 1) throw typeError(m, "type 'partial' takes at least one argument");
  let func = args[0] as PyObject;
  if (func.ob_type.tp_call === null) throw typeError(m, 'the first argument must be callable');
  let before: readonly PyObject[] = [];
  let inherited: PyObject | null = null;
  if (isKindOf(func, partialTypeOf(m)) && func.ob_type.tp_call === partialCall && !hasAttributes(func)) {
    const inner = dataOf(func);
    before = tupleItems(inner.args);
    inherited = inner.keywords;
    func = inner.func;
  }
  if (m.profile.partialPlaceholders) checkPlaceholders(m, args, given);
  const held = m.profile.partialPlaceholders && before.includes(placeholderOf(m));
  const bound = held ? packTuple(m, filled(before, args.slice(1, given), placeholderOf(m))) : before.length === 0 ? packTuple(m, args.slice(1, given)) : newTuple(m, [...before, ...args.slice(1, given)].map((o) => incref(o)));
  const keywords = inherited === null ? newDict(m) : dictCopy(m, inherited);
  for (let i = 0; i < names.length; i++) dictSet(m, keywords, names[i] as PyObject, args[given + i] as PyObject);
  return genericAlloc(m, type, { func: incref(func), args: bound, keywords } satisfies PartialData);
};

function checkPlaceholders(m: Machine, args: readonly PyObject[], given: number): void {
  const placeholder = placeholderOf(m);
  if (given > 1 && args[given - 1] === placeholder) throw typeError(m, 'trailing Placeholders are not allowed');
  if (args.slice(given).includes(placeholder)) throw typeError(m, 'Placeholder cannot be passed as a keyword argument');
}

function hasAttributes(o: PyObject): boolean {
  return o.attrs !== null && o.attrs.dict !== null;
}

function partialCall(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { func, args: bound, keywords } = dataOf(self);
  const first = tupleItems(bound);
  if (m.profile.partialPlaceholders && first.includes(placeholderOf(m))) return callFilled(m, self, args, kwnames);
  if (dictLen(keywords) === 0) return call(m, func, first.length === 0 ? args : [...first, ...args], kwnames);
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const merged = dictCopy(m, keywords);
  for (let i = 0; i < names.length; i++) dictSet(m, merged, names[i] as PyObject, args[given + i] as PyObject);
  const pairs = dictItemPairs(merged);
  if (!pairs.every(([key]) => isStr(key))) {
    decref(m, merged);
    throw typeError(m, 'keywords must be strings');
  }
  const newNames = packTuple(m, pairs.map(([key]) => key));
  const passed = [...first, ...args.slice(0, given), ...pairs.map(([, value]) => value)];
  try {
    if (m.profile.partialPlaceholders) return call(m, func, passed, newNames);
    return callFromTuple(m, func, passed, newNames, { args, kwnames, joins: first.length > 0 && given > 0 });
  } finally {
    decref(m, newNames);
    decref(m, merged);
  }
}

/**
 * Before 3.14 keywords of its own take the long way (partial_vectorcall_fallback): the call's arguments become a tuple and a dict, with the bound ones
 * another tuple (`joins`), and what is called gets an array of all of them again.
 */
function callFromTuple(m: Machine, func: PyObject, passed: readonly PyObject[], names: PyObject, given: { args: readonly PyObject[]; kwnames: PyObject | null; joins: boolean }): PyObject {
  return withHeldArguments(m, given.args, given.kwnames, () => {
    const joined = given.joins ? packTuple(m, passed.slice(0, passed.length - tupleItems(names).length)) : null;
    try {
      const takesArray = !(func instanceof PyType) && hasFlag(func.ob_type, TypeFlag.VECTORCALL);
      return takesArray ? withCopiedArguments(m, [], passed, names, () => call(m, func, passed, names)) : call(m, func, passed, names);
    } finally {
      if (joined !== null) decref(m, joined);
    }
  });
}

/** The call for the loop: of a Python function, without keywords or placeholders. */
function enterPartial(m: Machine, self: PyObject, args: readonly PyObject[]): PendingCall | null {
  const { func, args: bound, keywords } = dataOf(self);
  const first = tupleItems(bound);
  if (!canEnter(m, func) || dictLen(keywords) > 0 || (m.profile.partialPlaceholders && first.includes(placeholderOf(m)))) return null;
  return { func, args: [...first, ...args], held: [], counts: false, finish: (_m, value) => value };
}

/** A call of a partial with placeholders: the first positional arguments take their places. */
function callFilled(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { func, args: bound, keywords } = dataOf(self);
  const placeholder = placeholderOf(m);
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  const wanted = tupleItems(bound).filter((o) => o === placeholder).length;
  if (given < wanted) throw typeError(m, `missing positional arguments in 'partial' call; expected at least ${wanted}, got ${given}`);
  const whole = packTuple(m, filled(tupleItems(bound), args.slice(0, given), placeholder));
  const plain = genericAlloc(m, partialTypeOf(m), { func: incref(func), args: whole, keywords: incref(keywords) } satisfies PartialData);
  try {
    return partialCall(m, plain, args.slice(given), kwnames);
  } finally {
    decref(m, plain);
  }
}

function partialRepr(m: Machine, self: PyObject): PyObject {
  const name = self.ob_type.tp_name;
  if (!reprEnter(m, self)) return newStr(m, '...');
  try {
    const { func, args, keywords } = dataOf(self);
    const parts = [reprText(m, func), ...tupleItems(args).map((arg) => reprText(m, arg))];
    // A key's __str__ can change the dict.
    const held = dictItemPairs(keywords).map(([key, value]) => [incref(key), incref(value)] as const);
    try {
      for (const [key, value] of held) parts.push(`${strText(m, key)}=${reprText(m, value)}`);
    } finally {
      for (const [key, value] of held) {
        decref(m, key);
        decref(m, value);
      }
    }
    return newStr(m, `${name}(${parts.join(', ')})`);
  } finally {
    reprLeave(m, self);
  }
}

function reduce(m: Machine, self: PyObject): PyObject {
  const { func, args, keywords } = dataOf(self);
  const dict = self.attrs !== null && self.attrs.dict !== null ? incref(self.attrs.dict) : incref(m.None);
  return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(func)]), newTuple(m, [incref(func), incref(args), incref(keywords), dict])]);
}

function setState(m: Machine, self: PyObject, state: PyObject): PyObject {
  const [func, args, keywords, dict] = isTuple(state) ? tupleItems(state) : [];
  if (func === undefined || args === undefined || !isTuple(args) || keywords === undefined || dict === undefined || (keywords !== m.None && !isDict(keywords))) {
    throw typeError(m, 'invalid partial state');
  }
  const data = dataOf(self);
  const old = { ...data };
  data.func = incref(func);
  data.args = incref(args);
  data.keywords = keywords === m.None ? newDict(m) : incref(keywords);
  if (dict !== m.None) setInstanceDict(m, self, dict);
  decref(m, old.func);
  decref(m, old.args);
  decref(m, old.keywords);
  return incref(m.None);
}

/** The type partial. */
export const partialType: TypeSpec = {
  name: 'functools.partial',
  basicsize: (m) => m.profile.basicsize.partial - 16,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.VECTORCALL,
  hasDict: true,
  hasWeakrefs: true,
  doc: 'Create a new function with partial application of the given arguments and keywords.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      clearWeakrefs(m, self);
      const data = dataOf(self);
      decref(m, data.func);
      decref(m, data.args);
      decref(m, data.keywords);
      if (self.ob_type === partialTypeOf(m) && self.attrs !== null && self.attrs.dict !== null) {
        const { dict } = self.attrs;
        self.attrs.dict = null;
        decref(m, dict);
      }
      freeObject(m, self);
    },
    tp_traverse: (m, self, visit) => {
      const data = dataOf(self);
      visit(data.func, 'func', -1);
      visit(data.args, 'args', -1);
      visit(data.keywords, 'keywords', -1);
      if (self.ob_type === partialTypeOf(m) && self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
    },
    tp_clear: (m, self) => {
      const data = dataOf(self);
      const { func, args } = data;
      data.func = incref(m.None);
      data.args = incref(m.emptyTuple);
      decref(m, func);
      decref(m, args);
      dictClear(m, data.keywords);
    },
    tp_repr: partialRepr,
    tp_call: partialCall,
    tp_new: partialNew,
  },
  enterCall: enterPartial,
  methods: [
    { name: '__reduce__', kind: 'noargs', fn: reduce },
    { name: '__setstate__', kind: 'o', fn: setState },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
  getset: [
    { name: 'func', kind: 'member', get: (_m, self) => incref(dataOf(self).func), doc: 'function object to use in future partial calls' },
    { name: 'args', kind: 'member', get: (_m, self) => incref(dataOf(self).args), doc: 'tuple of arguments to future partial calls' },
    { name: 'keywords', kind: 'member', get: (_m, self) => incref(dataOf(self).keywords), doc: 'dictionary of keyword arguments to future partial calls' },
    { name: '__dict__', get: genericGetDict, set: genericSetDict },
  ],
};

