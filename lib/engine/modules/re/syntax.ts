// The syntax tree of a regular expression and its parser (CPython Lib/re/_parser.py: the same grammar, limits and error texts).
import { NESTED_GROUPS_LIMIT } from '../../limits.ts';
import { lookUpCharacter } from '../../parser/character-names.ts';

/** Compile flags (re.I …). */
export const Flag = { TEMPLATE: 1, IGNORECASE: 2, LOCALE: 4, MULTILINE: 8, DOTALL: 16, UNICODE: 32, VERBOSE: 64, DEBUG: 128, ASCII: 256 } as const;

export type Category = 'digit' | 'space' | 'word';

/** A member of a character set; `ranged`: written as a range. */
export type SetItem =
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly ranged: boolean }
  | { readonly kind: 'category'; readonly category: Category; readonly negated: boolean };

export type AtKind = 'start' | 'end' | 'string-start' | 'string-end' | 'boundary' | 'not-boundary';
export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

/** A node. `flags` are those in force where it stands. */
export type Node =
  | { readonly op: 'char'; readonly code: number; readonly flags: number }
  | { readonly op: 'any'; readonly flags: number }
  | { readonly op: 'set'; readonly negated: boolean; readonly items: readonly SetItem[]; readonly flags: number }
  | { readonly op: 'at'; readonly at: AtKind; readonly flags: number }
  | { readonly op: 'sequence'; readonly items: readonly Node[] }
  | { readonly op: 'branch'; readonly items: readonly Node[] }
  // `scoped`: a group without a number that sets flags for its body.
  | { readonly op: 'group'; readonly index: number | null; readonly scoped: boolean; readonly body: Node }
  | { readonly op: 'repeat'; readonly min: number; readonly max: number; readonly mode: RepeatMode; readonly body: Node }
  | { readonly op: 'reference'; readonly group: number; readonly flags: number }
  | { readonly op: 'conditional'; readonly group: number; readonly yes: Node; readonly no: Node | null }
  | { readonly op: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: Node; readonly width: number }
  | { readonly op: 'atomic'; readonly body: Node };

/** A malformed pattern. `at` is the position in the pattern. */
export class RegexError {
  readonly text: string;
  readonly at: number | null;
  constructor(text: string, at: number | null) {
    this.text = text;
    this.at = at;
  }
}

/** A parsed pattern. */
export interface Parsed {
  readonly node: Node;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

export const MAX_REPEAT = 4294967295;
const MAX_GROUPS = 2147483647;
const REPEAT_CHARS = '*+?{';
const FLAG_LETTERS: Readonly<Record<string, number>> = { i: 2, L: 4, m: 8, s: 16, x: 64, a: 256, t: 1, u: 32 };
const TYPE_FLAGS = Flag.ASCII | Flag.LOCALE | Flag.UNICODE;
const GLOBAL_FLAGS = Flag.DEBUG;
const SIMPLE: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const CATEGORIES: Readonly<Record<string, { category: Category; negated: boolean }>> = {
  d: { category: 'digit', negated: false }, D: { category: 'digit', negated: true }, s: { category: 'space', negated: false },
  S: { category: 'space', negated: true }, w: { category: 'word', negated: false }, W: { category: 'word', negated: true },
};

/** Thrown inside when (?x) at the start asks for a second parse with VERBOSE. */
class Verbose {}

/** parse(): `chars` are the pattern's characters. */
export function parsePattern(chars: readonly string[], flags: number, isBytes: boolean): Parsed {
  try {
    return new Parser(chars, flags, isBytes).parse();
  } catch (trouble) {
    if (!(trouble instanceof Verbose)) throw trouble;
    return new Parser(chars, flags | Flag.VERBOSE, isBytes).parse();
  }
}

/** Least and greatest width of what a node matches. */
export function widthOf(node: Node, groupWidths: ReadonlyMap<number, readonly [number, number]>): readonly [number, number] {
  switch (node.op) {
    case 'char': case 'any': case 'set': return [1, 1];
    case 'at': case 'look': return [0, 0];
    case 'sequence': {
      let low = 0;
      let high = 0;
      for (const item of node.items) {
        const [a, b] = widthOf(item, groupWidths);
        low += a;
        high += b;
      }
      return [Math.min(low, MAX_REPEAT), Math.min(high, MAX_REPEAT)];
    }
    case 'branch': {
      const widths = node.items.map((item) => widthOf(item, groupWidths));
      return [Math.min(...widths.map(([low]) => low)), Math.max(...widths.map(([, high]) => high))];
    }
    case 'group': case 'atomic': return widthOf(node.body, groupWidths);
    case 'repeat': {
      const [low, high] = widthOf(node.body, groupWidths);
      return [Math.min(low * node.min, MAX_REPEAT), high === 0 ? 0 : Math.min(high * node.max, MAX_REPEAT)];
    }
    case 'reference': return groupWidths.get(node.group) ?? [0, MAX_REPEAT];
    case 'conditional': {
      const [low, high] = widthOf(node.yes, groupWidths);
      const other = node.no === null ? ([0, 0] as const) : widthOf(node.no, groupWidths);
      return [Math.min(low, other[0]), Math.max(high, other[1])];
    }
  }
}

class Parser {
  private readonly chars: readonly string[];
  private readonly isBytes: boolean;
  private at = 0;
  private flags: number;
  private groups = 1;
  private readonly names = new Map<string, number>();
  private readonly openGroups = new Set<number>();
  private readonly groupWidths = new Map<number, readonly [number, number]>();
  private lookbehindGroups: number | null = null;
  private readonly conditionals = new Map<number, number>();

