// How many words CPython's code for a set of characters has (CPython Lib/re/_compiler.py, _optimize_charset and _compile_charset).
import { isCasedChar, lowerEquivalents, simpleLower } from './case-folding.ts';
import type { SetItem } from './syntax.ts';

const BYTE_CHARS = 256;
const PLANE_CHARS = 0x10000;
/** Words of a bitmap of 256 characters. */
const BITMAP_WORDS = 8;
/** BIGCHARSET: how many chunks there are, and a byte for each of 256 chunks. */
const BIG_HEADER_WORDS = 65;

type Folding = 'unicode' | 'ascii' | null;

/** Words of a set, the closing FAILURE included. `folding`: how cases are made equal. */
export function setWords(set: { readonly negated: boolean; readonly items: readonly SetItem[] }, folding: Folding, charge: (amount: number) => void): number {
  const map = new CharMap(folding, charge);
  const tail: SetItem[] = [];
  for (const item of set.items) if (item.kind !== 'range' || !map.add(item)) tail.push(item);
  const negation = set.negated ? 1 : 0;
  const tailWords = tail.reduce((sum, item) => sum + itemWords(item), 0);
  const runs = map.runs();
  if (runs === null) return 1 + negation + map.bitmapWords() + tailWords;
  const original = set.items.length + negation;
  const better = negation + runs.length + tail.length;
  if (!map.hasCased && better >= original) return 1 + negation + set.items.reduce((sum, item) => sum + itemWords(item), 0);
  return 1 + negation + runs.reduce((sum, [start, end]) => sum + (end - start === 1 ? 2 : 3), 0) + tailWords;
}

function itemWords(item: SetItem): number {
  return item.kind === 'range' && item.ranged ? 3 : 2;
}

/** Which characters of the first plane are in the set. */
class CharMap {
  private bits = new Uint8Array(BYTE_CHARS);
  private readonly folding: Folding;
  private readonly charge: (amount: number) => void;
  hasCased = false;

  constructor(folding: Folding, charge: (amount: number) => void) {
    this.folding = folding;
    this.charge = charge;
  }

  /** False when the member reaches beyond the first plane: it stays as it is (what it has in the plane is in the map). */
  add(item: Extract<SetItem, { kind: 'range' }>): boolean {
    this.charge((Math.min(item.high, PLANE_CHARS) - Math.min(item.low, PLANE_CHARS)) >> 3);
    for (;;) {
      if (this.addAll(item)) return true;
      if (this.bits.length === BYTE_CHARS) {
        const small = this.bits;
        this.charge(PLANE_CHARS >> 6);
        this.bits = new Uint8Array(PLANE_CHARS);
        this.bits.set(small);
        continue;
      }
      if (this.folding !== null) this.hasCased = true;
      return false;
    }
  }

  private addAll({ low, high }: Extract<SetItem, { kind: 'range' }>): boolean {
    for (let code = low; code <= high; code++) {
      const lower = this.folding === null ? code : simpleLower(code, this.folding === 'unicode');
      if (!this.put(lower)) return false;
      if (this.folding === 'unicode') for (const other of lowerEquivalents(lower)) if (!this.put(other)) return false;
    }
    if (this.folding !== null) for (let code = low; code <= high && !this.hasCased; code++) this.hasCased = isCasedChar(code, this.folding === 'unicode');
    return true;
  }

  private put(code: number): boolean {
    if (code >= this.bits.length) return false;
    this.bits[code] = 1;
    return true;
  }

  /** At most two runs of characters; null = more. */
  runs(): (readonly [number, number])[] | null {
    const runs: (readonly [number, number])[] = [];
    for (let at = 0; ;) {
      const start = this.bits.indexOf(1, at);
      if (start < 0) return runs;
      if (runs.length >= 2) return null;
      const end = this.bits.indexOf(0, start);
      runs.push([start, end < 0 ? this.bits.length : end]);
      if (end < 0) return runs;
      at = end;
    }
  }

  /** CHARSET, or BIGCHARSET with each different chunk of 256 characters once. */
  bitmapWords(): number {
    if (this.bits.length === BYTE_CHARS) return 1 + BITMAP_WORDS;
    const chunks = new Set<string>();
    for (let at = 0; at < PLANE_CHARS; at += BYTE_CHARS) chunks.add(this.bits.subarray(at, at + BYTE_CHARS).join(''));
    return 1 + BIG_HEADER_WORDS + BITMAP_WORDS * chunks.size;
  }
}
