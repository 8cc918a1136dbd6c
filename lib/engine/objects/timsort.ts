// The merge sort itself (CPython Objects/listobject.c: count_run, binarysort, gallop_left/right, merge_lo/hi, powerloop; Objects/listsort.txt).
// Every comparison that CPython makes is made here, in its order, with its operands: a user's `__lt__` sees no difference.
import type { PyObject } from './object.ts';

/** Wins in a row that start galloping. */
const MIN_GALLOP = 7;
/** Natural runs shorter than 32..64 are extended by binary insertion. */
const MAX_MINRUN = 64;

/** A run on the stack of pending ones. */
interface Run {
  readonly start: number;
  length: number;
  power: number;
}

/** What a sort works on. `values` move along with `keys` when a key function is given. */
export interface SortInput {
  readonly keys: PyObject[];
  readonly values: PyObject[] | null;
  /** The comparison; null: all keys are ints, or all are floats, and their payloads are compared on the spot. */
  readonly less: ((a: PyObject, b: PyObject) => boolean) | null;
  /** Charges comparisons that were made on the spot. */
  readonly charge: (comparisons: number) => void;
  /** 3.13+: runs of equal items count as part of a descending run. */
  readonly equalsInDescendingRuns: boolean;
  /** Asked for scratch room for that many items (merge_getmem). */
  readonly reserve: (items: number) => void;
}

/** Sorts in place, stably. On an exception the arrays hold a permutation of the input. */
export function timsort(input: SortInput): void {
  new Sorter(input).run();
}

class Sorter {
  private readonly keys: PyObject[];
  private readonly values: PyObject[] | null;
  private readonly compare: SortInput['less'];
  /** Comparisons on the spot that are not charged yet. */
  private uncharged = 0;
  private readonly input: SortInput;
  private readonly pending: Run[] = [];
  private minGallop = MIN_GALLOP;

  constructor(input: SortInput) {
    this.input = input;
    this.keys = input.keys;
    this.values = input.values;
    this.compare = input.less;
  }

  run(): void {
    const total = this.keys.length;
    if (total < 2) return;
    const minrun = computeMinrun(total);
    let lo = 0, remaining = total;
    do {
      let n = this.input.equalsInDescendingRuns ? this.countRun(lo, remaining) : this.countRunSimple(lo, remaining);
      if (n < minrun) {
        const force = remaining <= minrun ? remaining : minrun;
        this.binarySort(lo, lo + force, lo + n);
        n = force;
      }
      this.charge();
      this.foundNewRun(n, total);
      this.pending.push({ start: lo, length: n, power: 0 });
      lo += n;
      remaining -= n;
    } while (remaining > 0);
    this.forceCollapse();
    this.charge();
  }

  private charge(): void {
    this.input.charge(this.uncharged);
    this.uncharged = 0;
  }

  private less(a: PyObject, b: PyObject): boolean {
    if (this.compare !== null) return this.compare(a, b);
    this.uncharged++;
    return (a.data as number) < (b.data as number);
  }

  private isLess(i: number, j: number): boolean {
    return this.less(this.keys[i] as PyObject, this.keys[j] as PyObject);
  }

  private reverse(from: number, to: number): void {
    reverseRange(this.keys, from, to);
    if (this.values !== null) reverseRange(this.values, from, to);
  }

  /** count_run before 3.13. */
  private countRunSimple(lo: number, remaining: number): number {
    if (remaining === 1) return 1;
    const hi = lo + remaining;
    let i = lo + 1;
    if (this.isLess(i, i - 1)) {
      for (i++; i < hi && this.isLess(i, i - 1); i++);
      this.reverse(lo, i);
    } else for (i++; i < hi && !this.isLess(i, i - 1); i++);
    return i - lo;
  }

  /** count_run of 3.13+. */
  private countRun(lo: number, remaining: number): number {
    if (remaining === 1) return 1;
    let n = 1;
    for (; n < remaining; n++) if (this.isLess(lo + n, lo + n - 1)) break;
    if (n === remaining) return n;
    if (n > 1) {
      if (this.isLess(lo, lo + n - 1)) return n;
      // lo[0..n-1] are all equal: trivially part of a reversed run.
      this.reverse(lo, lo + n);
    }
    n++;
    let equals = 0;
    for (; n < remaining; n++) {
      if (this.isLess(lo + n, lo + n - 1)) {
        if (equals > 0) {
          this.reverse(lo + n - equals - 1, lo + n);
          equals = 0;
        }
      } else if (this.isLess(lo + n - 1, lo + n)) break;
      else equals++;
    }
    if (equals > 0) this.reverse(lo + n - equals - 1, lo + n);
    this.reverse(lo, lo + n);
    for (; n < remaining; n++) if (this.isLess(lo + n, lo + n - 1)) break;
    return n;
  }

