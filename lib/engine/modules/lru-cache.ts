// functools.lru_cache's wrapper (CPython Modules/_functoolsmodule.c: lru_cache_object). The bounded cache keeps its links in a ring in order of use;
// each link is a 56-byte object that the dict holds as value.
import type { Machine } from '../machine.ts';
import { getAttr, hash, isTrue } from '../objects/abstract.ts';
import { allocObject, freeObject, gcUntrack, makeStatic } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { call, canEnter } from '../objects/call.ts';
import { keywordDict, withCopiedArguments } from '../objects/argument-tuple.ts';
import { dictClear, dictGetKnownHash, dictLen, dictPop, insertStolen, newDict } from '../objects/dict.ts';
import { genericAlloc, genericGetDict, genericSetDict } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newMethod } from '../objects/method.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newTuple, packTuple, tupleItems } from '../objects/tuple.ts';
import { TypeFlag } from '../objects/type.ts';
import type { NewFn, PendingCall, TypeSpec } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';

/** lru_list_elem: key and result are owned; neighbours are borrowed. */
interface Link {
  object: PyObject | null;
  key: PyObject | null;
  result: PyObject | null;
  lo: number;
  hi: number;
  previous: Link;
  next: Link;
}

interface CacheData {
  readonly func: PyObject;
  readonly cache: PyObject;
  readonly infoType: PyObject;
  readonly keywordMark: PyObject;
  readonly typed: boolean;
  /** -1 = unbounded, 0 = no caching. */
  readonly maxsize: number;
  hits: number;
  misses: number;
  readonly root: Link;
}

function dataOf(o: PyObject): CacheData {
  return o.data as CacheData;
}

function emptyRing(): Link {
  const root = { object: null, key: null, result: null, lo: 0, hi: 0 } as unknown as Link;
  root.previous = root;
  root.next = root;
  return root;
}

/** _lru_cache_wrapper(user_function, maxsize, typed, cache_info_type). */
const wrapperNew: NewFn = (m, type, args, kwnames) => {
  const [func, maxsize, typed, infoType] = parseArgs(m, { name: 'lru_cache', params: ['user_function', 'maxsize', 'typed', 'cache_info_type'], required: 4 }, args, kwnames);
  if ((func as PyObject).ob_type.tp_call === null) throw typeError(m, 'the first argument must be callable');
  let limit = -1;
  if (maxsize !== m.None) {
    if ((maxsize as PyObject).ob_type.nb_index === null) throw typeError(m, 'maxsize should be integer or None');
    limit = Math.max(0, sizeArgument(m, maxsize as PyObject));
  }
  const data: CacheData = {
    func: incref(func as PyObject), cache: newDict(m), infoType: incref(infoType as PyObject), keywordMark: incref(keywordMarkOf(m)),
    typed: isTrue(m, typed as PyObject), maxsize: limit, hits: 0, misses: 0, root: emptyRing(),
  };
  return genericAlloc(m, type, data);
};

const keywordMarks = new WeakMap<Machine, PyObject>();

/** kwd_mark of the module's state: an object() that stands between a key's positional and keyword arguments (borrowed). */
function keywordMarkOf(m: Machine): PyObject {
  let known = keywordMarks.get(m);
  if (known === undefined) {
    known = makeStatic(m, m.memory.uncounted(() => allocObject(m, m.types.object, null)));
    keywordMarks.set(m, known);
  }
  return known;
}

/** lru_cache_make_key: a lone str or int argument is its own key, otherwise the tuple of arguments (with keywords and types behind a mark). */
function makeKey(m: Machine, data: CacheData, tuple: PyObject, args: readonly PyObject[], given: number, names: readonly PyObject[]): PyObject {
  if (!data.typed && names.length === 0) {
    const only = args[0];
    if (given === 1 && only !== undefined && (only.ob_type === m.types.str || only.ob_type === m.types.int)) return incref(only);
    return incref(tuple);
  }
  const parts: PyObject[] = args.slice(0, given).map((o) => incref(o));
  if (names.length > 0) {
    parts.push(incref(data.keywordMark));
    names.forEach((name, i) => parts.push(incref(name), incref(args[given + i] as PyObject)));
  }
  if (data.typed) for (const o of args) parts.push(incref(o.ob_type));
  if (parts.length === 1) {
    const only = parts[0] as PyObject;
    if (only.ob_type === m.types.str || only.ob_type === m.types.int) return only;
  }
  return newTuple(m, parts);
}

