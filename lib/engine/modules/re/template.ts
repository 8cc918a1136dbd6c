// Replacement templates: `\1`, `\g<name>` (CPython Lib/re/_parser.py, parse_template).
import type { Machine } from '../../machine.ts';
import { raise } from '../../objects/raise.ts';
import type { PatternData } from './pattern.ts';
import { regexRaise } from './errors.ts';

/** Literal texts and group numbers in turn. */
export type Template = readonly (string | number)[];

/** The text of a template for one match. */
export function expandTemplate(template: Template, group: (index: number) => string): string {
  let out = '';
  for (const part of template) out += typeof part === 'string' ? part : group(part);
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };

/** Parses a template; raises re.error. */
export function parseTemplate(m: Machine, pattern: PatternData, text: string): Template {
  const chars = [...text];
  const parts: (string | number)[] = [];
  let literal = '';
  let at = 0;
  const fail = (message: string, position: number): unknown => regexRaise(m, pattern.types, message, text, position, pattern.isBytes);
  const addGroup = (index: number, position: number): void => {
    if (index > pattern.program.groups) throw fail(`invalid group reference ${index}`, position);
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(index);
  };
  while (at < chars.length) {
    const char = chars[at++] as string;
    if (char !== '\\') {
      literal += char;
      continue;
    }
    const kind = chars[at++];
    if (kind === undefined) throw fail('bad escape (end of pattern)', at - 2);
    if (kind === 'g') {
      const [index, next] = namedGroup(m, pattern, chars, at, fail);
      addGroup(index.value, index.position);
      at = next;
    } else if (kind === '0') {
      let digits = '';
      while (digits.length < 2 && /^[0-7]$/.test(chars[at] ?? '')) digits += chars[at++];
      literal += String.fromCharCode(Number.parseInt(`0${digits}`, 8) & 255);
    } else if (/^[1-9]$/.test(kind)) {
      let digits = kind;
      if (/^[0-9]$/.test(chars[at] ?? '')) {
        digits += chars[at++];
        if (/^[0-7]{2}$/.test(digits) && /^[0-3]/.test(digits) && /^[0-7]$/.test(chars[at] ?? '')) {
          digits += chars[at++];
          literal += String.fromCharCode(Number.parseInt(digits, 8));
          continue;
        }
        if (/^[4-7][0-7]$/.test(digits) && /^[0-7]$/.test(chars[at] ?? '')) {
          throw fail(`octal escape value \\${digits}${chars[at]} outside of range 0-0o377`, at - 3);
        }
      }
      addGroup(Number(digits), at - digits.length);
    } else if (Object.hasOwn(ESCAPES, kind)) literal += ESCAPES[kind];
    else if (/^[a-zA-Z]$/.test(kind)) throw fail(`bad escape \\${kind}`, at - 2);
    else literal += `\\${kind}`;
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

/** \g<name>: the group and the position behind '>'. */
function namedGroup(m: Machine, pattern: PatternData, chars: readonly string[], from: number, fail: (message: string, position: number) => unknown): [{ value: number; position: number }, number] {
  if (chars[from] !== '<') throw fail('missing <', from);
  const start = from + 1;
  const end = chars.indexOf('>', start);
  if (end < 0) {
    if (start >= chars.length) throw fail('missing group name', start);
    throw fail('missing >, unterminated name', start);
  }
  if (end === start) throw fail('missing group name', start);
  const name = chars.slice(start, end).join('');
  if (/^[0-9]+$/.test(name)) return [{ value: Number(name), position: start }, end + 1];
  if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) throw fail(`bad character in group name '${name}'`, start);
  const index = pattern.names.get(name);
  if (index === undefined) throw raise(m, m.types.IndexError, `unknown group name '${name}'`);
  return [{ value: index, position: start }, end + 1];
}