  private binarySort(lo: number, hi: number, start: number): void {
    const { keys, values } = this;
    for (let at = start === lo ? start + 1 : start; at < hi; at++) {
      const pivot = keys[at] as PyObject;
      let left = lo, right = at;
      do {
        const middle = left + ((right - left) >> 1);
        if (this.less(pivot, keys[middle] as PyObject)) right = middle;
        else left = middle + 1;
      } while (left < right);
      shiftUp(keys, left, at);
      keys[left] = pivot;
      if (values !== null) {
        const value = values[at] as PyObject;
        shiftUp(values, left, at);
        values[left] = value;
      }
    }
  }

  private foundNewRun(length: number, total: number): void {
    const { pending } = this;
    const last = pending[pending.length - 1];
    if (last === undefined) return;
    const power = powerOf(last.start, last.length, length, total);
    while (pending.length > 1 && (pending[pending.length - 2] as Run).power > power) this.mergeAt(pending.length - 2);
    (pending[pending.length - 1] as Run).power = power;
  }

  private forceCollapse(): void {
    const { pending } = this;
    while (pending.length > 1) {
      let n = pending.length - 2;
      if (n > 0 && (pending[n - 1] as Run).length < (pending[n + 1] as Run).length) n--;
      this.mergeAt(n);
    }
  }

  private mergeAt(i: number): void {
    const { pending, keys } = this;
    const a = pending[i] as Run, b = pending[i + 1] as Run;
    let startA = a.start, countA = a.length, countB = b.length;
    const startB = b.start;
    a.length = countA + countB;
    pending.splice(i + 1, 1);
    const k = this.gallopRight(keys[startB] as PyObject, keys, startA, countA, 0);
    startA += k;
    countA -= k;
    if (countA === 0) return;
    countB = this.gallopLeft(keys[startA + countA - 1] as PyObject, keys, startB, countB, countB - 1);
    if (countB <= 0) return;
    if (countA <= countB) this.mergeLow(startA, countA, startB, countB);
    else this.mergeHigh(startA, countA, startB, countB);
  }