  constructor(chars: readonly string[], flags: number, isBytes: boolean) {
    this.chars = chars;
    this.flags = flags;
    this.isBytes = isBytes;
  }

  parse(): Parsed {
    const node = this.alternatives((this.flags & Flag.VERBOSE) !== 0, 0, this.flags);
    this.flags = this.fixFlags(this.flags);
    if (this.at < this.chars.length) throw new RegexError('unbalanced parenthesis', this.at);
    for (const [group, position] of this.conditionals) if (group >= this.groups) throw new RegexError(`invalid group reference ${group}`, position);
    return { node, flags: this.flags, groups: this.groups - 1, names: this.names };
  }

  private fixFlags(flags: number): number {
    if (this.isBytes) {
      if ((flags & Flag.UNICODE) !== 0) throw new RangeError('cannot use UNICODE flag with a bytes pattern');
      if ((flags & Flag.LOCALE) !== 0 && (flags & Flag.ASCII) !== 0) throw new RangeError('ASCII and LOCALE flags are incompatible');
      return flags;
    }
    if ((flags & Flag.LOCALE) !== 0) throw new RangeError('cannot use LOCALE flag with a str pattern');
    if ((flags & Flag.ASCII) === 0) return flags | Flag.UNICODE;
    if ((flags & Flag.UNICODE) !== 0) throw new RangeError('ASCII and UNICODE flags are incompatible');
    return flags;
  }

  /** The next token: a character, or a backslash with the character after it; null at the end. */
  private peek(): string | null {
    const char = this.chars[this.at];
    if (char === undefined) return null;
    if (char !== '\\') return char;
    const next = this.chars[this.at + 1];
    if (next === undefined) throw new RegexError('bad escape (end of pattern)', this.at);
    return char + next;
  }

  private take(): string | null {
    const token = this.peek();
    if (token !== null) this.at += token.startsWith('\\') ? 2 : 1;
    return token;
  }

  private takeIf(char: string): boolean {
    if (this.peek() !== char) return false;
    this.take();
    return true;
  }

  private takeWhile(limit: number, allowed: string): string {
    let text = '';
    while (text.length < limit) {
      const char = this.chars[this.at];
      if (char === undefined || !allowed.includes(char)) break;
      text += char;
      this.at++;
    }
    return text;
  }

  /** Characters up to a terminator; the `what` is named in the errors. */
  private takeUntil(terminator: string, what: string): string {
    let text = '';
    for (;;) {
      const token = this.take();
      if (token === null) {
        if (text === '') throw new RegexError(`missing ${what}`, this.at);
        throw new RegexError(`missing ${terminator}, unterminated name`, this.at - [...text].length);
      }
      if (token === terminator) {
        if (text === '') throw new RegexError(`missing ${what}`, this.at - 1);
        return text;
      }
      text += token;
    }
  }

  /** _parse_sub. */
  private alternatives(verbose: boolean, nested: number, flags: number): Node {
    if (nested > NESTED_GROUPS_LIMIT) throw new TooDeeplyNested();
    const items: Node[] = [];
    // Flags that the first alternative sets for the whole expression hold in the others.
    do items.push(this.sequence(verbose, nested + 1, nested === 0 && items.length === 0, nested === 0 ? this.flags : flags));
    while (this.takeIf('|'));
    return items.length === 1 ? items[0] as Node : { op: 'branch', items };
  }

