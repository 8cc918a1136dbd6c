// From the notation of `grammar.ts` to code for the machine of `peg.ts`: a parsing expression grammar as instructions
// with an explicit stack, so that no input can overflow ours.

import { KEYWORDS, OPERATORS, T } from './tokens.ts';

/** Instructions. An operand follows where the comment names one. */
export const OP = {
  /** type */ token: 0,
  /** word */ soft: 1,
  softAny: 2,
  /** rule */ call: 3,
  /** rule: only in the error pass */ callInvalid: 4,
  ret: 5,
  /** address, set: not even tried unless the next token is in the set */ choice: 6,
  /** address */ commit: 7,
  /** address: undo what was consumed, then go on */ backCommit: 8,
  failTwice: 9,
  cut: 10,
  /** action, count of captured values */ action: 11,
  /** type, text */ force: 12,
  pushNull: 13,
  newList: 14,
  addToList: 15,
  drop: 16,
  /** address */ partialCommit: 17,
  fail: 18,
} as const;

/** One rule: where its code begins, and whether its results are remembered. */
export interface CompiledRule {
  readonly name: string;
  address: number;
  memo: boolean;
  /** Kinds of token that it can begin with. */
  set: number;
  /** Runs without error rules below it. */
  readonly withoutInvalid: boolean;
}

/** An action's name and its text. */
export interface CompiledAction {
  readonly name: string;
  readonly text: string;
}

/** A grammar ready to run. */
export interface CompiledGrammar {
  readonly code: readonly number[];
  readonly rules: readonly CompiledRule[];
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly actions: readonly CompiledAction[];
  readonly words: readonly string[];
  /** Sets of token kinds, a byte for each kind; the first holds all. */
  readonly sets: readonly Uint8Array[];
}

const TOKEN_NAMES: Readonly<Record<string, number>> = {
  NAME: T.name, NUMBER: T.number, STRING: T.string, NEWLINE: T.newline, INDENT: T.indent, DEDENT: T.dedent,
  ENDMARKER: T.endMarker, FSTART: T.fstringStart, FMIDDLE: T.fstringMiddle, FEND: T.fstringEnd,
  TSTART: T.tstringStart, TMIDDLE: T.tstringMiddle, TEND: T.tstringEnd,
};

type Item = { readonly captured: boolean; readonly pattern: Pattern };
type Pattern =
  | { readonly p: 'token'; readonly type: number }
  | { readonly p: 'soft'; readonly word: string }
  | { readonly p: 'softAny' }
  | { readonly p: 'rule'; readonly name: string; readonly invalid: boolean }
  | { readonly p: 'optional' | 'star' | 'plus' | 'and' | 'not'; readonly inner: Pattern }
  | { readonly p: 'separated'; readonly separator: Pattern; readonly inner: Pattern }
  | { readonly p: 'group'; readonly alternatives: readonly Alternative[] }
  | { readonly p: 'force'; readonly type: number; readonly text: string }
  | { readonly p: 'cut' };
interface Alternative {
  readonly items: readonly Item[];
  readonly action: CompiledAction | null;
}
interface Rule {
  readonly name: string;
  readonly memo: boolean;
  readonly seeds: readonly Alternative[];
  readonly extensions: readonly Alternative[];
  /** Extend at most once. */
  readonly once: boolean;
}

/** Compiles the notation for one version. */
export function compileGrammar(text: string, minor: number): CompiledGrammar {
  return new CodeGenerator(new NotationReader(text, minor).rules()).run();
}

