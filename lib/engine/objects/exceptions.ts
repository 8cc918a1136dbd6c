// Exception objects (CPython 3.13 Objects/exceptions.c): what all of them share.
// The classes are listed in exception-types.ts.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { lookupAttr, repr, reprText, setAttr, str } from './abstract.ts';
import { adoptBlock, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { noKeywords, badArgument } from './arguments.ts';
import { call } from './call.ts';
import { dictUpdate, isDict } from './dict.ts';
import { clearInstanceDict, genericAlloc, genericGetDict, genericSetDict, instanceDict, visitInstanceDict } from './instance.ts';
import { newBool } from './bool.ts';
import { isTrue } from './abstract.ts';
import { isList, listAppend, newList } from './list.ts';
import { intern } from './names.ts';
import { decref, incref, xdecref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { isTuple, packTuple, sequenceTuple, tupleItems } from './tuple.ts';
import { isTraceback } from './traceback-object.ts';
import { type GetSetSpec, hasFlag, type InitFn, isSubtype, type NativeSpec, type NewFn, PyType, TypeFlag, type TypeSlots, type TypeSpec, type Visit } from './type.ts';
import { trashcanBegin, trashcanEnd } from './trashcan.ts';

/** The payload of every exception. References are owned. */
export class ExceptionData {
  /** Tuple. */
  args: PyObject;
  traceback: PyObject | null = null;
  context: PyObject | null = null;
  cause: PyObject | null = null;
  suppressContext = false;
  /** StopIteration.value, SystemExit.code. */
  value: PyObject | null = null;
  /** Fields of other classes in the order of their struct (see exception-fields.ts); null = the class has none. */
  fields: (PyObject | null)[] | null = null;
  /** UnicodeError's start and end; OSError's characters_written at `start` (-1 = unset). */
  start = 0;
  end = 0;
  constructor(args: PyObject) {
    this.args = args;
  }
}

export interface PyException extends PyObject {
  data: ExceptionData;
}

/** PyExceptionInstance_Check. */
export function isExceptionInstance(o: PyObject): o is PyException {
  return hasFlag(o.ob_type, TypeFlag.BASE_EXC_SUBCLASS);
}

/** PyExceptionClass_Check. */
export function isExceptionClass(o: PyObject): o is PyType {
  return o instanceof PyType && hasFlag(o, TypeFlag.BASE_EXC_SUBCLASS);
}

/** The payload of an exception. */
export function exceptionData(o: PyObject): ExceptionData {
  return o.data as ExceptionData;
}

/** An exception made by calling its class; arguments are borrowed. */
export function newException(m: Machine, type: PyType, args: readonly PyObject[]): PyException {
  return call(m, type, args) as PyException;
}

/** PyErr_GivenExceptionMatches: `exc` is an instance or a class, `type` a class or a tuple of classes. */
export function exceptionMatches(m: Machine, exc: PyObject, type: PyObject): boolean {
  if (isTuple(type)) return tupleItems(type).some((t) => exceptionMatches(m, exc, t));
  const cls = isExceptionInstance(exc) ? exc.ob_type : exc;
  if (isExceptionClass(cls) && isExceptionClass(type)) return isSubtype(cls, type);
  return exc === type;
}

/** AttributeError with `name` and `obj` set for suggestions. */
export function attributeErrorText(m: Machine, o: PyObject, name: PyObject, text: string): PyRaise {
  const message = newStr(m, text);
  const exc = call(m, m.types.AttributeError, [message]);
  decref(m, message);
  exceptionData(exc).fields = [incref(o), incref(name)];
  return new PyRaise(exc);
}

/** The value of a StopIteration, borrowed (_PyGen_FetchStopIterationValue). */
export function stopIterationValue(m: Machine, exc: PyObject): PyObject {
  return exceptionData(exc).value ?? m.None;
}

/**
 * What `generator.throw(type, value, traceback)` raises: a class is called, an instance taken as it is. New reference.
 * Where the class fails, its exception is what the generator gets (PyErr_NormalizeException).
 */
export function normaliseThrown(m: Machine, type: PyObject, value: PyObject | null, traceback: PyObject | null): PyObject {
  const exc = thrownInstance(m, type, value);
  if (traceback !== null && traceback !== m.None) {
    if (!isTraceback(m, traceback)) {
      decref(m, exc);
      throw typeError(m, 'throw() third argument must be a traceback object');
    }
    replaceField(m, exc, 'traceback', traceback);
  }
  return exc;
}

function thrownInstance(m: Machine, type: PyObject, value: PyObject | null): PyObject {
  if (isExceptionInstance(type)) {
    if (value !== null && value !== m.None) throw typeError(m, 'instance exception may not have a separate value');
    return incref(type);
  }
  if (!isExceptionClass(type)) {
    throw typeError(m, `exceptions must be classes or instances deriving from BaseException, not ${type.ob_type.tp_name}`);
  }
  if (value !== null && isExceptionInstance(value) && isSubtype(value.ob_type, type)) return incref(value);
  try {
    return newInstance(m, type, value === null || value === m.None ? [] : isTuple(value) ? tupleItems(value) : [value]);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    return error.exc;
  }
}

/** _PyErr_CreateException: what a class of exceptions answers must be an exception. */
function newInstance(m: Machine, type: PyObject, args: readonly PyObject[]): PyObject {
  const made = call(m, type, args);
  if (isExceptionInstance(made)) return made;
  const text = `calling ${reprText(m, type)} should have returned an instance of BaseException, not ${made.ob_type.tp_name}`;
  decref(m, made);
  throw typeError(m, text);
}

type LinkField = 'traceback' | 'context' | 'cause';

/** Sets a link; takes a new reference to `value`. */
export function replaceField(m: Machine, exc: PyObject, field: LinkField, value: PyObject | null): void {
  const data = exceptionData(exc);
  const old = data[field];
  data[field] = value === null ? null : incref(value);
  if (old !== null) decref(m, old);
}

/** PyException_SetCause: steals nothing, sets suppress_context too. */
export function setCause(m: Machine, exc: PyObject, cause: PyObject | null): void {
  exceptionData(exc).suppressContext = true;
  replaceField(m, exc, 'cause', cause);
}

/** PyException_SetContext. */
export function setContext(m: Machine, exc: PyObject, context: PyObject | null): void {
  replaceField(m, exc, 'context', context);
}

/** BaseException.add_note. */
export function addNote(m: Machine, exc: PyObject, text: string): void {
  const note = newStr(m, text);
  addNoteObject(m, exc, note);
  decref(m, note);
}

function addNoteObject(m: Machine, self: PyObject, note: PyObject): void {
  if (!isStr(note)) throw m.profile.addNoteChecked ? badArgument(m, 'add_note', 'argument', 'str', note) : typeError(m, `note must be a str, not '${note.ob_type.tp_name}'`);
  const key = intern(m, '__notes__');
  let notes = lookupAttr(m, self, key);
  if (notes === null) {
    notes = newList(m, []);
    setAttr(m, self, key, notes);
  }
  try {
    if (!isList(notes)) throw typeError(m, 'Cannot add note: __notes__ is not a list');
    listAppend(m, notes, note);
  } finally {
    decref(m, notes);
  }
}

/** The positional part of vectorcall arguments. */
export function positionalArgs(args: readonly PyObject[], kwnames: PyObject | null): readonly PyObject[] {
  return kwnames === null ? args : args.slice(0, args.length - tupleItems(kwnames).length);
}

/** BaseException_new. */
export const exceptionNew: NewFn = (m, type, args, kwnames) => {
  const tuple = packTuple(m, positionalArgs(args, kwnames));
  return genericAlloc(m, type, new ExceptionData(tuple));
};

/** MemoryError_new: exact ones live on blocks that the interpreter keeps for them (start-up makes 16; get_memory_error). */
export const memoryErrorNew: NewFn = (m, type, args, kwnames) => {
  const block = type === m.types.MemoryError ? m.freeLists.memoryError.pop() : 0;
  if (block === 0) return exceptionNew(m, type, args, kwnames);
  const o = adoptBlock(m, type, new ExceptionData(packTuple(m, positionalArgs(args, kwnames))), block);
  gcTrack(m, o);
  return o;
};

/** BaseException_init: `args` becomes the new arguments' tuple. */
export const exceptionInit: InitFn = (m, self, args, kwnames) => {
  noKeywords(m, self.ob_type.tp_name, kwnames);
  setArgs(m, self, args);
};

/** The call's own argument tuple is shared by __new__ and __init__: no second one is made for the same arguments. */
export function setArgs(m: Machine, self: PyObject, args: readonly PyObject[]): void {
  const data = exceptionData(self);
  const old = tupleItems(data.args);
  if (old.length === args.length && old.every((item, i) => item === args[i])) return;
  const previous = data.args;
  data.args = packTuple(m, args);
  decref(m, previous);
}

function clearData(m: Machine, self: PyObject): void {
  clearInstanceDict(m, self);
  const data = exceptionData(self);
  const { args, traceback, cause, context, value, fields } = data;
  data.args = m.emptyTuple;
  data.traceback = null;
  data.cause = null;
  data.context = null;
  data.value = null;
  data.fields = null;
  if (fields !== null) for (const field of fields) xdecref(m, field);
  xdecref(m, value);
  decref(m, args);
  incref(m.emptyTuple);
  xdecref(m, traceback);
  xdecref(m, cause);
  xdecref(m, context);
}

function exceptionDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, exceptionDealloc)) return;
  clearData(m, self);
  decref(m, m.emptyTuple);
  if (self.ob_type !== m.types.MemoryError || !m.freeLists.memoryError.push(self.block)) freeObject(m, self);
  trashcanEnd(m);
}