function wrapperCall(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const data = dataOf(self);
  if (data.maxsize === 0) {
    data.misses++;
    return call(m, data.func, args, kwnames);
  }
  const begun = begin(m, data, args, kwnames);
  if (!(begun instanceof Miss)) return begun;
  try {
    return begun.finish(m, withCopiedArguments(m, [], args, kwnames, () => call(m, data.func, args, kwnames)));
  } finally {
    for (const o of begun.held) decref(m, o);
  }
}

/** The same for the loop, where the wrapped function is one that it can enter. */
function enterWrapper(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject | PendingCall | null {
  const data = dataOf(self);
  return data.maxsize === 0 || !canEnter(m, data.func) ? null : begin(m, data, args, null);
}

/** The cached result, or what is to be done with the function's. */
function begin(m: Machine, data: CacheData, args: readonly PyObject[], kwnames: PyObject | null): PyObject | Miss {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const tuple = packTuple(m, args.slice(0, given));
  const dict = names.length === 0 ? null : keywordDict(m, names, args.slice(given));
  let key: PyObject | null = null;
  let miss: Miss | null = null;
  try {
    key = makeKey(m, data, tuple, args, given, names);
    const lo = hash(m, key), hi = m.hashHi;
    const known = cached(m, data, key, lo, hi);
    if (known !== null) return known;
    data.misses++;
    miss = new Miss(data, args, dict === null ? [key, tuple] : [key, tuple, dict], lo, hi);
    return miss;
  } finally {
    if (miss === null) {
      if (key !== null) decref(m, key);
      decref(m, tuple);
      if (dict !== null) decref(m, dict);
    }
  }
}

/** A call whose arguments are not in the cache. */
class Miss implements PendingCall {
  readonly func: PyObject;
  readonly args: readonly PyObject[];
  readonly held: readonly [key: PyObject, ...call: PyObject[]];
  readonly counts = true;
  private readonly data: CacheData;
  private readonly lo: number;
  private readonly hi: number;

  constructor(data: CacheData, args: readonly PyObject[], held: readonly [key: PyObject, ...call: PyObject[]], lo: number, hi: number) {
    this.func = data.func;
    this.args = args;
    this.held = held;
    this.data = data;
    this.lo = lo;
    this.hi = hi;
  }

  finish(m: Machine, result: PyObject): PyObject {
    const { data, lo, hi } = this;
    const [key] = this.held;
    if (data.maxsize < 0) insertStolen(m, data.cache, incref(key), lo, hi, incref(result));
    // The call may have filled the cache with this very key.
    else if (dictGetKnownHash(m, data.cache, key, lo, hi) === null) {
      if (dictLen(data.cache) < data.maxsize || data.root.next === data.root) insertLink(m, data, key, lo, hi, result);
      else reuseOldest(m, data, key, lo, hi, result);
    }
    return result;
  }
}

function unlink(link: Link): void {
  link.previous.next = link.next;
  link.next.previous = link.previous;
}

/** lru_cache_append_link: most recently used. */
function append(root: Link, link: Link): void {
  const last = root.previous;
  last.next = link;
  root.previous = link;
  link.previous = last;
  link.next = root;
}

/** A hit (new reference); the bounded cache's link becomes the newest. */
function cached(m: Machine, data: CacheData, key: PyObject, lo: number, hi: number): PyObject | null {
  const hit = dictGetKnownHash(m, data.cache, key, lo, hi);
  if (hit === null) return null;
  data.hits++;
  if (data.maxsize < 0) return incref(hit);
  const link = hit.data as Link;
  unlink(link);
  append(data.root, link);
  return incref(link.result as PyObject);
}

function insertLink(m: Machine, data: CacheData, key: PyObject, lo: number, hi: number, result: PyObject): void {
  const link: Link = { object: null, key: incref(key), result: incref(result), lo, hi, previous: data.root, next: data.root };
  const object = allocObject(m, lazyType(m, linkType), link);
  link.object = object;
  insertStolen(m, data.cache, incref(key), lo, hi, object);
  append(data.root, link);
}

/** The cache is full: the oldest link is emptied and serves the new entry. */
function reuseOldest(m: Machine, data: CacheData, key: PyObject, lo: number, hi: number, result: PyObject): void {
  const link = data.root.next;
  unlink(link);
  const oldKey = link.key as PyObject, oldResult = link.result as PyObject;
  const popped = dictPop(m, data.cache, oldKey);
  link.key = incref(key);
  link.result = incref(result);
  link.lo = lo;
  link.hi = hi;
  if (popped !== null) {
    insertStolen(m, data.cache, incref(key), lo, hi, popped);
    append(data.root, link);
  }
  decref(m, oldKey);
  decref(m, oldResult);
}

function clearCache(m: Machine, data: CacheData): void {
  data.root.next = data.root;
  data.root.previous = data.root;
  data.hits = 0;
  data.misses = 0;
  dictClear(m, data.cache);
}

function cacheInfo(m: Machine, self: PyObject): PyObject {
  const data = dataOf(self);
  const parts = [newInt(m, data.hits), newInt(m, data.misses), data.maxsize < 0 ? incref(m.None) : newInt(m, data.maxsize), newInt(m, dictLen(data.cache))];
  try {
    return call(m, data.infoType, parts);
  } finally {
    for (const part of parts) decref(m, part);
  }
}

/** The type _lru_list_elem; untracked, owned by the cache's dict. What it holds is visited by the wrapper. */
export const linkType: TypeSpec = {
  name: 'functools._lru_list_elem',
  basicsize: 56,
  flags: TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (m, self) => {
      const link = self.data as Link;
      if (link.key !== null) decref(m, link.key);
      if (link.result !== null) decref(m, link.result);
      freeObject(m, self);
    },
  },
};

