// How many words CPython's own code for a pattern has: a Pattern's size (CPython Lib/re/_compiler.py, _code; Lib/re/_parser.py for how the tree is
// rearranged on the way: groups without a number are spliced, branches share prefixes or become sets). The code itself is program.ts's.
import { isCasedChar, lowerEquivalents, simpleLower } from './case-folding.ts';
import { setWords } from './set-words.ts';
import { Flag, type Node, type Parsed, type SetItem, widthOf } from './syntax.ts';

/** What differs between versions and is paid for. */
export interface WordOptions {
  /** `(?!)` is one FAILURE (3.13+). */
  readonly emptyNegationFails: boolean;
  /** Charges work. */
  readonly charge: (amount: number) => void;
}

/** A member of CPython's tree. A `scope` is a group without a number that changes flags: it stays a group of its own. */
type Item =
  | { readonly op: 'literal'; readonly code: number; readonly negated: boolean; readonly flags: number }
  | { readonly op: 'in'; readonly negated: boolean; readonly items: readonly SetItem[]; readonly flags: number }
  | { readonly op: 'any' | 'failure' }
  | { readonly op: 'at'; readonly key: string }
  | { readonly op: 'reference'; readonly group: number }
  | { readonly op: 'branch'; readonly items: readonly (readonly Item[])[] }
  | { readonly op: 'group'; readonly numbered: boolean; readonly body: readonly Item[] }
  | { readonly op: 'nest'; readonly words: number; readonly body: readonly Item[] }
  | { readonly op: 'conditional'; readonly yes: readonly Item[]; readonly no: readonly Item[] };

/** Length of CPython's code for a pattern, in words of four bytes. */
export function codeWords(parsed: Parsed, options: WordOptions): number {
  const counter = new WordCounter(parsed.flags & (Flag.UNICODE | Flag.ASCII | Flag.LOCALE), options);
  const items = counter.itemsOf(parsed.node);
  const groupWidths = new Map<number, readonly [number, number]>();
  recordWidths(parsed.node, groupWidths);
  const [minWidth] = widthOf(parsed.node, groupWidths);
  return counter.infoWords(items, minWidth, parsed.flags) + counter.words(items) + 1;
}

/** state.groupwidths: the width of each group, those inside first. */
function recordWidths(node: Node, widths: Map<number, readonly [number, number]>): void {
  switch (node.op) {
    case 'sequence': case 'branch': for (const item of node.items) recordWidths(item, widths); break;
    case 'group':
      recordWidths(node.body, widths);
      if (node.index !== null) widths.set(node.index, widthOf(node.body, widths));
      break;
    case 'repeat': case 'look': case 'atomic': recordWidths(node.body, widths); break;
    case 'conditional':
      recordWidths(node.yes, widths);
      if (node.no !== null) recordWidths(node.no, widths);
      break;
    default: break;
  }
}

class WordCounter {
  private readonly typeFlags: number;
  private readonly options: WordOptions;

  constructor(typeFlags: number, options: WordOptions) {
    this.typeFlags = typeFlags;
    this.options = options;
  }

  private effective(flags: number): number {
    return (flags & (Flag.ASCII | Flag.UNICODE | Flag.LOCALE)) !== 0 ? flags : flags | this.typeFlags;
  }

  /** The node as CPython's parser leaves it. */
  itemsOf(node: Node): Item[] {
    switch (node.op) {
      case 'char': return [{ op: 'literal', code: node.code, negated: false, flags: this.effective(node.flags) }];
      case 'any': return [{ op: 'any' }];
      case 'set': return [this.setItem(node)];
      case 'at': return [{ op: 'at', key: node.at }];
      case 'sequence': return node.items.flatMap((item) => this.itemsOf(item));
      case 'branch': return this.branch(node.items.map((item) => this.itemsOf(item)));
      case 'group': {
        const body = this.itemsOf(node.body);
        return node.index === null && !node.scoped ? body : [{ op: 'group', numbered: node.index !== null, body }];
      }
      case 'repeat': case 'atomic': return [{ op: 'nest', words: node.op === 'repeat' ? 5 : 3, body: this.itemsOf(node.body) }];
      case 'reference': return [{ op: 'reference', group: node.group }];
      case 'conditional': return [{ op: 'conditional', yes: this.itemsOf(node.yes), no: node.no === null ? [] : this.itemsOf(node.no) }];
      case 'look': {
        const body = this.itemsOf(node.body);
        return [node.negated && body.length === 0 && this.options.emptyNegationFails ? { op: 'failure' } : { op: 'nest', words: 4, body }];
      }
    }
  }

  private setItem(node: Extract<Node, { op: 'set' }>): Item {
    const items = uniqueItems(node.items);
    const [only] = items;
    const flags = this.effective(node.flags);
    if (items.length === 1 && only?.kind === 'range' && !only.ranged) return { op: 'literal', code: only.low, negated: node.negated, flags };
    return { op: 'in', negated: node.negated, items, flags };
  }

  /** _parse_sub: what all alternatives start with moves in front; alternatives of one character become a set. */
  private branch(alternatives: Item[][]): Item[] {
    const prefix: Item[] = [];
    for (;;) {
      const [first] = alternatives[0] ?? [];
      if (first === undefined || !alternatives.every(([head]) => head !== undefined && sameItem(head, first))) break;
      for (const items of alternatives) items.shift();
      prefix.push(first);
    }
    const members: SetItem[] = [];
    let flags = 0;
    for (const items of alternatives) {
      const [only] = items;
      if (items.length !== 1 || only === undefined || (only.op !== 'literal' && only.op !== 'in') || only.negated) return [...prefix, { op: 'branch', items: alternatives }];
      flags = only.flags;
      if (only.op === 'in') members.push(...only.items);
      else members.push({ kind: 'range', low: only.code, high: only.code, ranged: false });
    }
    return [...prefix, { op: 'in', negated: false, items: uniqueItems(members), flags }];
  }

