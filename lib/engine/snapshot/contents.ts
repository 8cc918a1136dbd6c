// Looking into objects without running Python code: the members of containers, what a callable is called, how a reference is labelled.
import type { Machine } from '../machine.ts';
import { dictItemPairs, isDict, isDictExact } from '../objects/dict.ts';
import { FunctionData } from '../objects/function.ts';
import { isListExact, listItems } from '../objects/list.ts';
import { MethodData } from '../objects/method.ts';
import { ModuleData, moduleDict } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
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

/** Every reference that an object owns, labelled as a person would write it: `.next`, `[0]`, `['k']`, `key 'k'`, `.__class__`. */
export function references(m: Machine, o: PyObject): readonly { readonly label: string; readonly target: PyObject }[] {
  const found: { label: string; target: PyObject }[] = [];
  if (isDict(o)) {
    for (const [key, value] of dictItemPairs(o)) {
      found.push({ label: `key ${keyText(m, key)}`, target: key }, { label: `[${keyText(m, key)}]`, target: value });
    }
    if (isDictExact(m, o)) return found;
  }
  const seen = new Set(found.map((r) => r.target));
  o.ob_type.tp_traverse?.(m, o, (target, field, index) => {
    if (isDict(o) && seen.has(target)) return;
    found.push({ label: labelOf(field, index), target });
  });
  return found;
}

function keyText(m: Machine, key: PyObject): string {
  if (isStrExact(m, key)) return `'${strValue(key)}'`;
  return typeof key.data === 'number' || typeof key.data === 'bigint' ? String(key.data) : `<${key.ob_type.tp_name}>`;
}

function labelOf(field: string, index: number): string {
  const name = field.startsWith('~') ? field.slice(1) : field;
  if (name.startsWith('attr ')) return `.${name.slice(5)}`;
  if (name.startsWith('slot ')) return `.${name.slice(5)}`;
  if (name === 'item' || name === 'items' || name === 'ob_item') return `[${index}]`;
  return index < 0 ? `.${name}` : `.${name}[${index}]`;
}
