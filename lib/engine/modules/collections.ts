// _collections: the native half of collections (CPython Modules/_collectionsmodule.c): deque, defaultdict, OrderedDict, namedtuple's field descriptor,
// Counter's counting loop.
import { lookupType } from '../objects/type-ready.ts';
import type { Machine } from '../machine.ts';
import { add, getIter, iterNext, lookupAttr, reprText, setItem, hash } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { checkPositional } from '../objects/arguments.ts';
import { call } from '../objects/call.ts';
import { dictGetKnownHash, insertStolen, isDict } from '../objects/dict.ts';
import { genericAlloc } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { indexError, raise, typeError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newStr } from '../objects/str.ts';
import { isTuple, newTuple } from '../objects/tuple.ts';
import { TypeFlag } from '../objects/type.ts';
import type { TypeSpec } from '../objects/type.ts';
import { defaultDictTypeOf } from './defaultdict.ts';
import { dequeIteratorType, dequeReverseIteratorType } from './deque-iterators.ts';
import { dequeTypeOf } from './deque.ts';
import { orderedDictTypeOf } from './ordereddict.ts';

/** Makes the module. */
export function collectionsModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_collections',
    doc: 'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
    functions: [{ name: '_count_elements', kind: 'fast', min: 2, max: 2, fn: countElements, doc: 'Count elements in the iterable, updating the mapping' }],
    attributes: () => [
      ['deque', incref(dequeTypeOf(m))],
      ['defaultdict', incref(defaultDictTypeOf(m))],
      ['OrderedDict', incref(orderedDictTypeOf(m))],
      ['_deque_iterator', incref(lazyType(m, dequeIteratorType))],
      ['_deque_reverse_iterator', incref(lazyType(m, dequeReverseIteratorType))],
      ['_tuplegetter', incref(lazyType(m, tupleGetterType))],
    ],
  });
}

/** `_count_elements(mapping, iterable)`: straight into the table unless a subclass overrides get or `__setitem__`. */
function countElements(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const mapping = args[0] as PyObject;
  const iterator = getIter(m, args[1] as PyObject);
  const one = newInt(m, 1);
  const inherits = (name: string): boolean => lookupType(m, mapping.ob_type, intern(m, name)) === lookupType(m, m.types.dict, intern(m, name));
  const direct = isDict(mapping) && inherits('get') && inherits('__setitem__');
  const getter = direct ? null : lookupAttr(m, mapping, intern(m, 'get'));
  try {
    for (;;) {
      const key = iterNext(m, iterator);
      if (key === null) break;
      m.chargeWork(1);
      try {
        if (direct) countDirectly(m, mapping, key, one);
        else if (getter !== null) countThroughMethods(m, mapping, getter, key, one);
      } finally {
        decref(m, key);
      }
    }
  } finally {
    decref(m, one);
    if (getter !== null) decref(m, getter);
    decref(m, iterator);
  }
  return incref(m.None);
}

function countDirectly(m: Machine, mapping: PyObject, key: PyObject, one: PyObject): void {
  const lo = hash(m, key), hi = m.hashHi;
  const old = dictGetKnownHash(m, mapping, key, lo, hi);
  insertStolen(m, mapping, incref(key), lo, hi, old === null ? incref(one) : add(m, old, one));
}

function countThroughMethods(m: Machine, mapping: PyObject, getter: PyObject, key: PyObject, one: PyObject): void {
  const zero = newInt(m, 0);
  const old = call(m, getter, [key, zero]);
  decref(m, zero);
  const next = add(m, old, one);
  decref(m, old);
  try {
    setItem(m, mapping, key, next);
  } finally {
    decref(m, next);
  }
}

interface TupleGetterData {
  readonly index: number;
  doc: PyObject;
}

/** _tuplegetter: the property behind a namedtuple's field. */
export const tupleGetterType: TypeSpec = {
  name: 'collections._tuplegetter',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_new: (m, type, args) => {
      checkPositional(m, '_tuplegetter', args.length, 2, 2);
      const data: TupleGetterData = { index: sizeArgument(m, args[0] as PyObject), doc: incref(args[1] as PyObject) };
      return genericAlloc(m, type, data);
    },
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      decref(m, (self.data as TupleGetterData).doc);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => visit((self.data as TupleGetterData).doc, 'doc', -1),
    tp_repr: (m, self) => {
      const { index, doc } = self.data as TupleGetterData;
      return newStr(m, `_tuplegetter(${index}, ${reprText(m, doc)})`);
    },
    tp_descr_get: (m, self, obj) => {
      if (obj === null || obj === m.None) return incref(self);
      const { index } = self.data as TupleGetterData;
      if (!isTuple(obj)) throw typeError(m, `descriptor for index '${index}' for tuple subclasses doesn't apply to '${obj.ob_type.tp_name}' object`);
      const item = obj.data[index];
      if (item === undefined) throw indexError(m, 'tuple index out of range');
      return incref(item);
    },
    tp_descr_set: (m, _self, _obj, value) => {
      throw raise(m, m.types.AttributeError, value === null ? "can't delete attribute" : "can't set attribute");
    },
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs',
      fn: (m, self) => {
        const { index, doc } = self.data as TupleGetterData;
        return newTuple(m, [incref(self.ob_type), newTuple(m, [newInt(m, index), incref(doc)])]);
      },
    },
  ],
  getset: [
    {
      name: '__doc__', kind: 'member',
      get: (_m, self) => incref((self.data as TupleGetterData).doc),
      set: (m, self, value) => {
        const data = self.data as TupleGetterData;
        const old = data.doc;
        data.doc = value === null ? incref(m.None) : incref(value);
        decref(m, old);
      },
    },
  ],
};