  /** _compile */
  words(items: readonly Item[]): number {
    let count = 0;
    for (const item of items) {
      switch (item.op) {
        case 'literal': count += this.literalWords(item.code, item.negated, item.flags); break;
        case 'in': count += 2 + setWords(item, foldingOf(item.flags), this.options.charge); break;
        case 'any': case 'failure': count += 1; break;
        case 'at': case 'reference': count += 2; break;
        case 'group': count += (item.numbered ? 4 : 0) + this.words(item.body); break;
        case 'nest': count += item.words + this.words(item.body); break;
        case 'branch': for (const body of item.items) count += 3 + this.words(body); count += 2; break;
        case 'conditional': count += 3 + this.words(item.yes) + (item.no.length > 0 ? 2 + this.words(item.no) : 0); break;
      }
    }
    return count;
  }

  private literalWords(code: number, negated: boolean, flags: number): number {
    if (foldingOf(flags) !== 'unicode') return 2;
    const others = lowerEquivalents(simpleLower(code, true));
    return others.length === 0 ? 2 : 5 + 2 * others.length + (negated ? 1 : 0);
  }

  /** _compile_info: the widths, and a prefix or set of characters that matches start with. */
  infoWords(items: readonly Item[], minWidth: number, flags: number): number {
    if (minWidth === 0 || ((flags & Flag.IGNORECASE) !== 0 && (flags & Flag.LOCALE) !== 0)) return 5;
    const prefix = this.literalPrefix(items);
    if (prefix.length > 0) return 7 + 2 * prefix.length;
    const set = this.charsetPrefix(items);
    return set === null || (set.items.length === 0 && !set.negated) ? 5 : 5 + setWords(set, null, this.options.charge);
  }

  /** _get_literal_prefix: its length, and whether the whole is literal. */
  private literalPrefix(items: readonly Item[]): { readonly length: number; readonly whole: boolean } {
    let length = 0;
    for (const item of items) {
      if (item.op === 'literal' && !item.negated && !isCased(item.code, item.flags)) length++;
      else if (item.op === 'group') {
        const inner = this.literalPrefix(item.body);
        length += inner.length;
        if (!inner.whole) return { length, whole: false };
      } else return { length, whole: false };
    }
    return { length, whole: true };
  }

  /** _get_charset_prefix */
  private charsetPrefix(items: readonly Item[]): { readonly negated: boolean; readonly items: readonly SetItem[] } | null {
    const [head] = items;
    switch (head?.op) {
      case 'group': return this.charsetPrefix(head.body);
      case 'branch': {
        const members: SetItem[] = [];
        for (const [first] of head.items) {
          if (first?.op !== 'literal' || first.negated || isCased(first.code, first.flags)) return null;
          members.push({ kind: 'range', low: first.code, high: first.code, ranged: false });
        }
        return { negated: false, items: members };
      }
      case 'in': {
        if ((head.flags & Flag.IGNORECASE) === 0) return head;
        if ((head.flags & Flag.LOCALE) !== 0) return null;
        for (const item of head.items) {
          if (item.kind !== 'range') continue;
          if (item.ranged && item.high > 0xffff) return null;
          this.options.charge((item.high - item.low) >> 3);
          for (let code = item.low; code <= item.high; code++) if (isCased(code, head.flags)) return null;
        }
        return head;
      }
      default: return null;
    }
  }
}

/** How characters are folded under the flags; null = not at all. */
function foldingOf(flags: number): 'unicode' | 'ascii' | null {
  if ((flags & Flag.IGNORECASE) === 0 || (flags & Flag.LOCALE) !== 0) return null;
  return (flags & Flag.UNICODE) !== 0 ? 'unicode' : 'ascii';
}

/** Whether a character is no sure start of a match; under the locale's rules none is. */
function isCased(code: number, flags: number): boolean {
  return (flags & Flag.IGNORECASE) !== 0 && ((flags & Flag.LOCALE) !== 0 || isCasedChar(code, (flags & Flag.UNICODE) !== 0));
}

function setKey(item: SetItem): string {
  return item.kind === 'range' ? `${item.low}-${item.high}${item.ranged ? 'r' : ''}` : `${item.category}${item.negated ? '!' : ''}`;
}

/** _uniq */
function uniqueItems(items: readonly SetItem[]): SetItem[] {
  return [...new Map(items.map((item) => [setKey(item), item])).values()];
}

/** Equality as CPython's tree has it: what contains other patterns is equal to itself only. */
function sameItem(a: Item, b: Item): boolean {
  switch (a.op) {
    case 'literal': return b.op === 'literal' && a.code === b.code && a.negated === b.negated;
    case 'in': return b.op === 'in' && a.negated === b.negated && a.items.length === b.items.length && a.items.every((item, i) => setKey(item) === setKey(b.items[i] as SetItem));
    case 'any': case 'failure': return b.op === a.op;
    case 'at': return b.op === 'at' && a.key === b.key;
    case 'reference': return b.op === 'reference' && a.group === b.group;
    default: return false;
  }
}
