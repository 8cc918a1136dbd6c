// Struct sequences: tuples whose items have names, as sys.version_info and os.stat_result (CPython Objects/structseq.c).
//
// Fields beyond the visible ones (tm_zone, st_atime_ns) are no items of the tuple but lie in the same object.
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { GetSetSpec, InVersion, PyType, TypeSpec } from './type.ts';
import { reprText } from './abstract.ts';
import { freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { parseArgs } from './arguments.ts';
import { dictGetStr, dictSetStr, isDict, newDict } from './dict.ts';
import { allocWithItems } from './instance.ts';
import { newInt } from './int.ts';
import { decref, incref } from './object.ts';
import { typeError } from './raise.ts';
import { sequenceFast } from './sequence-fast.ts';
import { newStr, strValue } from './str.ts';
import { presentIn } from './type-ready.ts';
import { newTuple, packTuple, tupleItems } from './tuple.ts';
import { TypeFlag, since } from './type.ts';

/** The visible items; the others are a property of the array. */
type StructItems = PyObject[] & { hidden?: PyObject[] };

/** A field that is no item of the tuple. */
export interface HiddenField {
  readonly name: string;
  readonly inVersion?: InVersion;
}

/** What a struct sequence type has besides its named visible fields. */
export interface StructOptions {
  readonly doc?: string;
  readonly hidden?: readonly HiddenField[];
  /** Visible fields without a name, after the named ones (the whole seconds in a stat_result). */
  readonly unnamed?: number;
  /** True: Python code can make some (not those of sys). */
  readonly callable?: boolean;
}

interface Layout {
  /** Names of the visible fields that have one. */
  readonly named: readonly string[];
  readonly visible: number;
  readonly hidden: readonly string[];
}

const hiddenItems = (self: PyObject): readonly PyObject[] => (self.data as StructItems).hidden ?? [];

/** The type of a struct sequence with these visible fields. */
export function structSequence(name: string, named: readonly string[], options: StructOptions = {}): TypeSpec {
  const { hidden = [], unnamed = 0, callable = false } = options;
  const visible = named.length + unnamed;
  const layout = (m: Machine): Layout => ({ named, visible, hidden: presentIn(m, hidden).map((field) => field.name) });
  // The basic size counts the hidden fields since 3.12.5; before they were only allocated.
  const basicsize = (m: Machine): number => m.profile.tupleHeader + (m.profile.structSequenceCountsHidden ? 8 * layout(m).hidden.length : 0);
  return {
    name,
    base: 'tuple',
    basicsize,
    itemsize: 8,
    flags: TypeFlag.HAVE_GC | TypeFlag.TUPLE_SUBCLASS | TypeFlag.SEQUENCE | (callable ? 0 : TypeFlag.DISALLOW_INSTANTIATION),
    doc: options.doc ?? '',
    slots: {
      tp_sizeof: (m, self) => basicsize(m) + 8 * tupleItems(self).length,
      tp_dealloc: structDealloc,
      tp_traverse(_m, self, visit) {
        tupleItems(self).forEach((item, i) => visit(item, 'item', i));
        hiddenItems(self).forEach((item, i) => visit(item, 'item', visible + i));
      },
      tp_repr(m, self) {
        const items = tupleItems(self).map((item, i) => `${named[i] ?? options.hidden?.[i - named.length]?.name ?? ''}=${reprText(m, item)}`);
        return newStr(m, `${name}(${items.join(', ')})`);
      },
      ...(callable ? { tp_new: (m, type, args, kwnames) => structNew(m, type, layout(m), parseArgs(m, { name, params: ['sequence', 'dict'], required: 1 }, args, kwnames)) } : {}),
    },
    methods: [
      { name: '__reduce__', kind: 'noargs', fn: (m, self) => structReduce(m, self, layout(m)) },
      { name: '__replace__', kind: 'fastkw', inVersion: since(13), fn: (m, self, args, kwnames) => structReplace(m, self, layout(m), args, kwnames) },
    ],
    getset: [...named.map((field, i): GetSetSpec => member({ name: field }, (self) => tupleItems(self)[i])), ...hidden.map((field, i): GetSetSpec => member(field, (self) => hiddenItems(self)[i]))],
    attributes: (m) => [
      ['n_fields', newInt(m, visible + layout(m).hidden.length)],
      ['n_sequence_fields', newInt(m, visible)],
      ['n_unnamed_fields', newInt(m, unnamed)],
      ['__match_args__', newTuple(m, named.map((field) => newStr(m, field)))],
    ],
  };
}

function member(field: HiddenField, find: (self: PyObject) => PyObject | undefined): GetSetSpec {
  return { ...field, kind: 'member', get: (m, self) => incref(find(self) ?? m.None) };
}

/** PyStructSequence_New: a struct sequence, which the collector does not track; steals the items. */
export function newStructSequence(m: Machine, type: PyType, items: PyObject[], hidden: PyObject[] = []): PyObject {
  const data: StructItems = items;
  if (hidden.length > 0) data.hidden = hidden;
  return allocWithItems(m, type, data, items.length + (m.profile.structSequenceCountsHidden ? 0 : hidden.length));
}

function structDealloc(m: Machine, self: PyObject): void {
  if (self.gc_next !== null) gcUntrack(m, self);
  for (const item of tupleItems(self)) decref(m, item);
  for (const item of hiddenItems(self)) decref(m, item);
  freeObject(m, self);
}

/** structseq_new: from a sequence of the visible fields and perhaps hidden ones, and a dict for the rest. This one is tracked. */
function structNew(m: Machine, type: PyType, layout: Layout, [sequence, extra]: readonly (PyObject | null)[]): PyObject {
  const { visible, hidden } = layout;
  const { items, owner } = sequenceFast(m, sequence as PyObject, 'constructor requires a sequence');
  try {
    const dict = extra ?? null;
    if (dict !== null && !isDict(dict)) throw typeError(m, `${type.tp_name}() takes a dict as second arg, if any`);
    const most = visible + hidden.length;
    const bound = hidden.length === 0 ? 'a' : items.length < visible ? 'an at least' : 'an at most';
    const wanted = items.length < visible ? visible : most;
    if (items.length < visible || items.length > most) throw typeError(m, `${type.tp_name}() takes ${bound} ${wanted}-sequence (${items.length}-sequence given)`);
    const rest = hidden.map((field, i) => items[visible + i] ?? (dict === null ? null : dictGetStr(m, dict, field)) ?? m.None);
    const made = newStructSequence(m, type, items.slice(0, visible).map((item) => incref(item)), rest.map((item) => incref(item)));
    gcTrack(m, made);
    return made;
  } finally {
    decref(m, owner);
  }
}

function hiddenDict(m: Machine, self: PyObject, { hidden }: Layout): PyObject {
  const dict = newDict(m);
  hiddenItems(self).forEach((item, i) => dictSetStr(m, dict, hidden[i] ?? '', item));
  return dict;
}

function structReduce(m: Machine, self: PyObject, layout: Layout): PyObject {
  return newTuple(m, [incref(self.ob_type), newTuple(m, [packTuple(m, tupleItems(self)), hiddenDict(m, self, layout)])]);
}

/** structseq_replace. */
function structReplace(m: Machine, self: PyObject, layout: Layout, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const names = kwnames === null ? [] : tupleItems(kwnames).map(strValue);
  if (args.length > names.length) throw typeError(m, `__replace__() takes no positional arguments (${args.length - names.length} given)`);
  const { named, visible, hidden } = layout;
  if (named.length < visible) throw typeError(m, `__replace__() is not supported for ${self.ob_type.tp_name} because it has unnamed field(s)`);
  const unknown = names.filter((name) => !named.includes(name) && !hidden.includes(name));
  if (unknown.length > 0) throw typeError(m, `Got unexpected field name(s): [${unknown.map((name) => `'${name}'`).join(', ')}]`);
  const pick = (fields: readonly string[], old: readonly PyObject[]): PyObject[] => old.map((item, i) => incref(args[names.indexOf(fields[i] ?? '')] ?? item));
  const made = newStructSequence(m, self.ob_type, pick(named, tupleItems(self)), pick(hidden, hiddenItems(self)));
  gcTrack(m, made);
  return made;
}