  /** _parse. */
  private sequence(verboseHere: boolean, nested: number, first: boolean, flagsHere: number): Node {
    const items: Node[] = [];
    let flags = flagsHere;
    let verbose = verboseHere;
    for (;;) {
      const token = this.peek();
      if (token === null || token === '|' || token === ')') break;
      this.take();
      if (verbose) {
        if (/^[ \t\n\r\v\f]$/.test(token)) continue;
        if (token === '#') {
          for (;;) {
            const next = this.take();
            if (next === null || next === '\n') break;
          }
          continue;
        }
      }
      if (token.startsWith('\\')) items.push(this.escape(token, flags));
      else if (REPEAT_CHARS.includes(token)) this.repeat(token, items, flags);
      else if (token === '.') items.push({ op: 'any', flags });
      else if (token === '^') items.push({ op: 'at', at: 'start', flags });
      else if (token === '$') items.push({ op: 'at', at: 'end', flags });
      else if (token === '[') items.push(this.set(flags));
      else if (token === '(') {
        const start = this.at - 1;
        const made = this.group(start, verbose, nested, first && items.length === 0, flags);
        if (made === 'comment') continue;
        if (typeof made === 'number') {
          // (?flags) at the start: in force from here on, for the whole expression.
          flags = made;
          verbose = (flags & Flag.VERBOSE) !== 0;
          continue;
        }
        items.push(made);
      } else items.push({ op: 'char', code: token.codePointAt(0) as number, flags });
    }
    return items.length === 1 ? items[0] as Node : { op: 'sequence', items };
  }

  private repeat(token: string, items: Node[], flags: number): void {
    const start = this.at - 1;
    let min: number;
    let max: number;
    if (token === '?') [min, max] = [0, 1];
    else if (token === '*') [min, max] = [0, MAX_REPEAT];
    else if (token === '+') [min, max] = [1, MAX_REPEAT];
    else {
      if (this.peek() === '}') {
        items.push({ op: 'char', code: 123, flags });
        return;
      }
      const low = this.takeWhile(Infinity, '0123456789');
      const high = this.takeIf(',') ? this.takeWhile(Infinity, '0123456789') : low;
      if (!this.takeIf('}')) {
        items.push({ op: 'char', code: 123, flags });
        this.at = start + 1;
        return;
      }
      min = low === '' ? 0 : Number(low);
      max = high === '' ? MAX_REPEAT : Number(high);
      if (min >= MAX_REPEAT || (high !== '' && max >= MAX_REPEAT)) throw new OverflowText('the repetition number is too large');
      if (max < min) throw new RegexError('min repeat greater than max repeat', start + 1);
    }
    const item = items[items.length - 1];
    if (item === undefined || item.op === 'at') throw new RegexError('nothing to repeat', start);
    if (item.op === 'repeat') throw new RegexError('multiple repeat', start);
    const body: Node = item.op === 'group' && item.index === null ? item.body : item;
    const mode: RepeatMode = this.takeIf('?') ? 'lazy' : this.takeIf('+') ? 'possessive' : 'greedy';
    items[items.length - 1] = { op: 'repeat', min, max, mode, body };
  }

  private set(flags: number): Node {
    const here = this.at - 1;
    const items: SetItem[] = [];
    const negated = this.takeIf('^');
    for (;;) {
      const token = this.take();
      if (token === null) throw new RegexError('unterminated character set', here);
      if (token === ']' && items.length > 0) break;
      if (token === ']' && items.length === 0 && this.at - 1 !== here + (negated ? 2 : 1)) break;
      const low = token.startsWith('\\') ? this.classEscape(token) : charItem(token);
      if (!this.takeIf('-')) {
        items.push(low);
        continue;
      }
      const next = this.take();
      if (next === null) throw new RegexError('unterminated character set', here);
      if (next === ']') {
        items.push(low, charItem('-'));
        break;
      }
      const high = next.startsWith('\\') ? this.classEscape(next) : charItem(next);
      const range = (): string => `bad character range ${token}-${next}`;
      const width = [...token].length + 1 + [...next].length;
      if (low.kind !== 'range' || high.kind !== 'range') throw new RegexError(range(), this.at - width);
      if (high.low < low.low) throw new RegexError(range(), this.at - width);
      items.push({ kind: 'range', low: low.low, high: high.low, ranged: true });
    }
    const only = items[0];
    if (items.length === 1 && only !== undefined && only.kind === 'range' && !only.ranged && !negated) return { op: 'char', code: only.low, flags };
    return { op: 'set', negated, items, flags };
  }

