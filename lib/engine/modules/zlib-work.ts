// How much work deflate's search for matches was (zlib 1.2.13 deflate.c, longest_match): what a stream's limits count.

/** configuration_table's max_chain: so many earlier places are looked at for one byte, at the most. */
const MAX_CHAIN = [0, 4, 5, 6, 16, 32, 128, 256, 1024, 4096];
const UNITS_PER_BYTE = 8;
const UNITS_PER_PLACE = 16;

/** Counts, in a window that slides along the data, how often each hash occurs: the length of the chain that a search at a byte would follow. */
export class SearchCensus {
  private readonly maxChain: number;
  private readonly mask: number;
  private readonly shift: number;
  private readonly counts: Uint16Array;
  /** The hashes of the window's bytes. */
  private readonly recent: Uint16Array;
  private seen = 0;
  private hash = 0;

  constructor(level: number, hashBits: number, windowBytes: number) {
    this.maxChain = MAX_CHAIN[level] ?? 0;
    this.mask = (1 << hashBits) - 1;
    this.shift = Math.ceil(hashBits / 3);
    this.counts = new Uint16Array(1 << hashBits);
    this.recent = new Uint16Array(windowBytes);
  }

  /** Units of work for `bytes`, which became so many symbols: each symbol took two searches at the most, bytes inside a match none. */
  work(bytes: Uint8Array, symbols: number): number {
    const { counts, recent, mask, shift, maxChain } = this;
    let { seen, hash } = this;
    let places = 0;
    for (const byte of bytes) {
      hash = ((hash << shift) ^ byte) & mask;
      const slot = seen % recent.length;
      if (seen >= recent.length) counts[recent[slot] as number] = (counts[recent[slot] as number] as number) - 1;
      const count = counts[hash] as number;
      places += count < maxChain ? count : maxChain;
      counts[hash] = count + 1;
      recent[slot] = hash;
      seen++;
    }
    this.seen = seen;
    this.hash = hash;
    const searched = bytes.length === 0 ? 0 : Math.min(1, (2 * symbols) / bytes.length);
    return bytes.length * UNITS_PER_BYTE + Math.ceil(places * searched) * UNITS_PER_PLACE;
  }

  copy(): SearchCensus {
    const twin = Object.assign(Object.create(SearchCensus.prototype) as SearchCensus, this);
    return Object.assign(twin, { counts: this.counts.slice(), recent: this.recent.slice() });
  }
}
