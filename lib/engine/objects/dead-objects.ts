// Host objects of dead ints, floats and strs, kept for the next ones (they have no counterpart in CPython: the simulated block is freed and taken as ever).
// A loop over numbers or texts makes and drops one object per operation. Made anew, each would cost the host an allocation, its collector's time and, because
// a long-lived stack slot then refers to a young object, an entry in V8's remembered set.
import type { PyObject } from './object.ts';

/** Objects kept at most: enough for the temporaries of any loop. */
const MOST = 1024;

/** A stack of dead objects of one type. */
export class DeadObjects {
  private readonly kept: PyObject[] = [];
  private count = 0;

  /** A dead object to be filled anew, or null. Its type is the right one; count, block, serial and value are the dead one's. */
  take(): PyObject | null {
    const at = this.count - 1;
    if (at < 0) return null;
    this.count = at;
    return this.kept[at] as PyObject;
  }

  /** Keeps an object that nobody refers to any more. */
  keep(o: PyObject): void {
    const at = this.count;
    if (at >= MOST) return;
    this.kept[at] = o;
    this.count = at + 1;
  }
}