  /** Numeric escapes that sets and sequences share; null = not one. */
  private codeEscape(token: string): number | null {
    const kind = token.charAt(1);
    const hex = (digits: number): number => {
      const text = this.takeWhile(digits, '0123456789abcdefABCDEF');
      if (text.length !== digits) throw new RegexError(`incomplete escape ${token}${text}`, this.at - 2 - text.length);
      return Number.parseInt(text, 16);
    };
    if (kind === 'x') return hex(2);
    if (kind === 'u' && !this.isBytes) return hex(4);
    if (kind === 'U' && !this.isBytes) {
      const code = hex(8);
      if (code > 0x10ffff) throw new RegexError(`bad escape ${token}${code.toString(16).padStart(8, '0')}`, this.at - 10);
      return code;
    }
    if (kind === 'N' && !this.isBytes) {
      if (!this.takeIf('{')) throw new RegexError('missing {', this.at);
      const name = this.takeUntil('}', 'character name');
      const found = lookUpCharacter(name);
      if (found === null) throw new RegexError(`undefined character name '${name}'`, this.at - [...name].length - 4);
      return found;
    }
    return null;
  }

  private classEscape(token: string): SetItem {
    const kind = token.slice(1);
    const category = Object.hasOwn(CATEGORIES, kind) ? CATEGORIES[kind] : undefined;
    if (category !== undefined) return { kind: 'category', ...category };
    const code = this.codeEscape(token);
    if (code !== null) return { kind: 'range', low: code, high: code, ranged: false };
    if ('01234567'.includes(kind)) {
      const text = kind + this.takeWhile(2, '01234567');
      const value = Number.parseInt(text, 8);
      if (value > 0o377) throw new RegexError(`octal escape value \\${text} outside of range 0-0o377`, this.at - 1 - text.length);
      return { kind: 'range', low: value, high: value, ranged: false };
    }
    if (Object.hasOwn(SIMPLE, kind)) return charItem(String.fromCharCode(SIMPLE[kind] as number));
    if (/^[a-zA-Z0-9]$/.test(kind)) throw new RegexError(`bad escape ${token}`, this.at - 2);
    return charItem(kind);
  }

  private escape(token: string, flags: number): Node {
    const kind = token.slice(1);
    const category = Object.hasOwn(CATEGORIES, kind) ? CATEGORIES[kind] : undefined;
    if (category !== undefined) return { op: 'set', negated: false, items: [{ kind: 'category', ...category }], flags };
    const at = ({ A: 'string-start', Z: 'string-end', b: 'boundary', B: 'not-boundary' } as const)[kind as 'A'];
    if (at !== undefined) return { op: 'at', at, flags };
    const code = this.codeEscape(token);
    if (code !== null) return { op: 'char', code, flags };
    if (kind === '0') return { op: 'char', code: Number.parseInt(`0${this.takeWhile(2, '01234567')}`, 8), flags };
    if (/^[1-9]$/.test(kind)) return this.numericEscape(kind, flags);
    if (Object.hasOwn(SIMPLE, kind)) return { op: 'char', code: SIMPLE[kind] as number, flags };
    if (/^[a-zA-Z]$/.test(kind)) throw new RegexError(`bad escape ${token}`, this.at - 2);
    return { op: 'char', code: kind.codePointAt(0) as number, flags };
  }

  /** \1…: a group, or three octal digits. */
  private numericEscape(firstDigit: string, flags: number): Node {
    let digits = firstDigit;
    const second = this.chars[this.at];
    if (second !== undefined && /^[0-9]$/.test(second)) {
      digits += second;
      this.at++;
      const third = this.chars[this.at];
      if (/^[0-3]$/.test(firstDigit) || /^[4-7]$/.test(firstDigit)) {
        if (/^[0-7]{2}$/.test(digits) && third !== undefined && /^[0-7]$/.test(third)) {
          this.at++;
          const value = Number.parseInt(digits + third, 8);
          if (value > 0o377) throw new RegexError(`octal escape value \\${digits}${third} outside of range 0-0o377`, this.at - 4);
          return { op: 'char', code: value, flags };
        }
      }
    }
    const group = Number(digits);
    if (group >= this.groups) throw new RegexError(`invalid group reference ${group}`, this.at - digits.length);
    this.checkOpen(group, this.at - digits.length - 1);
    return { op: 'reference', group, flags };
  }

