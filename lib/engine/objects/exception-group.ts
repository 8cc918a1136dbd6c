// BaseExceptionGroup and ExceptionGroup (CPython 3.13 Objects/exceptions.c, BaseExceptionGroup_new, exceptiongroup_split_recursive).
import { badArgument } from './arguments.ts';
import type { Machine } from '../machine.ts';
import { isTrue, isSequence, lookupAttr, setAttr, strText } from './abstract.ts';
import { call, callMethod, enterRecursive, leaveRecursive } from './call.ts';
import { exceptionData, ExceptionData, exceptionInit, exceptionMatches, extendedException, isExceptionClass, isExceptionInstance, positionalArgs, replaceField } from './exceptions.ts';
import { field, objectField, setField } from './exception-fields.ts';
import { classGetItemMethod } from './generic-alias.ts';
import { genericAlloc } from './instance.ts';
import { newList, listItems, isList } from './list.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { isStr, newStr } from './str.ts';
import { isTuple, newTuple, packTuple, sequenceTuple, tupleItems } from './tuple.ts';
import { isSubtype, PyType, TypeFlag, type TypeSpec } from './type.ts';

const MESSAGE = 0, EXCEPTIONS = 1;

/** PyBaseExceptionGroup_Check. */
export function isExceptionGroup(m: Machine, o: PyObject): boolean {
  return isSubtype(o.ob_type, m.types.BaseExceptionGroup);
}

/** The group's exceptions (borrowed view). */
export function groupExceptions(o: PyObject): readonly PyObject[] {
  const tuple = field(o, EXCEPTIONS);
  return tuple === null ? [] : tupleItems(tuple);
}

function groupNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const given = positionalArgs(args, kwnames);
  if (given.length !== 2) throw typeError(m, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given.length} given)`);
  const [message, source] = given as [PyObject, PyObject];
  if (!isStr(message)) throw badArgument(m, 'BaseExceptionGroup.__new__', 'argument 1', 'str', message);
  if (!isSequence(source)) throw typeError(m, 'second argument (exceptions) must be a sequence');
  const exceptions = sequenceTuple(m, source);
  try {
    const items = tupleItems(exceptions);
    if (items.length === 0) throw valueError(m, 'second argument (exceptions) must be a non-empty sequence');
    const cls = checkMembers(m, type, items);
    const o = genericAlloc(m, cls, new ExceptionData(packTuple(m, given)));
    setField(m, o, MESSAGE, message);
    setField(m, o, EXCEPTIONS, exceptions);
    return o;
  } finally {
    decref(m, exceptions);
  }
}

/** The class to make: BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup. */
function checkMembers(m: Machine, type: PyType, items: readonly PyObject[]): PyType {
  let onlyExceptions = true;
  items.forEach((item, i) => {
    if (!isExceptionInstance(item)) throw valueError(m, `Item ${i} of second argument (exceptions) is not an exception`);
    if (!isSubtype(item.ob_type, m.types.Exception)) onlyExceptions = false;
  });
  if (type === m.types.BaseExceptionGroup) return onlyExceptions ? m.types.ExceptionGroup : type;
  if (onlyExceptions) return type;
  if (type === m.types.ExceptionGroup) throw typeError(m, 'Cannot nest BaseExceptions in an ExceptionGroup');
  if (isSubtype(type, m.types.Exception)) throw typeError(m, `Cannot nest BaseExceptions in '${type.tp_name}'`);
  return type;
}

/** What split() and subgroup() accept: a class, a tuple of classes, a callable. */
type Matcher = (exc: PyObject) => boolean;

function matcherFor(m: Machine, condition: PyObject): Matcher {
  if (condition instanceof PyType ? isExceptionClass(condition) : false) return (exc) => exceptionMatches(m, exc, condition);
  if (isTuple(condition) && tupleItems(condition).every((t) => isExceptionClass(t))) return (exc) => exceptionMatches(m, exc, condition);
  if (condition.ob_type.tp_call !== null && !(condition instanceof PyType)) {
    return (exc) => {
      const result = call(m, condition, [exc]);
      try {
        return isTrue(m, result);
      } finally {
        decref(m, result);
      }
    };
  }
  throw typeError(m, m.profile.groupConditionText);
}

interface Split {
  readonly match: PyObject | null;
  readonly rest: PyObject | null;
}

/** exceptiongroup_split_recursive; `wantRest` false leaves `rest` null. New references. */
function split(m: Machine, exc: PyObject, matches: Matcher, wantRest: boolean): Split {
  if (matches(exc)) return { match: incref(exc), rest: null };
  if (!isExceptionGroup(m, exc)) return { match: null, rest: wantRest ? incref(exc) : null };
  const matched: PyObject[] = [];
  const others: PyObject[] = [];
  enterRecursive(m, ' in exceptiongroup_split_recursive');
  try {
    for (const inner of groupExceptions(exc)) {
      const part = split(m, inner, matches, wantRest);
      if (part.match !== null) matched.push(part.match);
      if (part.rest !== null) others.push(part.rest);
    }
    return { match: subset(m, exc, matched), rest: wantRest ? subset(m, exc, others) : null };
  } finally {
    leaveRecursive(m);
    for (const o of matched) decref(m, o);
    for (const o of others) decref(m, o);
  }
}

/** exceptiongroup_subset: derive() with traceback, context, cause and notes copied. */
function subset(m: Machine, original: PyObject, items: readonly PyObject[]): PyObject | null {
  if (items.length === 0) return null;
  const list = newList(m, items.map((o) => incref(o)));
  let made: PyObject;
  try {
    made = callMethod(m, original, intern(m, 'derive'), [list]);
  } finally {
    decref(m, list);
  }
  if (!isExceptionGroup(m, made)) {
    decref(m, made);
    throw typeError(m, 'derive must return an instance of BaseExceptionGroup');
  }
  copyMetadata(m, original, made);
  return made;
}

function copyMetadata(m: Machine, from: PyObject, to: PyObject): void {
  const data = exceptionData(from);
  replaceField(m, to, 'traceback', data.traceback);
  replaceField(m, to, 'context', data.context);
  replaceField(m, to, 'cause', data.cause);
  exceptionData(to).suppressContext = data.suppressContext || exceptionData(to).suppressContext;
  const key = intern(m, '__notes__');
  const notes = lookupAttr(m, from, key);
  if (notes === null) return;
  if (isList(notes)) {
    const copy = newList(m, listItems(notes).map((o) => incref(o)));
    setAttr(m, to, key, copy);
    decref(m, copy);
  }
  decref(m, notes);
}

/** _PyExc_PrepReraiseStar's projection: the part of `original` whose leaves are those of `kept` groups. New reference, null = nothing. */
export function projectGroup(m: Machine, original: PyObject, kept: readonly PyObject[]): PyObject | null {
  const leaves = new Set<PyObject>();
  const collect = (exc: PyObject): void => {
    if (!isExceptionGroup(m, exc)) leaves.add(exc);
    else for (const inner of groupExceptions(exc)) collect(inner);
  };
  for (const group of kept) collect(group);
  const part = split(m, original, (exc) => leaves.has(exc), false);
  xdecref(m, part.rest);
  return part.match;
}

const baseGroup: TypeSpec = extendedException({
  name: 'BaseExceptionGroup',
  base: 'BaseException',
  basicsize: (m) => m.profile.exceptionBytes.group,
  doc: 'A combination of multiple unrelated exceptions.',
  getset: [
    { ...objectField('message', MESSAGE), doc: 'exception message' },
    { ...objectField('exceptions', EXCEPTIONS), doc: 'nested exceptions' },
  ].map(({ name, get, kind, doc }) => ({ name, get, doc, ...(kind === undefined ? {} : { kind }) })),
  slots: {
    tp_new: groupNew,
    tp_init: (m, self, args, kwnames) => exceptionInit(m, self, args, kwnames),
    tp_str(m, self) {
      const count = groupExceptions(self).length;
      const message = field(self, MESSAGE);
      return newStr(m, `${message === null ? '' : strText(m, message)} (${count} sub-exception${count > 1 ? 's' : ''})`);
    },
  },
  methods: [
    classGetItemMethod(),
    {
      name: 'derive',
      kind: 'o',
      fn: (m, self, exceptions) => call(m, m.types.BaseExceptionGroup, [field(self, MESSAGE) ?? m.emptyStr, exceptions]),
    },
    {
      name: 'split',
      kind: 'o',
      fn(m, self, condition) {
        const part = split(m, self, matcherFor(m, condition), true);
        return newTuple(m, [part.match ?? incref(m.None), part.rest ?? incref(m.None)]);
      },
    },
    {
      name: 'subgroup',
      kind: 'o',
      fn: (m, self, condition) => split(m, self, matcherFor(m, condition), false).match ?? incref(m.None),
    },
  ],
});

export const groupSpecs = {
  BaseExceptionGroup: baseGroup,
  ExceptionGroup: {
    name: 'ExceptionGroup',
    bases: ['BaseExceptionGroup', 'Exception'],
    basicsize: (m: Machine) => m.profile.exceptionBytes.group + (m.profile.managedWeakref ? 0 : 8),
    // Made by calling `type` in C: as a class it has its weak-reference word where classes have it.
    flags: (m: Machine) => TypeFlag.HAVE_GC | TypeFlag.BASETYPE | (m.profile.managedWeakref ? TypeFlag.MANAGED_WEAKREF : 0),
    hasWeakrefs: true,
    slots: {},
  },
} as const satisfies Record<string, TypeSpec>;