function exceptionTraverse(m: Machine, self: PyObject, visit: Visit): void {
  visitInstanceDict(m, self, visit);
  const data = exceptionData(self);
  data.fields?.forEach((field, i) => {
    if (field !== null) visit(field, 'field', i);
  });
  if (data.value !== null) visit(data.value, 'value', -1);
  visit(data.args, 'args', -1);
  if (data.traceback !== null) visit(data.traceback, '__traceback__', -1);
  if (data.cause !== null) visit(data.cause, '__cause__', -1);
  if (data.context !== null) visit(data.context, '__context__', -1);
}

/** BaseException_str. */
export function exceptionStr(m: Machine, self: PyObject): PyObject {
  const { args } = exceptionData(self);
  const items = tupleItems(args);
  if (items.length === 0) return incref(m.emptyStr);
  return str(m, items.length === 1 ? (items[0] as PyObject) : args);
}

export function exceptionRepr(m: Machine, self: PyObject): PyObject {
  const { args } = exceptionData(self);
  const items = tupleItems(args);
  const inner = repr(m, items.length === 1 ? (items[0] as PyObject) : args);
  const text = strValue(inner);
  decref(m, inner);
  return newStr(m, items.length === 1 ? `${shortName(self.ob_type)}(${text})` : `${shortName(self.ob_type)}${text}`);
}