  private checkOpen(group: number, position: number): void {
    if (this.openGroups.has(group)) throw new RegexError('cannot refer to an open group', position);
    if (this.lookbehindGroups !== null && group >= this.lookbehindGroups) throw new RegexError('cannot refer to group defined in the same lookbehind subpattern', position);
  }

  /** What '(' opens: a node, 'comment', or the flags of a global (?flags). */
  private group(start: number, verbose: boolean, nested: number, atStart: boolean, flags: number): Node | 'comment' | number {
    if (!this.takeIf('?')) return this.capture(start, null, verbose, nested, flags);
    const char = this.take();
    if (char === null) throw new RegexError('unexpected end of pattern', this.at);
    switch (char) {
      case 'P': return this.named(start, verbose, nested, flags);
      case ':': return { op: 'group', index: null, scoped: false, body: this.closed(start, verbose, nested, flags) };
      case '#':
        for (;;) {
          const next = this.take();
          if (next === null) throw new RegexError('missing ), unterminated comment', start);
          if (next === ')') return 'comment';
        }
      case '=': case '!': case '<': return this.look(char, start, verbose, nested, flags);
      case '(': return this.conditional(start, verbose, nested, flags);
      case '>': return { op: 'atomic', body: this.closed(start, verbose, nested, flags) };
      default: break;
    }
    if (char in FLAG_LETTERS || char === '-') return this.inlineFlags(char, start, verbose, nested, atStart, flags);
    throw new RegexError(`unknown extension ?${char}`, this.at - char.length - 1);
  }

  /** The body up to ')'. */
  private closed(start: number, verbose: boolean, nested: number, flags: number): Node {
    const body = this.alternatives(verbose, nested, flags);
    if (!this.takeIf(')')) throw new RegexError('missing ), unterminated subpattern', start);
    return body;
  }

  private capture(start: number, name: string | null, verbose: boolean, nested: number, flags: number): Node {
    const index = this.groups++;
    if (index > MAX_GROUPS) throw new RegexError('too many groups', start);
    if (name !== null) {
      const known = this.names.get(name);
      if (known !== undefined) throw new RegexError(`redefinition of group name '${name}' as group ${index}; was group ${known}`, this.at - [...name].length - 1);
      this.names.set(name, index);
    }
    this.openGroups.add(index);
    const body = this.closed(start, verbose, nested, flags);
    this.openGroups.delete(index);
    this.groupWidths.set(index, widthOf(body, this.groupWidths));
    return { op: 'group', index, scoped: false, body };
  }

  private named(start: number, verbose: boolean, nested: number, flags: number): Node {
    if (this.takeIf('<')) {
      const name = this.takeUntil('>', 'group name');
      this.checkName(name, 1);
      return this.capture(start, name, verbose, nested, flags);
    }
    if (this.takeIf('=')) {
      const name = this.takeUntil(')', 'group name');
      this.checkName(name, 1);
      const group = this.names.get(name);
      if (group === undefined) throw new RegexError(`unknown group name '${name}'`, this.at - [...name].length - 1);
      this.checkOpen(group, this.at - [...name].length - 1);
      return { op: 'reference', group, flags };
    }
    const char = this.take();
    if (char === null) throw new RegexError('unexpected end of pattern', this.at);
    throw new RegexError(`unknown extension ?P${char}`, this.at - char.length - 2);
  }

