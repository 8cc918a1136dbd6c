// Cells: the boxes through which closures share variables (CPython Objects/cellobject.c).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { TypeSpec } from './type.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { richCompare } from './abstract.ts';
import { decref, incref, xdecref } from './object.ts';
import { raise, typeError } from './raise.ts';
import { newStr } from './str.ts';
import { TypeFlag } from './type.ts';

/** `data` is the cell's content (owned), null while it is empty. */
export interface PyCell extends PyObject {
  data: PyObject | null;
}

export function isCell(m: Machine, o: PyObject): o is PyCell {
  return o.ob_type === m.types.cell;
}

/** PyCell_New: takes a new reference to `content`. */
export function newCell(m: Machine, content: PyObject | null): PyCell {
  if (content !== null) incref(content);
  const cell = allocObject(m, m.types.cell, content) as PyCell;
  gcTrack(m, cell);
  return cell;
}

/** PyCell_SwapTakeRef: stores `value` (stolen) and gives the old content back. */
export function setCell(m: Machine, cell: PyObject, value: PyObject | null): void {
  const old = cell.data as PyObject | null;
  cell.data = value;
  if (old !== null) decref(m, old);
}

function cellDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  xdecref(m, self.data as PyObject | null);
  freeObject(m, self);
}

function addressText(m: Machine, o: PyObject): string {
  return '0x' + m.addressOfObject(o).toString(16);
}

export const cellType: TypeSpec = {
  name: 'cell',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC,
  doc: 'Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \n further attempts to access its cell_contents attribute will\n    raise a ValueError.',
  unhashable: () => true,
  slots: {
    tp_dealloc: cellDealloc,
    tp_new(m, _type, args, kwnames) {
      if (kwnames !== null) throw typeError(m, 'cell() takes no keyword arguments');
      if (args.length > 1) throw typeError(m, `cell expected at most 1 argument, got ${args.length}`);
      return newCell(m, args[0] ?? null);
    },
    tp_traverse(_m, self, visit) {
      if (self.data !== null) visit(self.data as PyObject, 'cell_contents', -1);
    },
    tp_clear(m, self) {
      setCell(m, self, null);
    },
    tp_repr(m, self) {
      const content = self.data as PyObject | null;
      if (content === null) return newStr(m, `<cell at ${addressText(m, self)}: empty>`);
      return newStr(m, `<cell at ${addressText(m, self)}: ${content.ob_type.tp_name.slice(0, 80)} object at ${addressText(m, content)}>`);
    },
    tp_richcompare(m, a, b, op) {
      if (!isCell(m, a) || !isCell(m, b)) return incref(m.NotImplemented);
      if (a.data !== null && b.data !== null) return richCompare(m, a.data, b.data, op);
      const left = a.data === null ? 0 : 1;
      const right = b.data === null ? 0 : 1;
      const truth = [left < right, left <= right, left === right, left !== right, left > right, left >= right][op];
      return incref(truth === true ? m.True : m.False);
    },
  },
  getset: [
    {
      name: 'cell_contents',
      get(m, self) {
        if (self.data === null) throw raise(m, m.types.ValueError, 'Cell is empty');
        return incref(self.data as PyObject);
      },
      set(m, self, value) {
        setCell(m, self, value === null ? null : incref(value));
      },
    },
  ],
};