/** _PyType_Name: without the module. */
export function shortName(type: PyType): string {
  return type.tp_name.slice(type.tp_name.lastIndexOf('.') + 1);
}

/** Slots that every exception class shares. */
export const exceptionSlots: Partial<TypeSlots> = {
  tp_dealloc: exceptionDealloc,
  tp_traverse: exceptionTraverse,
  tp_clear: clearData,
  tp_repr: exceptionRepr,
  tp_str: exceptionStr,
  tp_new: exceptionNew,
  tp_init: exceptionInit,
};

function linkSetter(field: LinkField, name: string): Pick<GetSetSpec, 'get' | 'set'> {
  return {
    get: (m, self) => incref(exceptionData(self)[field] ?? m.None),
    set(m, self, value) {
      if (value === null) throw typeError(m, `${name} may not be deleted`);
      if (value === m.None) {
        replaceField(m, self, field, null);
        return;
      }
      if (field === 'traceback') {
        if (!isTraceback(m, value)) throw typeError(m, '__traceback__ must be a traceback or None');
      } else if (!isExceptionInstance(value)) {
        throw typeError(m, `exception ${field} must be None or derive from BaseException`);
      }
      if (field === 'cause') setCause(m, self, value);
      else replaceField(m, self, field, value);
    },
  };
}

