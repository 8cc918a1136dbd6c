// Reading attributes and texts of objects for messages, without leaking references.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { lookupAttr, str } from '../objects/abstract.ts';
import { decref } from '../objects/object.ts';
import { isStr, strValue } from '../objects/str.ts';

/** A str attribute's text; null when it is missing or no str. */
export function attributeTextOf(m: Machine, o: PyObject, name: string): string | null {
  const value = lookupAttr(m, o, m.names[name] as PyObject);
  if (value === null) return null;
  const text = isStr(value) ? strValue(value) : null;
  decref(m, value);
  return text;
}

/** str(o). */
export function strOf(m: Machine, o: PyObject): string {
  const text = str(m, o);
  const result = strValue(text);
  decref(m, text);
  return result;
}