const NOTATION = /\s*(?:('[^']+')|("[^"]+")|(\{[^"}]*(?:"(?:[^"\\]|\\.)*")?\})|(\d+\+:|-\d+:|\d+-\d+:)|(=m(?=\s))|([A-Za-z_][A-Za-z_0-9]*)|(&&|%1|[=|$&!~()[\]?*+.%]))/y;

/** Reads the notation. */
class NotationReader {
  private readonly tokens: string[] = [];
  private readonly minor: number;
  private at = 0;

  constructor(text: string, minor: number) {
    this.minor = minor;
    NOTATION.lastIndex = 0;
    let read = 0;
    for (let match = NOTATION.exec(text); match !== null; match = NOTATION.exec(text)) {
      this.tokens.push(match[0].trim());
      read = NOTATION.lastIndex;
    }
    if (text.slice(read).trim() !== '') throw new Error(`grammar: can't read ${text.slice(read, read + 40)}`);
  }

  rules(): Rule[] {
    const rules: Rule[] = [];
    while (this.at < this.tokens.length) {
      const name = this.take();
      const memo = this.take() === '=m';
      const seeds = this.alternatives();
      const once = this.peek() === '%1';
      const extensions = once || this.peek() === '%' ? (this.take(), this.alternatives()) : [];
      rules.push({ name, memo, seeds, extensions, once });
    }
    return rules;
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private take(): string {
    return this.tokens[this.at++] ?? '';
  }

  private alternatives(): Alternative[] {
    const result: Alternative[] = [];
    do {
      let wanted = true;
      if (/^(\d+\+|-\d+|\d+-\d+):$/.test(this.peek())) wanted = this.isWanted(this.take());
      const alternative = this.alternative();
      if (wanted) result.push(alternative);
    } while (this.peek() === '|' && this.take());
    return result;
  }

  private isWanted(guard: string): boolean {
    const [low, high] = guard.slice(0, -1).split('-');
    if (guard.endsWith('+:')) return this.minor >= Number.parseInt(guard, 10);
    return this.minor >= Number(low ?? 0) && this.minor <= Number(high ?? 99);
  }

  private alternative(): Alternative {
    const items: Item[] = [];
    let action: CompiledAction | null = null;
    while (!this.endsAlternative()) {
      const token = this.peek();
      if (token.startsWith('{')) {
        const match = /^\{(\w+)(?: "(.*)")?\}$/s.exec(this.take());
        action = { name: match?.[1] ?? '', text: (match?.[2] ?? '').replaceAll('\\"', '"') };
        break;
      }
      const captured = token === '$';
      if (captured) this.take();
      items.push({ captured, pattern: this.pattern() });
    }
    return { items, action };
  }

  private endsAlternative(): boolean {
    const token = this.peek();
    if (token === '' || token === '|' || token === ')' || token === ']' || token.startsWith('%')) return true;
    const next = this.tokens[this.at + 1];
    return next === '=' || next === '=m';
  }

  private pattern(): Pattern {
    switch (this.peek()) {
      case '&': this.take(); return { p: 'and', inner: this.repeated() };
      case '~': this.take(); return { p: 'cut' };
      case '&&': {
        this.take();
        const text = this.take().slice(1, -1);
        return { p: 'force', type: tokenType(text), text };
      }
      case '!': {
        this.take();
        if (this.peek().startsWith('invalid_')) return { p: 'rule', name: this.take(), invalid: true };
        return { p: 'not', inner: this.repeated() };
      }
      default: return this.repeated();
    }
  }

  private repeated(): Pattern {
    let inner = this.primary();
    if (this.peek() === '.') {
      this.take();
      inner = { p: 'separated', separator: inner, inner: this.primary() };
      this.take();
      return inner;
    }
    for (;;) {
      const token = this.peek();
      if (token === '?') inner = { p: 'optional', inner };
      else if (token === '*') inner = { p: 'star', inner };
      else if (token === '+') inner = { p: 'plus', inner };
      else return inner;
      this.take();
    }
  }

  private primary(): Pattern {
    const token = this.take();
    if (token === '(' || token === '[') {
      const alternatives = this.alternatives();
      this.take();
      const group: Pattern = { p: 'group', alternatives };
      return token === '[' ? { p: 'optional', inner: group } : group;
    }
    if (token.startsWith("'")) return { p: 'token', type: tokenType(token.slice(1, -1)) };
    if (token.startsWith('"')) return { p: 'soft', word: token.slice(1, -1) };
    if (token === 'SOFT_KEYWORD') return { p: 'softAny' };
    const type = TOKEN_NAMES[token];
    if (type !== undefined) return { p: 'token', type };
    return { p: 'rule', name: token, invalid: false };
  }
}

function tokenType(text: string): number {
  return OPERATORS.get(text) ?? KEYWORDS.get(text) ?? T.error;
}

const KIND_COUNT = 128;
const ALL_KINDS = (1n << BigInt(KIND_COUNT)) - 1n;

/** Token kinds that can come first, as bits, and whether nothing at all may match. */
interface First {
  readonly kinds: bigint;
  readonly nullable: boolean;
}

/** What each rule and pattern can begin with: alternatives that can't match need not be tried. */
class FirstSets {
  private readonly ofRule = new Map<string, First>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) this.ofRule.set(rule.name, { kinds: 0n, nullable: false });
    for (let changed = true; changed;) {
      changed = false;
      for (const rule of rules) {
        const before = this.ofRule.get(rule.name);
        const after = this.ofAlternatives(rule.seeds);
        if (before?.kinds === after.kinds && before.nullable === after.nullable) continue;
        this.ofRule.set(rule.name, after);
        changed = true;
      }
    }
  }

  ofAlternatives(alternatives: readonly Alternative[]): First {
    let kinds = 0n;
    let nullable = false;
    for (const alternative of alternatives) {
      const first = this.ofSequence(alternative.items);
      kinds |= first.kinds;
      nullable ||= first.nullable;
    }
    return { kinds, nullable };
  }

  ofSequence(items: readonly Item[]): First {
    let kinds = 0n;
    for (const { pattern } of items) {
      const first = this.of(pattern);
      kinds |= first.kinds;
      if (!first.nullable) return { kinds, nullable: false };
    }
    return { kinds, nullable: true };
  }

  of(pattern: Pattern): First {
    switch (pattern.p) {
      case 'token': return { kinds: 1n << BigInt(pattern.type), nullable: false };
      case 'soft': case 'softAny': return { kinds: 1n << BigInt(T.name), nullable: false };
      case 'rule': return this.ofRule.get(pattern.name) ?? { kinds: ALL_KINDS, nullable: true };
      // What must follow raises when it doesn't.
      case 'force': return { kinds: ALL_KINDS, nullable: false };
      case 'cut': return { kinds: 0n, nullable: true };
      case 'group': return this.ofAlternatives(pattern.alternatives);
      case 'plus': case 'and': return this.of(pattern.inner);
      case 'separated': return this.of(pattern.inner);
      // What must not follow is still tried, and may raise.
      case 'not': case 'optional': case 'star': return { kinds: this.of(pattern.inner).kinds, nullable: true };
      default: return pattern satisfies never;
    }
  }
}

