// What locals() and frame.f_locals answer (CPython 3.13 Objects/frameobject.c: PEP 667's write-through proxy; before 3.13 one snapshot dict per frame).
import type { Frame } from './interpreter-frame.ts';
import type { FrameObjectData } from './frame-object.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { TypeSpec } from './type.ts';
import { CO_OPTIMIZED } from '../compiler/code-unit.ts';
import { iterate, length, repr, richCompare, hash } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { callMethod } from './call.ts';
import { isCell, setCell } from './cell.ts';
import { dictGet, dictSet, newDict, dictDel, dictItemPairs } from './dict.ts';
import { visibleLocal } from './frame-object.ts';
import { newList } from './list.ts';
import { decref, incref, xdecref } from './object.ts';
import { keyError, typeError, valueError } from './raise.ts';
import { isStr, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import { TypeFlag } from './type.ts';

const HIDDEN = 0x10;

/** Fast locals with a value, in order: names and values borrowed. */
function visibleLocals(m: Machine, frame: Frame): [PyObject, PyObject][] {
  const found: [PyObject, PyObject][] = [];
  frame.code.localsplusnames.forEach((name, i) => {
    if (((frame.code.unit.localspluskinds[i] ?? 0) & HIDDEN) !== 0) return;
    const value = visibleLocal(m, frame, i);
    if (value !== null) found.push([name, value]);
  });
  return found;
}

/** locals() for a frame: the namespace of modules and classes; a new dict for functions (before 3.13 the frame's one snapshot, updated). */
export function frameLocals(m: Machine, frame: Frame): PyObject {
  if ((frame.code.flags & CO_OPTIMIZED) === 0 && frame.locals !== null) return withHiddenLocals(m, frame, frame.locals);
  if (!m.profile.localsAreFresh) return incref(snapshotLocals(m, frame));
  const dict = newDict(m);
  for (const [name, value] of visibleLocals(m, frame)) dictSet(m, dict, name, value);
  if (frame.extraLocals !== null) for (const [key, value] of dictItemPairs(frame.extraLocals)) dictSet(m, dict, key, value);
  return dict;
}

/** Inside an inlined comprehension at module or class level its variables are visible, in a copy. */
function withHiddenLocals(m: Machine, frame: Frame, locals: PyObject): PyObject {
  void m;
  void frame;
  return incref(locals);
}

/** PyFrame_FastToLocalsWithError: borrowed, owned by the frame. */
function snapshotLocals(m: Machine, frame: Frame): PyObject {
  const dict = (frame.locals ??= newDict(m));
  frame.code.localsplusnames.forEach((name, i) => {
    if (((frame.code.unit.localspluskinds[i] ?? 0) & HIDDEN) !== 0) return;
    const value = visibleLocal(m, frame, i);
    if (value !== null) dictSet(m, dict, name, value);
    else if (dictGet(m, dict, name) !== null) dictDel(m, dict, name);
  });
  return dict;
}

/** frame.f_locals: new reference. */
export function newFrameLocals(m: Machine, frameObject: PyObject): PyObject {
  const { frame } = frameObject.data as FrameObjectData;
  if ((frame.code.flags & CO_OPTIMIZED) === 0 && frame.locals !== null) return incref(frame.locals);
  if (!m.profile.localsAreFresh) return incref(snapshotLocals(m, frame));
  const proxy = allocObject(m, m.types.FrameLocalsProxy, incref(frameObject));
  gcTrack(m, proxy);
  return proxy;
}

function frameOf(self: PyObject): Frame {
  return ((self.data as PyObject).data as FrameObjectData).frame;
}

function indexOfName(frame: Frame, key: PyObject): number {
  if (!isStr(key)) return -1;
  const text = strValue(key);
  return frame.code.localsplusnames.findIndex((name, i) => ((frame.code.unit.localspluskinds[i] ?? 0) & HIDDEN) === 0 && strValue(name) === text);
}

function proxyGet(m: Machine, self: PyObject, key: PyObject): PyObject | null {
  const frame = frameOf(self);
  const index = indexOfName(frame, key);
  const value = index < 0 ? null : visibleLocal(m, frame, index);
  if (value !== null) return incref(value);
  if (!isStr(key)) hash(m, key);
  const extra = frame.extraLocals === null ? null : dictGet(m, frame.extraLocals, key);
  return extra === null ? null : incref(extra);
}

function proxySet(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  const frame = frameOf(self);
  const index = indexOfName(frame, key);
  if (value === null) {
    if (index >= 0) throw valueError(m, 'cannot remove local variables from FrameLocalsProxy');
    if (frame.extraLocals === null || !dictDel(m, frame.extraLocals, key)) throw keyError(m, key);
    return;
  }
  if (index < 0) {
    dictSet(m, (frame.extraLocals ??= newDict(m)), key, value);
    return;
  }
  const old = frame.slots[index] ?? null;
  if (old !== null && ((frame.code.unit.localspluskinds[index] ?? 0) & 0xc0) !== 0 && isCell(m, old)) setCell(m, old, incref(value));
  else {
    frame.slots[index] = incref(value);
    xdecref(m, old);
  }
}

/** A dict with the proxy's items. */
function proxyDict(m: Machine, self: PyObject): PyObject {
  return frameLocals(m, frameOf(self));
}

/** Answers what `method` of an equal dict answers. */
function throughDict(name: string) {
  return (m: Machine, self: PyObject, args: readonly PyObject[] = []): PyObject => {
    const dict = proxyDict(m, self);
    try {
      return callMethod(m, dict, m.names[name] as PyObject, args);
    } finally {
      decref(m, dict);
    }
  };
}

export const frameLocalsProxyType: TypeSpec = {
  name: 'FrameLocalsProxy',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC | TypeFlag.MAPPING,
  unhashable: () => true,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      decref(m, self.data as PyObject);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      visit(self.data as PyObject, 'frame', -1);
    },
    tp_repr(m, self) {
      const dict = proxyDict(m, self);
      try {
        return repr(m, dict);
      } finally {
        decref(m, dict);
      }
    },
    tp_richcompare(m, a, b, op) {
      const left = a.ob_type === m.types.FrameLocalsProxy ? proxyDict(m, a) : incref(a);
      const right = b.ob_type === m.types.FrameLocalsProxy ? proxyDict(m, b) : incref(b);
      try {
        return richCompare(m, left, right, op);
      } finally {
        decref(m, left);
        decref(m, right);
      }
    },
    tp_iter(m, self) {
      const keys = newList(m, visibleLocals(m, frameOf(self)).map(([name]) => incref(name)));
      const iter = keys.ob_type.tp_iter?.(m, keys) ?? incref(keys);
      decref(m, keys);
      return iter;
    },
    mp_length(m, self) {
      const dict = proxyDict(m, self);
      const count = length(m, dict);
      decref(m, dict);
      return count;
    },
    mp_subscript(m, self, key) {
      const value = proxyGet(m, self, key);
      if (value === null) throw keyError(m, key);
      return value;
    },
    mp_ass_subscript: proxySet,
    sq_contains(m, self, key) {
      const value = proxyGet(m, self, key);
      if (value !== null) decref(m, value);
      return value !== null;
    },
  },
  methods: [
    { name: 'keys', kind: 'noargs', fn: (m, self) => newList(m, visibleLocals(m, frameOf(self)).map(([name]) => incref(name))) },
    { name: 'values', kind: 'noargs', fn: (m, self) => newList(m, visibleLocals(m, frameOf(self)).map(([, value]) => incref(value))) },
    { name: 'items', kind: 'noargs', fn: (m, self) => newList(m, visibleLocals(m, frameOf(self)).map(([name, value]) => newTuple(m, [incref(name), incref(value)]))) },
    { name: 'copy', kind: 'noargs', fn: (m, self) => proxyDict(m, self) },
    { name: '__reversed__', kind: 'noargs', fn: throughDict('__reversed__') },
    {
      name: 'get', kind: 'fast', min: 1, max: 2,
      fn: (m, self, args) => proxyGet(m, self, args[0] as PyObject) ?? incref(args[1] ?? m.None),
    },
    {
      name: 'setdefault', kind: 'fast', min: 1, max: 2,
      fn(m, self, args) {
        const known = proxyGet(m, self, args[0] as PyObject);
        if (known !== null) return known;
        const value = args[1] ?? m.None;
        proxySet(m, self, args[0] as PyObject, value);
        return incref(value);
      },
    },
    {
      name: 'update', kind: 'o',
      fn(m, self, other) {
        const keys = callMethod(m, other, m.names.keys as PyObject, []);
        try {
          iterate(m, keys, (key) => {
            const value = other.ob_type.mp_subscript?.(m, other, key);
            if (value === undefined) throw typeError(m, 'update() argument must be a mapping');
            proxySet(m, self, key, value);
            decref(m, value);
          });
        } finally {
          decref(m, keys);
        }
        return incref(m.None);
      },
    },
  ],
};
