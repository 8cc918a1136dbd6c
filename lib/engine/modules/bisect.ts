// _bisect: binary search in sorted sequences (CPython Modules/_bisectmodule.c).
import type { Machine } from '../machine.ts';
import { exactLength, getItem, richCompareBool } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { callMethod, callOne } from '../objects/call.ts';
import { newSizeInt, normalize } from '../objects/int.ts';
import { sequenceItem } from '../objects/iterators.ts';
import { listInsert } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { valueError } from '../objects/raise.ts';
import { exactSize } from '../objects/size-argument.ts';
import { LT } from '../objects/type.ts';
import type { NativeSpec } from '../objects/type.ts';

interface Search {
  readonly sequence: PyObject;
  readonly item: PyObject;
  readonly low: number | bigint;
  readonly high: number | bigint;
  readonly key: PyObject | null;
  readonly right: boolean;
}

/** internal_bisect_left / internal_bisect_right. */
function search(m: Machine, s: Search): number | bigint {
  if (s.low < 0) throw valueError(m, `lo ${m.profile.negativeText}`);
  let low = s.low;
  let high = s.high < 0 ? exactLength(m, s.sequence) : s.high;
  while (low < high) {
    m.chargeWork(1);
    const middle = middleOf(low, high);
    const probe = probeAt(m, s, middle);
    try {
      const goLeft = s.right ? richCompareBool(m, s.item, probe, LT) : !richCompareBool(m, probe, s.item, LT);
      if (goLeft) high = middle;
      else low = successor(middle);
    } finally {
      decref(m, probe);
    }
  }
  return low;
}

/** Between places of a range, or of what says so of itself, that doubles do not hold. */
function middleOf(low: number | bigint, high: number | bigint): number | bigint {
  if (typeof low === 'number' && typeof high === 'number') return Math.floor((low + high) / 2);
  return normalize((BigInt(low) + BigInt(high)) >> 1n);
}

const successor = (place: number | bigint): number | bigint => (typeof place === 'number' ? place + 1 : normalize(place + 1n));

function itemAt(m: Machine, sequence: PyObject, place: number | bigint): PyObject {
  if (typeof place === 'number') return sequenceItem(m, sequence, place);
  const boxed = newSizeInt(m, place);
  try {
    return getItem(m, sequence, boxed);
  } finally {
    decref(m, boxed);
  }
}

function probeAt(m: Machine, s: Search, place: number | bigint): PyObject {
  const item = itemAt(m, s.sequence, place);
  if (s.key === null) return item;
  try {
    return callOne(m, s.key, item);
  } finally {
    decref(m, item);
  }
}

function parse(m: Machine, name: string, right: boolean, args: readonly PyObject[], kwnames: PyObject | null): Search {
  const [sequence, item, lo, hi, key] = parseArgs(m, { name, params: ['a', 'x', 'lo', 'hi', 'key'], required: 2, positional: 4 }, args, kwnames);
  return {
    sequence: sequence as PyObject, item: item as PyObject, right,
    low: lo === null || lo === undefined ? 0 : exactSize(m, lo),
    high: hi === null || hi === undefined || hi === m.None ? -1 : exactSize(m, hi),
    key: key === null || key === undefined || key === m.None ? null : key,
  };
}

function bisect(name: string, right: boolean): NativeSpec {
  return {
    name, kind: 'fastkw', doc: `Return the index where to insert item x in list a, assuming a is sorted.`,
    fn: (m, _self, args, kwnames) => newSizeInt(m, search(m, parse(m, name, right, args, kwnames))),
  };
}

/** insort: the key function is applied to the new item once, not to the bisection's key. */
function insort(name: string, right: boolean): NativeSpec {
  return {
    name, kind: 'fastkw', doc: 'Insert item x in list a, and keep it sorted assuming a is sorted.',
    fn: (m, _self, args, kwnames) => {
      const given = parse(m, name, right, args, kwnames);
      const item = given.key === null ? incref(given.item) : callOne(m, given.key, given.item);
      let at: number | bigint;
      try {
        at = search(m, { ...given, item });
      } finally {
        decref(m, item);
      }
      if (given.sequence.ob_type === m.types.list) listInsert(m, given.sequence, Number(at), given.item);
      else {
        const position = newSizeInt(m, at);
        try {
          decref(m, callMethod(m, given.sequence, intern(m, 'insert'), [position, given.item]));
        } finally {
          decref(m, position);
        }
      }
      return incref(m.None);
    },
  };
}

/** Makes the module. */
export function bisectModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_bisect',
    doc: 'Bisection algorithms.',
    functions: [bisect('bisect_right', true), bisect('bisect', true), bisect('bisect_left', false), insort('insort_right', true), insort('insort', true), insort('insort_left', false)],
  });
}
