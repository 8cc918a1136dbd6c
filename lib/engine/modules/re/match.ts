// re.Match (CPython Modules/_sre/sre.c, match_methods).
import type { Machine } from '../../machine.ts';
import { index as toIndex } from '../../objects/abstract.ts';
import { freeObject, gcUntrack } from '../../objects/alloc.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { call } from '../../objects/call.ts';
import { dictSet, newDict } from '../../objects/dict.ts';
import { asIndexNumber, newInt, newSizeInt } from '../../objects/int.ts';
import { repr } from '../../objects/abstract.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { indexError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { type TypeSpec, TypeFlag } from '../../objects/type.ts';
import { type MatchData, makeText, matchData, patternData, replacementText, templateFor } from './pattern.ts';
import { expandTemplate } from './template.ts';

/** match_getindex: a group number from an int or a name. */
function groupNumber(m: Machine, self: PyObject, o: PyObject): number {
  const { program, names } = patternData(matchData(self).pattern);
  if (o.ob_type.nb_index !== null) {
    const exact = toIndex(m, o);
    const at = asIndexNumber(exact);
    decref(m, exact);
    if (at >= 0 && at <= program.groups) return at;
  } else if (isStr(o)) {
    const at = names.get(strValue(o));
    if (at !== undefined) return at;
  }
  throw indexError(m, 'no such group');
}

function groupSpan(data: MatchData, index: number): readonly [number, number] {
  const start = data.registers[2 * index] as number;
  const end = data.registers[2 * index + 1] as number;
  return start < 0 || end < start ? [-1, -1] : [start, end];
}

/** The text of a group; `missing` (borrowed) if it took no part. */
function groupText(m: Machine, self: PyObject, index: number, missing: PyObject): PyObject {
  const data = matchData(self);
  const [start, end] = groupSpan(data, index);
  if (start < 0) return incref(missing);
  if (start === 0 && end === data.subject.length && data.string.ob_type === m.types.str) return incref(data.string);
  m.chargeWork((end - start) >> 3);
  return makeText(m, patternData(data.pattern), data.subject.slice(start, end));
}

function group(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  if (args.length === 0) return groupText(m, self, 0, m.None);
  if (args.length === 1) return groupText(m, self, groupNumber(m, self, args[0] as PyObject), m.None);
  return newTuple(m, args.map((arg) => groupText(m, self, groupNumber(m, self, arg), m.None)));
}

const DEFAULT = (name: string) => ({ name, params: ['default'] as const });

function groups(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [missing] = parseArgs(m, DEFAULT('groups'), args, kwnames);
  const { program } = patternData(matchData(self).pattern);
  return newTuple(m, Array.from({ length: program.groups }, (_, i) => groupText(m, self, i + 1, missing ?? m.None)));
}

function groupdict(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [missing] = parseArgs(m, DEFAULT('groupdict'), args, kwnames);
  const dict = newDict(m);
  for (const [name, index] of patternData(matchData(self).pattern).names) {
    const key = newStr(m, name);
    const value = groupText(m, self, index, missing ?? m.None);
    dictSet(m, dict, key, value);
    decref(m, key);
    decref(m, value);
  }
  return dict;
}

function span(m: Machine, self: PyObject, args: readonly PyObject[]): readonly [number, number] {
  return groupSpan(matchData(self), args[0] === undefined ? 0 : groupNumber(m, self, args[0]));
}

const pairOf = (m: Machine, [a, b]: readonly [number, number]): PyObject => newTuple(m, [newInt(m, a), newInt(m, b)]);

function expand(m: Machine, self: PyObject, template: PyObject): PyObject {
  const data = matchData(self);
  const pattern = patternData(data.pattern);
  const text = replacementText(m, pattern, template);
  const parsed = templateFor(m, pattern, text);
  return makeText(m, pattern, expandTemplate(parsed, (index) => {
    const [start, end] = groupSpan(data, index);
    return start < 0 ? '' : data.subject.slice(start, end);
  }));
}

function matchRepr(m: Machine, self: PyObject): PyObject {
  const data = matchData(self);
  const whole = groupText(m, self, 0, m.None);
  const shown = repr(m, whole);
  const text = [...strValue(shown)].slice(0, 50).join('');
  decref(m, shown);
  decref(m, whole);
  return newStr(m, `<re.Match object; span=(${data.registers[0]}, ${data.registers[1]}), match=${text}>`);
}

function lastGroup(m: Machine, self: PyObject): PyObject {
  const data = matchData(self);
  for (const [name, index] of patternData(data.pattern).names) if (index === data.lastIndex) return newStr(m, name);
  return incref(m.None);
}

/** re.Match. */
export const matchType: TypeSpec = {
  name: 're.Match',
  basicsize: 88,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  slots: {
    tp_dealloc: (m, self) => {
      const data = matchData(self);
      gcUntrack(m, self);
      decref(m, data.string);
      decref(m, data.pattern);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      visit(matchData(self).string, 'string', -1);
      visit(matchData(self).pattern, 're', -1);
    },
    tp_repr: matchRepr,
    tp_sizeof: (_m, self) => 88 + 16 * (patternData(matchData(self).pattern).program.groups + 1),
    mp_subscript: (m, self, key) => groupText(m, self, groupNumber(m, self, key), m.None),
  },
  methods: [
    { name: 'group', kind: 'fast', min: 0, max: -1, fn: group },
    { name: 'groups', kind: 'fastkw', sig: '($self, /, default=None)', fn: groups },
    { name: 'groupdict', kind: 'fastkw', sig: '($self, /, default=None)', fn: groupdict },
    { name: 'start', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newSizeInt(m, span(m, self, args)[0]) },
    { name: 'end', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newSizeInt(m, span(m, self, args)[1]) },
    { name: 'span', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => pairOf(m, span(m, self, args)) },
    { name: 'expand', kind: 'o', fn: expand },
    { name: '__copy__', kind: 'noargs', fn: (_m, self) => incref(self) },
    { name: '__deepcopy__', kind: 'o', fn: (_m, self) => incref(self) },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, item) => call(m, m.types.GenericAlias, [self, item]) },
  ],
  getset: [
    { name: 'string', kind: 'member', get: (_m, self) => incref(matchData(self).string) },
    { name: 're', kind: 'member', get: (_m, self) => incref(matchData(self).pattern) },
    { name: 'pos', kind: 'member', get: (m, self) => newInt(m, matchData(self).pos) },
    { name: 'endpos', kind: 'member', get: (m, self) => newInt(m, matchData(self).endpos) },
    { name: 'lastindex', get: (m, self) => (matchData(self).lastIndex < 0 ? incref(m.None) : newInt(m, matchData(self).lastIndex)) },
    { name: 'lastgroup', get: lastGroup },
    { name: 'regs', get: (m, self) => newTuple(m, Array.from({ length: patternData(matchData(self).pattern).program.groups + 1 }, (_, i) => pairOf(m, groupSpan(matchData(self), i)))) },
  ],
};
