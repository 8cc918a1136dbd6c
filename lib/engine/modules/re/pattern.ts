// re.Pattern: compiled regular expressions (CPython Modules/_sre/sre.c, pattern_methods).
import type { Machine } from '../../machine.ts';
import { getAttr, repr } from '../../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../../objects/alloc.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { bytesLikeOrNull } from '../../objects/buffer.ts';
import { newBytes } from '../../objects/bytes.ts';
import { call, callOne } from '../../objects/call.ts';
import { latin1Bytes, latin1Text } from '../../objects/codecs.ts';
import { hashValue } from '../../objects/hash.ts';
import { newInt } from '../../objects/int.ts';
import { newCallableIterator } from '../../objects/iterators.ts';
import { listAppendStolen, newList } from '../../objects/list.ts';
import { intern } from '../../objects/names.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { typeError } from '../../objects/raise.ts';
import { sizeArgument } from '../../objects/size-argument.ts';
import { codePoints, isStr, newStr, strHash, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { type CompareOp, type PyType, type TypeSpec, TypeFlag, type Visit } from '../../objects/type.ts';
import { Matcher, Subject } from './matcher.ts';
import type { Program } from './program.ts';
import { type Template, expandTemplate, parseTemplate } from './template.ts';

/** Payload of a Pattern. */
export interface PatternData {
  /** The pattern's text (owned). */
  readonly pattern: PyObject;
  readonly flags: number;
  readonly program: Program;
  readonly isBytes: boolean;
  /** Length of CPython's code. */
  readonly words: number;
  /** Group numbers by name, and as a read-only dict (owned). */
  readonly names: ReadonlyMap<string, number>;
  readonly groupIndex: PyObject;
  readonly types: RegexTypes;
  /** Replacement templates parsed last. */
  readonly templates: Map<string, Template>;
}

/** The types and the error class of one machine. */
export interface RegexTypes {
  readonly pattern: PyType;
  readonly match: PyType;
  readonly scanner: PyType;
  /** re.error; set by the Python part of the module. */
  errorClass: PyObject | null;
}

/** Payload of a Match. */
export interface MatchData {
  readonly pattern: PyObject;
  /** The subject (owned). */
  readonly string: PyObject;
  readonly subject: Subject;
  /** Positions by group; -1 = did not take part. */
  readonly registers: Int32Array;
  readonly pos: number;
  readonly endpos: number;
  /** Group that closed last, or -1. */
  readonly lastIndex: number;
}

export const patternData = (o: PyObject): PatternData => o.data as PatternData;
export const matchData = (o: PyObject): MatchData => o.data as MatchData;

/** The characters of a subject; TypeError unless it has the pattern's kind. */
function subjectOf(m: Machine, pattern: PatternData, o: PyObject): Subject {
  if (isStr(o)) {
    if (pattern.isBytes) throw typeError(m, 'cannot use a bytes pattern on a string-like object');
    return new Subject(o.data.value, o.data.kind === 4 ? codePoints(o.data) : null);
  }
  const bytes = bytesLikeOrNull(m, o, true);
  if (bytes === null) throw typeError(m, `expected string or bytes-like object, got '${o.ob_type.tp_name}'`);
  if (!pattern.isBytes) throw typeError(m, 'cannot use a string pattern on a bytes-like object');
  m.chargeWork(bytes.length >> 3);
  return new Subject(latin1Text(bytes), null);
}

/** A text of the kind that the pattern works on. */
export function makeText(m: Machine, pattern: PatternData, text: string): PyObject {
  return pattern.isBytes ? newBytes(m, latin1Bytes(text)) : newStr(m, text);
}

/** A search in progress: subject, bounds, machine. */
class Search {
  readonly subject: Subject;
  readonly matcher: Matcher;
  readonly string: PyObject;
  readonly pos: number;
  readonly endpos: number;
  /** Where the next match may start. */
  at: number;
  /** The next match must not be empty at `at`. */
  mustAdvance = false;

  constructor(m: Machine, pattern: PatternData, string: PyObject, pos = 0, endpos = Infinity) {
    this.subject = subjectOf(m, pattern, string);
    const { length } = this.subject;
    this.endpos = Math.max(0, Math.min(endpos, length));
    this.pos = Math.max(0, Math.min(pos, length));
    this.at = this.pos;
    this.string = string;
    this.matcher = new Matcher(m, pattern.program, this.subject, this.endpos);
  }

  /** Goes to the next match; false at the end. */
  next(): boolean {
    if (this.at > this.endpos || !this.matcher.search(this.at, this.mustAdvance)) return false;
    const { registers } = this.matcher;
    this.mustAdvance = registers[1] === registers[0];
    this.at = registers[1] as number;
    return true;
  }

  get start(): number {
    return this.matcher.registers[0] as number;
  }

  get end(): number {
    return this.matcher.registers[1] as number;
  }

  /** The text of a group of the current match, or null. */
  group(index: number): string | null {
    const { registers } = this.matcher;
    const start = registers[2 * index] as number;
    const end = registers[2 * index + 1] as number;
    return start < 0 || end < start ? null : this.subject.slice(start, end);
  }

  /** A Match object of the current match. */
  match(m: Machine, self: PyObject): PyObject {
    const { registers } = this.matcher;
    const data: MatchData = {
      pattern: incref(self), string: incref(this.string), subject: this.subject, registers: registers.slice(), pos: this.pos, endpos: this.endpos,
      lastIndex: registers[registers.length - 1] as number,
    };
    const { types, program } = patternData(self);
    const o = allocObject(m, types.match, data, 16 * (program.groups + 1));
    gcTrack(m, o);
    return o;
  }
}

const MATCH_PARAMS = ['string', 'pos', 'endpos'] as const;

function matching(name: 'match' | 'fullmatch' | 'search') {
  const spec = { name, params: MATCH_PARAMS, required: 1 };
  return (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject => {
    const [string, pos, endpos] = parseArgs(m, spec, args, kwnames);
    const search = new Search(m, patternData(self), string as PyObject, pos ? sizeArgument(m, pos) : 0, endpos ? sizeArgument(m, endpos) : Infinity);
    const found = search.pos > search.endpos ? false
      : name === 'search' ? search.next() : search.matcher.matchAt(search.pos, name === 'fullmatch', false);
    return found ? search.match(m, self) : incref(m.None);
  };
}

/** What findall and split put into their lists: the whole match, the only group, or a tuple of all groups. */
function findall(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [string, pos, endpos] = parseArgs(m, { name: 'findall', params: MATCH_PARAMS, required: 1 }, args, kwnames);
  const pattern = patternData(self);
  const search = new Search(m, pattern, string as PyObject, pos ? sizeArgument(m, pos) : 0, endpos ? sizeArgument(m, endpos) : Infinity);
  const list = newList(m, []);
  const { groups } = pattern.program;
  while (search.next()) {
    if (groups <= 1) listAppendStolen(m, list, makeText(m, pattern, search.group(groups) ?? ''));
    else listAppendStolen(m, list, newTuple(m, Array.from({ length: groups }, (_, i) => makeText(m, pattern, search.group(i + 1) ?? ''))));
  }
  return list;
}

const SPLIT = { name: 'split', params: ['string', 'maxsplit'], required: 1 } as const;

function split(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [string, limit] = parseArgs(m, SPLIT, args, kwnames);
  const pattern = patternData(self);
  const max = limit ? sizeArgument(m, limit) : 0;
  const search = new Search(m, pattern, string as PyObject);
  const list = newList(m, []);
  let last = 0;
  for (let cuts = 0; (max === 0 || cuts < max) && search.next(); cuts++) {
    listAppendStolen(m, list, makeText(m, pattern, search.subject.slice(last, search.start)));
    for (let g = 1; g <= pattern.program.groups; g++) {
      const text = search.group(g);
      listAppendStolen(m, list, text === null ? incref(m.None) : makeText(m, pattern, text));
    }
    last = search.end;
  }
  listAppendStolen(m, list, makeText(m, pattern, search.subject.slice(last, search.subject.length)));
  return list;
}

/** sub and subn. */
function substitute(m: Machine, self: PyObject, name: string, args: readonly PyObject[], kwnames: PyObject | null): { text: PyObject; count: number } {
  const [repl, string, limit] = parseArgs(m, { name, params: ['repl', 'string', 'count'], required: 2 }, args, kwnames);
  const pattern = patternData(self);
  const max = limit ? sizeArgument(m, limit) : 0;
  const replace = replacement(m, self, repl as PyObject);
  const search = new Search(m, pattern, string as PyObject);
  const parts: string[] = [];
  /** Parts that are not empty: the list that CPython joins holds only these, and its error names an item of it. */
  let filled = 0;
  let last = 0;
  let count = 0;
  let length = 0;
  while ((max === 0 || count < max) && search.next()) {
    const before = search.subject.slice(last, search.start);
    if (before !== '') filled++;
    const text = replace(search, filled);
    if (text !== '') filled++;
    parts.push(before, text);
    length += before.length + text.length;
    m.memory.expect(length);
    m.chargeWork((before.length + text.length) >> 3);
    last = search.end;
    count++;
  }
  if (count === 0) return { text: incref(string as PyObject), count };
  parts.push(search.subject.slice(last, search.subject.length));
  return { text: makeText(m, pattern, parts.join('')), count };
}

/** How a match becomes text: a template, plain text, or a call. */
function replacement(m: Machine, self: PyObject, repl: PyObject): (search: Search, item: number) => string {
  const pattern = patternData(self);
  if (repl.ob_type.tp_call !== null && !isStr(repl)) {
    return (search, item) => {
      const match = search.match(m, self);
      let result: PyObject;
      try {
        result = callOne(m, repl, match);
      } finally {
        decref(m, match);
      }
      try {
        return result === m.None ? '' : replacementText(m, pattern, result, item);
      } finally {
        decref(m, result);
      }
    };
  }
  const text = replacementText(m, pattern, repl);
  if (!text.includes('\\')) return () => text;
  const template = templateFor(m, pattern, text);
  return (search) => expandTemplate(template, (group) => search.group(group) ?? '');
}

/** A template, parsed once per pattern. */
export function templateFor(m: Machine, pattern: PatternData, text: string): Template {
  let template = pattern.templates.get(text);
  if (template === undefined) {
    template = parseTemplate(m, pattern, text);
    if (pattern.templates.size >= 100) pattern.templates.clear();
    pattern.templates.set(text, template);
  }
  return template;
}

/** The text of a replacement (str for str patterns, bytes-like for bytes). `item` is its place among the parts when a call answered it. */
export function replacementText(m: Machine, pattern: PatternData, o: PyObject, item: number | null = null): string {
  if (!pattern.isBytes && isStr(o)) return strValue(o);
  const bytes = isStr(o) ? null : bytesLikeOrNull(m, o, true);
  if (pattern.isBytes && bytes !== null) return latin1Text(bytes);
  const wanted = pattern.isBytes ? 'a bytes-like object' : 'str instance';
  if (item !== null) throw typeError(m, `sequence item ${item}: expected ${wanted}, ${o.ob_type.tp_name} found`);
  throw typeError(m, `decoding to str: need a bytes-like object, ${o.ob_type.tp_name} found`);
}

// --- finditer and scanner ---------------------------------------------------------------------------------------------------------------

interface ScannerData {
  readonly pattern: PyObject;
  readonly search: Search;
}

function scanner(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [string, pos, endpos] = parseArgs(m, { name: 'scanner', params: MATCH_PARAMS, required: 1 }, args, kwnames);
  const search = new Search(m, patternData(self), string as PyObject, pos ? sizeArgument(m, pos) : 0, endpos ? sizeArgument(m, endpos) : Infinity);
  incref(search.string);
  const o = allocObject(m, patternData(self).types.scanner, { pattern: incref(self), search } satisfies ScannerData);
  gcTrack(m, o);
  return o;
}

function scannerNext(m: Machine, self: PyObject): PyObject | null {
  const { pattern, search } = self.data as ScannerData;
  return search.next() ? search.match(m, pattern) : null;
}

export const scannerType: TypeSpec = {
  name: '_sre.SRE_Scanner',
  basicsize: (m) => m.profile.basicsize.scanner,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (m, self) => {
      const { pattern, search } = self.data as ScannerData;
      gcUntrack(m, self);
      decref(m, search.string);
      decref(m, pattern);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      visit((self.data as ScannerData).pattern, 'pattern', -1);
      visit((self.data as ScannerData).search.string, 'string', -1);
    },
  },
  getset: [{ name: 'pattern', get: (_m, self) => incref((self.data as ScannerData).pattern) }],
  methods: [
    { name: 'search', kind: 'noargs', fn: (m, self) => scannerNext(m, self) ?? incref(m.None) },
    { name: 'match', kind: 'noargs', fn: scannerMatch },
  ],
};

function scannerMatch(m: Machine, self: PyObject): PyObject {
  const { pattern, search } = self.data as ScannerData;
  if (search.at > search.endpos || !search.matcher.matchAt(search.at, false, search.mustAdvance)) return incref(m.None);
  search.mustAdvance = search.start === search.end;
  search.at = search.end;
  return search.match(m, pattern);
}

// --- the type -----------------------------------------------------------------------------------------------------------------------------

const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [2, 're.IGNORECASE'], [4, 're.LOCALE'], [8, 're.MULTILINE'], [16, 're.DOTALL'], [32, 're.UNICODE'], [64, 're.VERBOSE'], [128, 're.DEBUG'], [256, 're.ASCII'],
];