  /** Where `key` belongs in the sorted run of n items at `base`, left of equal ones. */
  private gallopLeft(key: PyObject, run: readonly PyObject[], base: number, n: number, hint: number): number {
    let last = 0, offset = 1;
    const a = base + hint;
    if (this.less(run[a] as PyObject, key)) {
      const max = n - hint;
      while (offset < max && this.less(run[a + offset] as PyObject, key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      last += hint;
      offset += hint;
    } else {
      const max = hint + 1;
      while (offset < max && !this.less(run[a - offset] as PyObject, key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      [last, offset] = [hint - offset, hint - last];
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (this.less(run[base + middle] as PyObject, key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** The same, right of equal ones. */
  private gallopRight(key: PyObject, run: readonly PyObject[], base: number, n: number, hint: number): number {
    let last = 0, offset = 1;
    const a = base + hint;
    if (this.less(key, run[a] as PyObject)) {
      const max = hint + 1;
      while (offset < max && this.less(key, run[a - offset] as PyObject)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      [last, offset] = [hint - offset, hint - last];
    } else {
      const max = n - hint;
      while (offset < max && !this.less(key, run[a + offset] as PyObject)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > max) offset = max;
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (this.less(key, run[base + middle] as PyObject)) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Puts item `at` of `keys` and `values` in its place. A method with everything as arguments: closures over the merge's counters would keep them in the heap. */
  private move(to: number, keys: readonly PyObject[], values: readonly PyObject[] | null, at: number): void {
    this.keys[to] = keys[at] as PyObject;
    if (this.values !== null && values !== null) this.values[to] = values[at] as PyObject;
  }

  /** Merges adjacent runs from the left; the left one, the shorter, is moved aside. */
  private mergeLow(startA: number, countA: number, startB: number, countB: number): void {
    const { keys, values } = this;
    this.charge();
    this.input.reserve(countA);
    const aKeys = keys.slice(startA, startA + countA);
    const aValues = values === null ? null : values.slice(startA, startA + countA);
    let a = 0, b = startB, to = startA, na = countA, nb = countB;
    let copyB = false;
    try {
      this.move(to++, keys, values, b++);
      nb--;
      if (nb === 0) return;
      if (na === 1) {
        copyB = true;
        return;
      }
      let minGallop = this.minGallop;
      for (;;) {
        let winsA = 0, winsB = 0;
        do {
          if (this.less(keys[b] as PyObject, aKeys[a] as PyObject)) {
            this.move(to++, keys, values, b++);
            nb--;
            winsB++;
            winsA = 0;
            if (nb === 0) return;
          } else {
            this.move(to++, aKeys, aValues, a++);
            na--;
            winsA++;
            winsB = 0;
            if (na === 1) {
              copyB = true;
              return;
            }
          }
        } while (winsA < minGallop && winsB < minGallop);
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          winsA = this.gallopRight(keys[b] as PyObject, aKeys, a, na, 0);
          for (let k = winsA; k > 0; k--) {
            this.move(to++, aKeys, aValues, a++);
            na--;
          }
          if (winsA > 0 && na <= 1) {
            copyB = na === 1;
            return;
          }
          this.move(to++, keys, values, b++);
          nb--;
          if (nb === 0) return;
          winsB = this.gallopLeft(aKeys[a] as PyObject, keys, b, nb, 0);
          for (let k = winsB; k > 0; k--) {
            this.move(to++, keys, values, b++);
            nb--;
          }
          if (nb === 0) return;
          this.move(to++, aKeys, aValues, a++);
          na--;
          if (na === 1) {
            copyB = true;
            return;
          }
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      // The last item of A goes behind all that is left of B; after an exception what is left of A fills the gap.
      if (copyB) while (nb > 0) {
        this.move(to++, keys, values, b++);
        nb--;
      }
      while (na > 0) {
        this.move(to++, aKeys, aValues, a++);
        na--;
      }
    }
  }

  /** Merges adjacent runs from the right; the right one, the shorter, is moved aside. */
  private mergeHigh(startA: number, countA: number, startB: number, countB: number): void {
    const { keys, values } = this;
    this.charge();
    this.input.reserve(countB);
    const bKeys = keys.slice(startB, startB + countB);
    const bValues = values === null ? null : values.slice(startB, startB + countB);
    let na = countA, nb = countB;
    let a = startA + countA - 1, b = countB - 1, to = startB + countB - 1;
    let copyA = false;
    try {
      this.move(to--, keys, values, a--);
      na--;
      if (na === 0) return;
      if (nb === 1) {
        copyA = true;
        return;
      }
      let minGallop = this.minGallop;
      for (;;) {
        let winsA = 0, winsB = 0;
        do {
          if (this.less(bKeys[b] as PyObject, keys[a] as PyObject)) {
            this.move(to--, keys, values, a--);
            na--;
            winsA++;
            winsB = 0;
            if (na === 0) return;
          } else {
            this.move(to--, bKeys, bValues, b--);
            nb--;
            winsB++;
            winsA = 0;
            if (nb === 1) {
              copyA = true;
              return;
            }
          }
        } while (winsA < minGallop && winsB < minGallop);
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          winsA = na - this.gallopRight(bKeys[b] as PyObject, keys, startA, na, na - 1);
          for (let k = winsA; k > 0; k--) {
            this.move(to--, keys, values, a--);
            na--;
          }
          if (na === 0) return;
          this.move(to--, bKeys, bValues, b--);
          nb--;
          if (nb === 1) {
            copyA = true;
            return;
          }
          winsB = nb - this.gallopLeft(keys[a] as PyObject, bKeys, 0, nb, nb - 1);
          for (let k = winsB; k > 0; k--) {
            this.move(to--, bKeys, bValues, b--);
            nb--;
          }
          if (winsB > 0 && nb <= 1) {
            copyA = nb === 1;
            return;
          }
          this.move(to--, keys, values, a--);
          na--;
          if (na === 0) return;
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (copyA) while (na > 0) {
        this.move(to--, keys, values, a--);
        na--;
      }
      while (nb > 0) {
        this.move(to--, bKeys, bValues, b--);
        nb--;
      }
    }
  }
}

function reverseRange(items: PyObject[], from: number, to: number): void {
  for (let i = from, j = to - 1; i < j; i++, j--) {
    const kept = items[i] as PyObject;
    items[i] = items[j] as PyObject;
    items[j] = kept;
  }
}

/** merge_compute_minrun. */
function computeMinrun(total: number): number {
  let n = total, rest = 0;
  while (n >= MAX_MINRUN) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

/** powerloop: the level of the boundary between two runs in a balanced merge tree. */
function powerOf(start: number, n1: number, n2: number, total: number): number {
  let a = 2 * start + n1;
  let b = a + n1 + n2;
  let result = 0;
  for (;;) {
    result++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return result;
    a *= 2;
    b *= 2;
  }
}

/** Moves items [from, to) one place up. Array.prototype.copyWithin would look every element up by name in V8. */
function shiftUp(items: PyObject[], from: number, to: number): void {
  for (let i = to; i > from; i--) items[i] = items[i - 1] as PyObject;
}
