// Compiling the tree of a regular expression to instructions of a backtracking machine (CPython Lib/re/_compiler.py).
import { decimalValue, isAlnum, isSpace } from '../../objects/unicode.ts';
import { lowerEquivalents, simpleLower } from './case-folding.ts';
import { type AtKind, type Category, Flag, MAX_REPEAT, type Node, type Parsed, type SetItem, widthOf } from './syntax.ts';

/** Operation codes. */
export const Op = {
  CHAR: 0, ANY: 1, ANY_LINE: 2, SET: 3, AT: 4, SPLIT: 5, JUMP: 6, SAVE: 7, REPEAT_ONE: 8, LAZY_ONE: 9, LOOP_ENTER: 10, LOOP: 11, REFERENCE: 12,
  CONDITION: 13, LOOK: 14, LOOK_END: 15, ATOMIC: 16, POSSESSIVE_ONE: 17, MATCH: 18,
} as const;

/** A set of characters: a bitmap for the first 256, ranges and categories beyond. */
export interface CharSet {
  readonly bitmap: Uint8Array;
  readonly high: (code: number) => boolean;
}

/** An instruction; one shape for all. */
export class Instruction {
  op: number;
  /** Character, group, target … by operation. */
  x = 0;
  y = 0;
  min = 0;
  max = 0;
  lazy = false;
  set: CharSet | null = null;
  at: AtKind = 'start';
  flags = 0;
  constructor(op: number) {
    this.op = op;
  }
}

/** A compiled pattern. */
export interface Program {
  readonly code: readonly Instruction[];
  readonly groups: number;
  readonly loops: number;
  /** Text that every match starts with (case matters), '' if none. */
  readonly prefix: string;
  /** Characters that a match can start with; null = unknown or possibly empty. */
  readonly first: CharSet | null;
  readonly minWidth: number;
}

const isAsciiWord = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

/** \w in the given flags. */
export function isWord(code: number, flags: number): boolean {
  if (code < 128) return isAsciiWord(code);
  return (flags & Flag.UNICODE) !== 0 && (flags & Flag.ASCII) === 0 && isAlnum(code);
}

function inCategory(category: Category, code: number, flags: number): boolean {
  const unicode = (flags & Flag.UNICODE) !== 0 && (flags & Flag.ASCII) === 0;
  switch (category) {
    case 'word': return isWord(code, flags);
    case 'digit': return code < 128 ? code >= 48 && code <= 57 : unicode && decimalValue(code) >= 0;
    case 'space': return code < 128 ? code === 32 || (code >= 9 && code <= 13) || (unicode && code >= 28 && code <= 31) : unicode && isSpace(code);
  }
}

/** The other cases of a character: what it equals under IGNORECASE. */
function caseVariants(code: number, flags: number): readonly number[] {
  const unicode = (flags & Flag.UNICODE) !== 0 && (flags & Flag.ASCII) === 0;
  if (code < 128 && !unicode) {
    if (code >= 65 && code <= 90) return [code, code + 32];
    return code >= 97 && code <= 122 ? [code, code - 32] : [code];
  }
  if (!unicode) return [code];
  const char = String.fromCodePoint(code);
  const variants = new Set<number>([code]);
  const add = (text: string): void => {
    if ([...text].length === 1) variants.add(text.codePointAt(0) as number);
  };
  const lower = simpleLower(code, true);
  for (const member of [lower, ...lowerEquivalents(lower)]) {
    variants.add(member);
    add(String.fromCodePoint(member).toUpperCase());
  }
  add(char.toUpperCase());
  for (const [low, sign] of SIGNS) if (variants.has(low)) variants.add(sign);
  return [...variants];
}