/** The type _lru_cache_wrapper. */
export const lruCacheType: TypeSpec = {
  name: 'functools._lru_cache_wrapper',
  basicsize: 152,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.METHOD_DESCRIPTOR,
  hasDict: true,
  hasWeakrefs: true,
  enterCall: enterWrapper,
  doc: 'Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      clearWeakrefs(m, self);
      const data = dataOf(self);
      data.root.next = data.root;
      data.root.previous = data.root;
      decref(m, data.func);
      decref(m, data.cache);
      decref(m, data.infoType);
      decref(m, data.keywordMark);
      if (self.attrs !== null && self.attrs.dict !== null) {
        const { dict } = self.attrs;
        self.attrs.dict = null;
        decref(m, dict);
      }
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = dataOf(self);
      for (let link = data.root.next; link !== data.root; link = link.next) {
        if (link.key !== null) visit(link.key, 'key', -1);
        if (link.result !== null) visit(link.result, 'result', -1);
      }
      visit(data.cache, 'cache', -1);
      visit(data.func, 'func', -1);
      visit(data.keywordMark, 'keyword mark', -1);
      visit(data.infoType, 'cache_info_type', -1);
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
    },
    tp_clear: (m, self) => {
      clearCache(m, dataOf(self));
      if (self.attrs !== null && self.attrs.dict !== null) dictClear(m, self.attrs.dict);
    },
    tp_call: wrapperCall,
    tp_new: wrapperNew,
    tp_descr_get: (m, self, obj) => (obj === null || obj === m.None ? incref(self) : newMethod(m, self, obj)),
  },
  methods: [
    { name: 'cache_info', kind: 'noargs', fn: cacheInfo, doc: 'Report cache statistics' },
    {
      name: 'cache_clear', kind: 'noargs', doc: 'Clear the cache and cache statistics',
      fn: (m, self) => {
        clearCache(m, dataOf(self));
        return incref(m.None);
      },
    },
    { name: '__reduce__', kind: 'noargs', fn: (m, self) => getAttr(m, self, intern(m, '__qualname__')) },
    { name: '__copy__', kind: 'noargs', fn: (_m, self) => incref(self) },
    { name: '__deepcopy__', kind: 'o', fn: (_m, self) => incref(self) },
  ],
  getset: [{ name: '__dict__', get: genericGetDict, set: genericSetDict }],
};