function patternRepr(m: Machine, self: PyObject): PyObject {
  const data = patternData(self);
  let flags = data.flags;
  if (!data.isBytes && (flags & (4 | 256)) === 0) flags &= ~32;
  const shown = repr(m, data.pattern);
  const text = [...strValue(shown)].slice(0, 200).join('');
  decref(m, shown);
  const names: string[] = [];
  for (const [bit, name] of FLAG_NAMES) {
    if ((flags & bit) !== 0) {
      names.push(name);
      flags &= ~bit;
    }
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  return newStr(m, `re.compile(${text}${names.length > 0 ? `, ${names.join('|')}` : ''})`);
}

function patternCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if ((op !== 2 && op !== 3) || a.ob_type !== b.ob_type) return incref(m.NotImplemented);
  const x = patternData(a);
  const y = patternData(b);
  const text = (o: PatternData): string => (o.isBytes ? latin1Text(bytesLikeOrNull(m, o.pattern, true) ?? new Uint8Array(0)) : strValue(o.pattern));
  const equal = a === b || (x.flags === y.flags && x.isBytes === y.isBytes && text(x) === text(y));
  return incref(equal === (op === 2) ? m.True : m.False);
}

function patternDealloc(m: Machine, self: PyObject): void {
  const data = patternData(self);
  gcUntrack(m, self);
  decref(m, data.pattern);
  decref(m, data.groupIndex);
  freeObject(m, self);
}

function patternTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  visit(patternData(self).groupIndex, 'groupindex', -1);
  visit(patternData(self).pattern, 'pattern', -1);
}

/** re.Pattern. */
export const patternType: TypeSpec = {
  name: 're.Pattern',
  basicsize: 96,
  itemsize: 4,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  hasWeakrefs: true,
  doc: 'Compiled regular expression object.',
  slots: {
    tp_dealloc: patternDealloc,
    tp_traverse: patternTraverse,
    tp_repr: patternRepr,
    tp_sizeof: (_m, self) => 96 + 4 * patternData(self).words,
    tp_hash: (m, self) => {
      const data = patternData(self);
      const lo = isStr(data.pattern) ? strHash(m, data.pattern) : data.flags;
      hashValue(m, lo);
      return lo ^ data.flags;
    },
    tp_richcompare: patternCompare,
  },
  methods: [
    { name: 'match', kind: 'fastkw', sig: '($self, /, string, pos=0, endpos=sys.maxsize)', fn: matching('match'), doc: 'Matches zero or more characters at the beginning of the string.' },
    { name: 'fullmatch', kind: 'fastkw', sig: '($self, /, string, pos=0, endpos=sys.maxsize)', fn: matching('fullmatch'), doc: 'Matches against all of the string.' },
    { name: 'search', kind: 'fastkw', sig: '($self, /, string, pos=0, endpos=sys.maxsize)', fn: matching('search'), doc: 'Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.' },
    { name: 'findall', kind: 'fastkw', sig: '($self, /, string, pos=0, endpos=sys.maxsize)', fn: findall, doc: 'Return a list of all non-overlapping matches of pattern in string.' },
    { name: 'finditer', kind: 'fastkw', sig: '($self, /, string, pos=0, endpos=sys.maxsize)', fn: finditer },
    { name: 'split', kind: 'fastkw', sig: '($self, /, string, maxsplit=0)', fn: split, doc: 'Split string by the occurrences of pattern.' },
    { name: 'sub', kind: 'fastkw', sig: '($self, /, repl, string, count=0)', fn: (m, self, args, kwnames) => substitute(m, self, 'sub', args, kwnames).text },
    { name: 'subn', kind: 'fastkw', sig: '($self, /, repl, string, count=0)', fn: (m, self, args, kwnames) => {
      const { text, count } = substitute(m, self, 'subn', args, kwnames);
      return newTuple(m, [text, newInt(m, count)]);
    } },
    { name: 'scanner', kind: 'fastkw', fn: scanner },
    { name: '__copy__', kind: 'noargs', fn: (_m, self) => incref(self) },
    { name: '__deepcopy__', kind: 'o', fn: (_m, self) => incref(self) },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, item) => call(m, m.types.GenericAlias, [self, item]) },
  ],
  getset: [
    { name: 'pattern', kind: 'member', get: (_m, self) => incref(patternData(self).pattern), doc: 'The pattern string from which the RE object was compiled.' },
    { name: 'flags', kind: 'member', get: (m, self) => newInt(m, patternData(self).flags), doc: 'The regex matching flags.' },
    { name: 'groups', kind: 'member', get: (m, self) => newInt(m, patternData(self).program.groups), doc: 'The number of capturing groups in the pattern.' },
    { name: 'groupindex', get: (m, self) => call(m, m.types.mappingproxy, [patternData(self).groupIndex]), doc: 'A dictionary mapping group names to group numbers.' },
  ],
};

/** callable_iterator(scanner.search, None), as CPython makes it. */
function finditer(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const source = scanner(m, self, args, kwnames);
  let search: PyObject;
  try {
    search = getAttr(m, source, intern(m, 'search'));
  } finally {
    decref(m, source);
  }
  try {
    return newCallableIterator(m, search, m.None);
  } finally {
    decref(m, search);
  }
}