/** Writes the code. Every pattern leaves one value, lookaheads and cuts none. */
class CodeGenerator {
  private readonly source: readonly Rule[];
  private readonly code: number[] = [];
  private readonly rules: CompiledRule[] = [];
  private readonly ruleIndex = new Map<string, number>();
  private readonly actions: CompiledAction[] = [];
  private readonly words: string[] = [];
  private readonly firsts: FirstSets;
  private readonly sets: Uint8Array[] = [];
  private readonly setIndex = new Map<bigint, number>();

  constructor(source: readonly Rule[]) {
    this.source = source;
    this.firsts = new FirstSets(source);
    this.set({ kinds: ALL_KINDS, nullable: true });
  }

  run(): CompiledGrammar {
    for (const rule of this.source) {
      this.ruleIndex.set(rule.name, this.rules.length);
      this.rules.push({
        name: rule.name, address: 0, memo: rule.memo, set: this.set(this.firsts.ofAlternatives(rule.seeds)),
        withoutInvalid: rule.name === 'expression_without_invalid',
      });
    }
    this.source.forEach((rule, i) => {
      const compiled = this.rules[i];
      if (compiled !== undefined) compiled.address = this.code.length;
      this.choices(rule.seeds, false);
      if (rule.extensions.length > 0) this.extensions(rule.extensions, rule.once);
      this.code.push(OP.ret);
    });
    return { code: this.code, rules: this.rules, ruleIndex: this.ruleIndex, actions: this.actions, words: this.words, sets: this.sets };
  }

  /** Number of a set; whatever may match nothing is always tried. */
  private set(first: First): number {
    const kinds = first.nullable ? ALL_KINDS : first.kinds;
    const known = this.setIndex.get(kinds);
    if (known !== undefined) return known;
    const bytes = Uint8Array.from({ length: KIND_COUNT }, (_, kind) => Number((kinds >> BigInt(kind)) & 1n));
    this.setIndex.set(kinds, this.sets.length);
    return this.sets.push(bytes) - 1;
  }

  /** A choice whose first way begins with one of these; where its address goes. */
  private choice(first: First): number {
    this.code.push(OP.choice, 0, this.set(first));
    return this.code.length - 2;
  }