  private checkName(name: string, offset: number): void {
    const valid = this.isBytes ? /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) : /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name);
    if (!valid) throw new RegexError(`bad character in group name '${name}'`, this.at - [...name].length - offset);
  }

  private look(char: string, start: number, verbose: boolean, nested: number, flags: number): Node {
    let kind = char;
    const behind = char === '<';
    const outer = this.lookbehindGroups;
    if (behind) {
      const next = this.take();
      if (next === null) throw new RegexError('unexpected end of pattern', this.at);
      if (next !== '=' && next !== '!') throw new RegexError(`unknown extension ?<${next}`, this.at - next.length - 2);
      kind = next;
      if (outer === null) this.lookbehindGroups = this.groups;
    }
    const body = this.closed(start, verbose, nested, flags);
    let width = 0;
    if (behind) {
      if (outer === null) this.lookbehindGroups = null;
      const [low, high] = widthOf(body, this.groupWidths);
      if (low !== high) throw new RegexError('look-behind requires fixed-width pattern', null);
      width = low;
    }
    return { op: 'look', behind, negated: kind === '!', body, width };
  }

  private conditional(start: number, verbose: boolean, nested: number, flags: number): Node {
    const name = this.takeUntil(')', 'group name');
    let group: number;
    if (/^[0-9]+$/.test(name)) {
      group = Number(name);
      if (group === 0) throw new RegexError('bad group number', this.at - name.length - 1);
      if (group >= MAX_GROUPS) throw new RegexError(`invalid group reference ${group}`, this.at - name.length - 1);
      if (!this.conditionals.has(group)) this.conditionals.set(group, this.at - name.length - 1);
    } else {
      this.checkName(name, 1);
      const known = this.names.get(name);
      if (known === undefined) throw new RegexError(`unknown group name '${name}'`, this.at - [...name].length - 1);
      group = known;
    }
    // checklookbehindgroup.
    if (this.lookbehindGroups !== null) {
      if (group >= this.groups || this.openGroups.has(group)) throw new RegexError('cannot refer to an open group', this.at);
      this.checkOpen(group, this.at);
    }
    const yes = this.sequence(verbose, nested + 1, false, flags);
    let no: Node | null = null;
    if (this.takeIf('|')) {
      no = this.sequence(verbose, nested + 1, false, flags);
      if (this.peek() === '|') throw new RegexError('conditional backref with more than two branches', this.at);
    }
    if (!this.takeIf(')')) throw new RegexError('missing ), unterminated subpattern', start);
    return { op: 'conditional', group, yes, no };
  }

  /** (?aiLmsux-imsx:…) and (?aiLmsux). */
  private inlineFlags(firstChar: string, start: number, verbose: boolean, nested: number, atStart: boolean, flags: number): Node | number {
    let add = 0;
    let remove = 0;
    let char: string | null = firstChar;
    if (char !== '-') {
      for (;;) {
        const flag: number = FLAG_LETTERS[char] as number;
        if (this.isBytes && char === 'u') throw new RegexError("bad inline flags: cannot use 'u' flag with a bytes pattern", this.at);
        if (!this.isBytes && char === 'L') throw new RegexError("bad inline flags: cannot use 'L' flag with a str pattern", this.at);
        add |= flag;
        if ((flag & TYPE_FLAGS) !== 0 && (add & TYPE_FLAGS) !== flag) throw new RegexError("bad inline flags: flags 'a', 'u' and 'L' are incompatible", this.at);
        char = this.take();
        if (char === null) throw new RegexError('missing -, : or )', this.at);
        if (char === ')' || char === '-' || char === ':') break;
        if (!(char in FLAG_LETTERS)) throw new RegexError(/^[a-zA-Z]$/.test(char) ? 'unknown flag' : 'missing -, : or )', this.at - char.length);
      }
    }
    if (char === ')') {
      if (!atStart || nested !== 1) throw new RegexError('global flags not at the start of the expression', start);
      this.flags |= add;
      if ((add & Flag.VERBOSE) !== 0 && !verbose) throw new Verbose();
      return flags | add;
    }
    if ((add & GLOBAL_FLAGS) !== 0) throw new RegexError('bad inline flags: cannot turn on global flag', this.at - 1);
    if (char === '-') {
      char = this.take();
      if (char === null) throw new RegexError('missing flag', this.at);
      if (!(char in FLAG_LETTERS)) throw new RegexError(/^[a-zA-Z]$/.test(char) ? 'unknown flag' : 'missing flag', this.at - char.length);
      for (;;) {
        const flag: number = FLAG_LETTERS[char] as number;
        if ((flag & TYPE_FLAGS) !== 0) throw new RegexError("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", this.at);
        remove |= flag;
        char = this.take();
        if (char === null) throw new RegexError('missing :', this.at);
        if (char === ':') break;
        if (!(char in FLAG_LETTERS)) throw new RegexError(/^[a-zA-Z]$/.test(char) ? 'unknown flag' : 'missing :', this.at - char.length);
      }
    }
    if ((add & remove) !== 0) throw new RegexError('bad inline flags: flag turned on and off', this.at - 1);
    let inner = flags;
    if ((add & TYPE_FLAGS) !== 0) inner &= ~TYPE_FLAGS;
    inner = (inner | add) & ~remove;
    return { op: 'group', index: null, scoped: add !== 0 || remove !== 0, body: this.closed(start, (inner & Flag.VERBOSE) !== 0, nested, inner) };
  }
}

/** An OverflowError of the parser. */
/** Groups within groups than CPython's recursive parser goes no deeper into: it raises RecursionError. */
export class TooDeeplyNested {}

export class OverflowText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function charItem(char: string): SetItem {
  const code = char.codePointAt(0) as number;
  return { kind: 'range', low: code, high: code, ranged: false };
}