/** Characters whose lower case has another upper case: signs (Kelvin, Ångström, Ohm), capital I with a dot, sharp S, theta and the digraphs' title cases. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x6b, 0x212a], [0xe5, 0x212b], [0x3c9, 0x2126], [0x69, 0x130], [0xdf, 0x1e9e], [0x3b8, 0x3f4], [0x1c6, 0x1c5], [0x1c9, 0x1c8], [0x1cc, 0x1cb], [0x1f3, 0x1f2],
];

function buildSet(items: readonly SetItem[], negated: boolean, flags: number): CharSet {
  const plain = (code: number): boolean => items.some((item) => (item.kind === 'range' ? code >= item.low && code <= item.high : inCategory(item.category, code, flags) !== item.negated));
  const ignoreCase = (flags & Flag.IGNORECASE) !== 0;
  const test = (code: number): boolean => (ignoreCase ? caseVariants(code, flags).some(plain) : plain(code)) !== negated;
  const bitmap = new Uint8Array(256);
  for (let code = 0; code < 256; code++) bitmap[code] = test(code) ? 1 : 0;
  return { bitmap, high: test };
}

/** Compiles a parsed pattern. */
export function compileProgram(parsed: Parsed): Program {
  const compiler = new Compiler(parsed.flags & (Flag.UNICODE | Flag.ASCII | Flag.LOCALE));
  compiler.node(parsed.node);
  compiler.emit(Op.MATCH);
  const [minWidth] = widthOf(parsed.node, new Map());
  return { code: compiler.code, groups: parsed.groups, loops: compiler.loops, prefix: prefixOf(parsed.node), first: firstOf(compiler.code), minWidth };
}

/** Characters all matches start with. */
function prefixOf(node: Node): string {
  if (node.op === 'char') return (node.flags & Flag.IGNORECASE) === 0 ? String.fromCodePoint(node.code) : '';
  if (node.op !== 'sequence') return '';
  let prefix = '';
  for (const item of node.items) {
    if (item.op !== 'char' || (item.flags & Flag.IGNORECASE) !== 0) break;
    prefix += String.fromCodePoint(item.code);
  }
  return prefix;
}

/** The first character's set when the program starts with a set, at most behind group marks. */
function firstOf(code: readonly Instruction[]): CharSet | null {
  let pc = 0;
  while (code[pc]?.op === Op.SAVE) pc++;
  const head = code[pc];
  if (head === undefined) return null;
  if (head.op === Op.SET) return head.set;
  if ((head.op === Op.REPEAT_ONE || head.op === Op.LAZY_ONE || head.op === Op.POSSESSIVE_ONE) && head.min > 0) return head.set;
  return null;
}

class Compiler {
  readonly code: Instruction[] = [];
  loops = 0;
  private readonly typeFlags: number;

  constructor(typeFlags: number) {
    this.typeFlags = typeFlags;
  }

  emit(op: number): Instruction {
    const instruction = new Instruction(op);
    this.code.push(instruction);
    return instruction;
  }

  /** Flags of a node with the pattern's type flags where the node has none. */
  private effective(flags: number): number {
    return (flags & (Flag.ASCII | Flag.UNICODE | Flag.LOCALE)) !== 0 ? flags : flags | this.typeFlags;
  }

  node(node: Node): void {
    switch (node.op) {
      case 'char': case 'any': case 'set': this.single(node); break;
      case 'at': {
        const at = this.emit(Op.AT);
        at.at = node.at;
        at.flags = this.effective(node.flags);
        break;
      }
      case 'sequence': for (const item of node.items) this.node(item); break;
      case 'branch': this.branch(node.items); break;
      case 'group': this.group(node.index, node.body); break;
      case 'repeat': this.repeat(node); break;
      case 'reference': {
        const reference = this.emit(Op.REFERENCE);
        reference.x = node.group;
        reference.flags = this.effective(node.flags);
        break;
      }
      case 'conditional': this.conditional(node.group, node.yes, node.no); break;
      case 'look': this.look(node); break;
      case 'atomic': this.atomic(() => this.node(node.body)); break;
    }
  }