const baseGetSets: readonly GetSetSpec[] = [
  { name: '__suppress_context__', kind: 'member', get: (m, self) => newBool(m, exceptionData(self).suppressContext), set: setSuppressContext },
  { name: '__dict__', get: genericGetDict, set: genericSetDict },
  { name: 'args', get: (_m, self) => incref(exceptionData(self).args), set: setArgsAttribute },
  { name: '__traceback__', ...linkSetter('traceback', '__traceback__') },
  { name: '__context__', ...linkSetter('context', '__context__') },
  { name: '__cause__', ...linkSetter('cause', '__cause__'), set: setCauseAttribute },
];

function setCauseAttribute(m: Machine, self: PyObject, value: PyObject | null): void {
  if (value === null) throw typeError(m, '__cause__ may not be deleted');
  if (value !== m.None && !isExceptionInstance(value)) throw typeError(m, 'exception cause must be None or derive from BaseException');
  setCause(m, self, value === m.None ? null : value);
}

function setSuppressContext(m: Machine, self: PyObject, value: PyObject | null): void {
  if (value === null) throw typeError(m, "can't delete numeric/char attribute");
  if (value !== m.True && value !== m.False) throw typeError(m, 'attribute value type must be bool');
  exceptionData(self).suppressContext = isTrue(m, value);
}

function setArgsAttribute(m: Machine, self: PyObject, value: PyObject | null): void {
  if (value === null) throw typeError(m, 'args may not be deleted');
  const tuple = sequenceTuple(m, value);
  const data = exceptionData(self);
  const old = data.args;
  data.args = tuple;
  decref(m, old);
}

const baseMethods: readonly NativeSpec[] = [
  {
    name: '__reduce__',
    kind: 'noargs',
    fn(m, self) {
      const { args } = exceptionData(self);
      const dict = self.attrs?.dict ?? null;
      return packTuple(m, dict === null ? [self.ob_type, args] : [self.ob_type, args, dict]);
    },
  },
  {
    name: '__setstate__',
    kind: 'o',
    fn(m, self, state) {
      if (state === m.None) return incref(m.None);
      if (!isDict(state)) throw typeError(m, 'state is not a dictionary');
      dictUpdate(m, instanceDict(m, self), state);
      return incref(m.None);
    },
  },
  {
    name: 'with_traceback',
    kind: 'o',
    doc: 'Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.',
    fn(m, self, tb) {
      if (tb !== m.None && !isTraceback(m, tb)) throw typeError(m, '__traceback__ must be a traceback or None');
      replaceField(m, self, 'traceback', tb === m.None ? null : tb);
      return incref(self);
    },
  },
  {
    name: 'add_note',
    kind: 'o',
    doc: 'Exception.add_note(note) --\n    add a note to the exception',
    fn(m, self, note) {
      addNoteObject(m, self, note);
      return incref(m.None);
    },
  },
];

const FLAGS = TypeFlag.HAVE_GC | TypeFlag.BASETYPE;

export const baseException: TypeSpec = {
  name: 'BaseException',
  basicsize: 72,
  flags: FLAGS | TypeFlag.BASE_EXC_SUBCLASS,
  hasDict: true,
  slots: exceptionSlots,
  methods: baseMethods,
  getset: baseGetSets,
  doc: 'Common base class for all exceptions.',
};

/** A class without fields of its own (SimpleExtendsException). */
export function simpleException(name: string, base: string, doc: string): TypeSpec {
  return { name, base, basicsize: 72, flags: FLAGS, slots: { tp_new: exceptionNew, tp_init: exceptionInit }, doc };
}

/** A class that extends the struct. */
export function extendedException(spec: Pick<TypeSpec, 'name' | 'base' | 'basicsize' | 'getset' | 'methods' | 'doc'> & { readonly slots: Partial<TypeSlots> }): TypeSpec {
  return { ...spec, flags: FLAGS, slots: { tp_new: exceptionNew, tp_init: exceptionInit, ...spec.slots } };
}