  private emit(op: number, operand: number): number {
    this.code.push(op, operand);
    return this.code.length - 1;
  }

  private patch(at: number): void {
    this.code[at] = this.code.length;
  }

  private choices(alternatives: readonly Alternative[], extendsLeft: boolean): void {
    const ends: number[] = [];
    for (const alternative of alternatives) {
      const next = this.choice(this.firsts.ofSequence(alternative.items));
      this.sequence(alternative, extendsLeft);
      ends.push(this.emit(OP.commit, 0));
      this.patch(next);
    }
    this.code.push(OP.fail);
    for (const end of ends) this.patch(end);
  }

  private extensions(alternatives: readonly Alternative[], once: boolean): void {
    const exit = this.choice(this.firsts.ofAlternatives(alternatives));
    const start = this.code.length;
    this.choices(alternatives, true);
    if (once) this.patch(this.emit(OP.commit, 0));
    else this.emit(OP.partialCommit, start);
    this.patch(exit);
  }

  /** Items in order; then the action over the captured values, or the only captured, or the first value. */
  private sequence(alternative: Alternative, extendsLeft: boolean): void {
    const { items, action } = alternative;
    const capturing = items.some((item) => item.captured);
    let kept = extendsLeft ? 1 : 0;
    for (const { captured, pattern } of items) {
      this.pattern(pattern);
      if (pattern.p === 'and' || pattern.p === 'not' || pattern.p === 'cut') continue;
      if (captured || (!capturing && action === null && kept === 0)) kept++;
      else this.code.push(OP.drop);
    }
    if (action !== null) {
      this.code.push(OP.action, this.actions.length, kept);
      this.actions.push(action);
    } else if (kept === 0) this.code.push(OP.pushNull);
  }

  private pattern(pattern: Pattern): void {
    switch (pattern.p) {
      case 'token': this.emit(OP.token, pattern.type); return;
      case 'soft': this.emit(OP.soft, this.word(pattern.word)); return;
      case 'softAny': this.code.push(OP.softAny); return;
      case 'rule': {
        const index = this.ruleIndex.get(pattern.name);
        if (index === undefined) throw new Error(`grammar: no rule ${pattern.name}`);
        this.emit(pattern.invalid ? OP.callInvalid : OP.call, index);
        return;
      }
      case 'force': this.code.push(OP.force, pattern.type, this.word(pattern.text)); return;
      case 'cut': this.code.push(OP.cut); return;
      case 'group': this.choices(pattern.alternatives, false); return;
      case 'optional': {
        const otherwise = this.choice(this.firsts.of(pattern.inner));
        this.pattern(pattern.inner);
        const end = this.emit(OP.commit, 0);
        this.patch(otherwise);
        this.code.push(OP.pushNull);
        this.patch(end);
        return;
      }
      case 'star': this.code.push(OP.newList); this.loop(null, pattern.inner); return;
      case 'plus': this.list(pattern.inner); this.loop(null, pattern.inner); return;
      case 'separated': this.list(pattern.inner); this.loop(pattern.separator, pattern.inner); return;
      case 'and': {
        const failed = this.choice(this.firsts.of(pattern.inner));
        this.pattern(pattern.inner);
        const found = this.emit(OP.backCommit, 0);
        this.patch(failed);
        this.code.push(OP.fail);
        this.patch(found);
        return;
      }
      case 'not': {
        const fine = this.choice(this.firsts.of(pattern.inner));
        this.pattern(pattern.inner);
        this.code.push(OP.failTwice);
        this.patch(fine);
        return;
      }
      default: pattern satisfies never;
    }
  }

  private word(text: string): number {
    const known = this.words.indexOf(text);
    return known >= 0 ? known : this.words.push(text) - 1;
  }

  private list(first: Pattern): void {
    this.code.push(OP.newList);
    this.pattern(first);
    this.code.push(OP.addToList);
  }

  private loop(separator: Pattern | null, inner: Pattern): void {
    const exit = this.choice(this.firsts.of(separator ?? inner));
    const start = this.code.length;
    if (separator !== null) {
      this.pattern(separator);
      this.code.push(OP.drop);
    }
    this.pattern(inner);
    this.code.push(OP.addToList);
    this.emit(OP.partialCommit, start);
    this.patch(exit);
  }
}