  /** One character. */
  private single(node: Extract<Node, { op: 'char' | 'any' | 'set' }>): Instruction {
    if (node.op === 'any') {
      const any = this.emit((node.flags & Flag.DOTALL) !== 0 ? Op.ANY : Op.ANY_LINE);
      any.set = (node.flags & Flag.DOTALL) !== 0 ? EVERYTHING : NOT_NEWLINE;
      return any;
    }
    const flags = this.effective(node.flags);
    if (node.op === 'char') {
      const variants = (flags & Flag.IGNORECASE) !== 0 ? caseVariants(node.code, flags) : [node.code];
      const char = this.emit(variants.length === 1 ? Op.CHAR : Op.SET);
      char.x = node.code;
      char.set = buildSet(variants.map((code) => ({ kind: 'range', low: code, high: code, ranged: false })), false, 0);
      return char;
    }
    const set = this.emit(Op.SET);
    set.set = buildSet(node.items, node.negated, flags);
    return set;
  }

  private branch(items: readonly Node[]): void {
    const exits: Instruction[] = [];
    items.forEach((item, i) => {
      if (i === items.length - 1) {
        this.node(item);
        return;
      }
      const split = this.emit(Op.SPLIT);
      split.x = this.code.length;
      this.node(item);
      exits.push(this.emit(Op.JUMP));
      split.y = this.code.length;
    });
    for (const exit of exits) exit.x = this.code.length;
  }

  private group(index: number | null, body: Node): void {
    if (index !== null) this.emit(Op.SAVE).x = index * 2;
    this.node(body);
    if (index !== null) this.emit(Op.SAVE).x = index * 2 + 1;
  }

  private repeat(node: Extract<Node, { op: 'repeat' }>): void {
    const { body, min, max, mode } = node;
    if (body.op === 'char' || body.op === 'any' || body.op === 'set') {
      const one = this.single(body);
      const { set } = one;
      one.op = mode === 'greedy' ? Op.REPEAT_ONE : mode === 'lazy' ? Op.LAZY_ONE : Op.POSSESSIVE_ONE;
      one.set = set;
      one.min = min;
      one.max = max;
      return;
    }
    if (mode === 'possessive') {
      this.atomic(() => this.loop(body, min, max, false));
      return;
    }
    this.loop(body, min, max, mode === 'lazy');
  }

  /** LOOP_ENTER, body, LOOP: the counter lives in a loop register. */
  private loop(body: Node, min: number, max: number, lazy: boolean): void {
    const register = this.loops++;
    const enter = this.emit(Op.LOOP_ENTER);
    enter.x = register;
    const start = this.code.length;
    this.node(body);
    const loop = this.emit(Op.LOOP);
    loop.x = register;
    loop.y = start;
    loop.min = min;
    loop.max = max >= MAX_REPEAT ? Infinity : max;
    loop.lazy = lazy;
    enter.y = this.code.length - 1;
  }

  private conditional(group: number, yes: Node, no: Node | null): void {
    const test = this.emit(Op.CONDITION);
    test.x = group;
    this.node(yes);
    const exit = this.emit(Op.JUMP);
    test.y = this.code.length;
    if (no !== null) this.node(no);
    exit.x = this.code.length;
  }

  private look(node: Extract<Node, { op: 'look' }>): void {
    const look = this.emit(Op.LOOK);
    look.min = node.behind ? node.width : 0;
    look.lazy = node.negated;
    this.node(node.body);
    this.emit(Op.LOOK_END);
    look.x = this.code.length;
  }

  private atomic(body: () => void): void {
    const atomic = this.emit(Op.ATOMIC);
    body();
    this.emit(Op.LOOK_END);
    atomic.x = this.code.length;
  }
}

const EVERYTHING: CharSet = { bitmap: new Uint8Array(256).fill(1), high: () => true };
const NOT_NEWLINE: CharSet = { bitmap: new Uint8Array(256).fill(1).fill(0, 10, 11), high: () => true };
