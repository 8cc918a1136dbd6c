// Writing down one block of memory word by word: the parts that sys.getsizeof sums up, and the words as they lie there.
import type { LayoutPart, MemoryBlockView, WordView } from '../recording-types.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';

/** What a word says. `value` null: not modelled. */
export interface WordValue {
  readonly value: bigint | null;
  readonly meaning: string;
  readonly target?: PyObject | null;
}

interface BlockPlace {
  readonly role: string;
  readonly base: number;
  readonly start: number;
  /** A short text for an object that a word points to. */
  readonly describe: (target: PyObject) => string;
  /** Words written; more are only counted. */
  readonly maxWords: number;
}

/** Collects the words of one block, in the order of addresses. */
export class BlockWriter {
  private readonly m: Machine;
  private readonly role: string;
  /** Address of offset 0. */
  private readonly base: number;
  private readonly words: WordView[] = [];
  private readonly parts: LayoutPart[];
  private readonly describe: (target: PyObject) => string;
  private readonly maxWords: number;
  private offset: number;
  private omitted = 0;

  /** `parts` grows with what is written. `start`: offset of the first byte from `base`. */
  constructor(m: Machine, parts: LayoutPart[], place: BlockPlace) {
    this.m = m;
    this.describe = place.describe;
    this.maxWords = place.maxWords;
    this.parts = parts;
    this.role = place.role;
    this.base = place.base;
    this.offset = place.start;
  }

  /** Says which part of the object the next bytes are. */
  part(label: string, bytes: number, counted = true): this {
    if (bytes > 0) this.parts.push({ label, bytes, counted });
    return this;
  }

  /** One word, or a last one of fewer bytes. */
  word(label: string, { value, meaning, target = null }: WordValue, bytes = 8): this {
    if (this.words.length >= this.maxWords) this.omitted++;
    else {
      const hex = value === null ? null : `0x${BigInt.asUintN(8 * bytes, value).toString(16)}`;
      this.words.push({ address: this.base + this.offset, offset: this.offset, bytes, hex, label, meaning, target: target === null ? null : target.serial });
    }
    this.offset += bytes;
    return this;
  }

  number(label: string, value: number, meaning = String(value)): this {
    return this.word(label, { value: BigInt(value), meaning });
  }

  /** A PyObject pointer; null = NULL. */
  pointer(label: string, target: PyObject | null): this {
    if (target === null) return this.word(label, { value: 0n, meaning: 'NULL' });
    return this.word(label, { value: BigInt(this.m.addressOfObject(target)), meaning: `→ ${this.describe(target)}`, target });
  }

  /** A pointer to memory that is no object. */
  address(label: string, address: number, meaning: string): this {
    return this.word(label, { value: BigInt(address), meaning });
  }

  unknown(label: string, meaning: string, bytes = 8): this {
    return this.word(label, { value: null, meaning }, bytes);
  }

  /** Bytes in the order of addresses, eight a word. */
  bytes(label: string, bytes: Uint8Array, meaning: (chunk: Uint8Array) => string): this {
    for (let at = 0; at < bytes.length; at += 8) {
      const chunk = bytes.subarray(at, at + 8);
      let value = 0n;
      for (let i = chunk.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(chunk[i] as number);
      this.word(`${label}[${at}…${at + chunk.length - 1}]`, { value, meaning: meaning(chunk) }, chunk.length);
      if (this.words.length >= this.maxWords) {
        const left = Math.ceil((bytes.length - at - 8) / 8);
        this.omitted += Math.max(0, left);
        break;
      }
    }
    return this;
  }

  /** The rest up to `end` (an offset): fields that are not modelled. */
  rest(end: number, label: string): this {
    while (this.offset < end) this.unknown(`${label} ${this.offset >= 0 ? '+' : ''}${this.offset}`, 'not modelled', Math.min(8, end - this.offset));
    return this;
  }

  get position(): number {
    return this.offset;
  }

  done(requestedBytes: number, blockBytes: number): MemoryBlockView {
    return { role: this.role, address: this.words[0]?.address ?? this.base + this.offset, requestedBytes, blockBytes, words: this.words, omittedWords: this.omitted };
  }
}
