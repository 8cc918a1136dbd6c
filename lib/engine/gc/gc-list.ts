// Circular doubly linked lists through gc_next/gc_prev (CPython Python/gc.c: gc_list_init … gc_list_merge). A list is its sentinel.
import { PyObject } from '../objects/object.ts';
import { PyType } from '../objects/type.ts';

/** Type of the sentinels. Any will do but null: V8 trusts that `ob_type` holds a PyType only as long as every object's does. */
const SENTINEL_TYPE = new PyType(null);

/** Sentinel of an empty list. It is no Python object and is never visited. */
export function newGcList(): PyObject {
  const head = new PyObject(SENTINEL_TYPE, null);
  head.gc_next = head;
  head.gc_prev = head;
  return head;
}

export function gcListIsEmpty(list: PyObject): boolean {
  return list.gc_next === list;
}

/** Appends an untracked object. */
export function gcListAppend(o: PyObject, list: PyObject): void {
  const last = list.gc_prev as PyObject;
  last.gc_next = o;
  o.gc_prev = last;
  o.gc_next = list;
  list.gc_prev = o;
}

/** Takes an object out of whatever list it is in. */
export function gcListRemove(o: PyObject): void {
  (o.gc_prev as PyObject).gc_next = o.gc_next;
  (o.gc_next as PyObject).gc_prev = o.gc_prev;
  o.gc_prev = null;
  o.gc_next = null;
}

/** Moves an object to the end of a list. */
export function gcListMove(o: PyObject, list: PyObject): void {
  gcListRemove(o);
  gcListAppend(o, list);
}

/** Appends all of `from` to `to`; `from` is empty afterwards. */
export function gcListMerge(from: PyObject, to: PyObject): void {
  if (gcListIsEmpty(from)) return;
  const toTail = to.gc_prev as PyObject;
  const first = from.gc_next as PyObject;
  const last = from.gc_prev as PyObject;
  toTail.gc_next = first;
  first.gc_prev = toTail;
  last.gc_next = to;
  to.gc_prev = last;
  from.gc_next = from;
  from.gc_prev = from;
}

export function gcListSize(list: PyObject): number {
  let n = 0;
  for (let o = list.gc_next as PyObject; o !== list; o = o.gc_next as PyObject) n++;
  return n;
}
