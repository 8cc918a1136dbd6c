// Looking into objects without running Python code: the members of containers, what a callable is called, how a reference is labelled.
import type { Machine } from '../machine.ts';
import { dictItemPairs, dictKeyAt, dictNext, dictValueAt, isDict, isDictExact } from '../objects/dict.ts';
import { FunctionData } from '../objects/function.ts';
import { isListExact, listItems } from '../objects/list.ts';
import { MethodData } from '../objects/method.ts';
import { ModuleData, moduleDict } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { SetData } from '../objects/set-table.ts';
import { setMembers } from '../objects/set.ts';
import { isStr, isStrExact, strValue } from '../objects/str.ts';
import { isTupleExact, tupleItems } from '../objects/tuple.ts';

/** A container's members for a short repr. Dict members are pairs. */
export interface ContainerView {
  readonly open: string;
  readonly close: string;
  readonly empty: string;
  readonly count: number;
  readonly items: readonly (PyObject | readonly [PyObject, PyObject])[];
}

/** Members of an exact built-in container; null for anything else. */
export function containerItems(m: Machine, o: PyObject): ContainerView | null {
  if (isListExact(m, o)) return view('[', ']', '[]', listItems(o));
  if (isTupleExact(m, o)) return view('(', ')', '()', tupleItems(o));
  if (isDictExact(m, o)) return view('{', '}', '{}', dictItemPairs(o));
  if (o.ob_type === m.types.set) return view('{', '}', 'set()', setMembers(o));
  if (o.ob_type === m.types.frozenset) return view('frozenset({', '})', 'frozenset()', setMembers(o));
  return null;
}

function view(open: string, close: string, empty: string, items: ContainerView['items']): ContainerView {
  return { open, close, empty, count: items.length, items };
}

/** `<function walk>`, `<module gc>`, `<bound method Node.link>`; null for other objects. */
export function describeCallable(_m: Machine, o: PyObject): string | null {
  if (o.data instanceof FunctionData) return `<function ${nameText(o.data.qualname)}>`;
  if (o.data instanceof MethodData) {
    const func = o.data.func;
    return func.data instanceof FunctionData ? `<bound method ${nameText(func.data.qualname)}>` : '<bound method>';
  }
  if (o.data instanceof ModuleData) return `<module ${moduleName(o)}>`;
  return null;
}

function nameText(o: PyObject): string {
  return isStr(o) ? strValue(o) : '?';
}

/** `__name__` of a module, '?' if it lost it. */
export function moduleName(o: PyObject): string {
  const dict = moduleDict(o);
  if (!isDict(dict)) return '?';
  const pair = dictItemPairs(dict).find(([key]) => isStr(key) && strValue(key) === '__name__');
  return pair !== undefined && isStr(pair[1]) ? strValue(pair[1]) : '?';
}

/** Every reference that an object owns, labelled as a person would write it: `.next`, `[0]`, `['k']`, `key 'k'`, `{1}`, `.__class__`. */
export function references(m: Machine, o: PyObject): readonly { readonly label: string; readonly target: PyObject }[] {
  const found: { label: string; target: PyObject }[] = [];
  forEachReference(m, o, (label, target) => found.push({ label, target }));
  return found;
}

/** The same, one by one. */
export function forEachReference(m: Machine, o: PyObject, tell: (label: string, target: PyObject) => void): void {
  const { tp_traverse } = o.ob_type;
  if (tp_traverse === null) return;
  const items = isListExact(m, o) ? listItems(o) : isTupleExact(m, o) ? tupleItems(o) : null;
  if (items !== null) {
    // A traversal goes from the last to the first; people read the other way.
    items.forEach((target, i) => tell(`[${i}]`, target));
    return;
  }
  if (o.data instanceof SetData) {
    for (const member of setMembers(o)) tell(`{${keyText(m, member)}}`, member);
  }
  if (!isDict(o)) {
    tp_traverse(m, o, (target, field, index) => {
      if (field !== 'element') tell(labelOf(field, index), target);
    });
    return;
  }
  const seen = new Set<PyObject>();
  for (let at = dictNext(o, 0); at >= 0; at = dictNext(o, at + 1)) {
    const key = dictKeyAt(o, at);
    const value = dictValueAt(o, at) as PyObject;
    const text = keyText(m, key);
    tell(`key ${text}`, key);
    tell(`[${text}]`, value);
    if (!isDictExact(m, o)) seen.add(key).add(value);
  }
  if (isDictExact(m, o)) return;
  tp_traverse(m, o, (target, field, index) => {
    if (!seen.has(target)) tell(labelOf(field, index), target);
  });
}

function keyText(m: Machine, key: PyObject): string {
  if (isStrExact(m, key)) return `'${strValue(key)}'`;
  return typeof key.data === 'number' || typeof key.data === 'bigint' ? String(key.data) : `<${key.ob_type.tp_name}>`;
}

/** What a person calls a field of tp_traverse. */
export function labelOf(field: string, index: number): string {
  if (index >= 0 && (field === 'item' || field === 'items' || field === 'ob_item')) return `[${index}]`;
  const bare = field.startsWith('~') ? field.slice(1) : field;
  const name = bare.startsWith('attr ') || bare.startsWith('slot ') ? bare.slice(5) : bare;
  return index < 0 ? `.${name}` : `.${name}[${index}]`;
}
