// A set of steps as a bitmap: one bit per step, so that a run of millions of instructions can be walked in both directions.

/** Steps in ascending order of insertion or not; asked for neighbours. */
export class StepSet {
  private words = new Uint32Array(64);

  add(step: number): void {
    const at = step >>> 5;
    if (at >= this.words.length) this.grow(at);
    this.words[at] = (this.words[at] as number) | (1 << (step & 31));
  }

  has(step: number): boolean {
    return (((this.words[step >>> 5] ?? 0) >>> (step & 31)) & 1) === 1;
  }

  /** The first member after `step`; null if there is none. */
  after(step: number): number | null {
    const from = Math.max(0, step + 1);
    let at = from >>> 5;
    let word = ((this.words[at] ?? 0) >>> (from & 31)) << (from & 31);
    while (word === 0) {
      at++;
      if (at >= this.words.length) return null;
      word = this.words[at] as number;
    }
    return at * 32 + 31 - Math.clz32(word & -word);
  }

  /** The last member before `step`; null if there is none. */
  before(step: number): number | null {
    const from = Math.min(step - 1, this.words.length * 32 - 1);
    if (from < 0) return null;
    let at = from >>> 5;
    const shift = 31 - (from & 31);
    let word = ((this.words[at] as number) << shift) >>> shift;
    while (word === 0) {
      if (--at < 0) return null;
      word = this.words[at] as number;
    }
    return at * 32 + 31 - Math.clz32(word);
  }

  private grow(at: number): void {
    const words = new Uint32Array(Math.max(at + 1, this.words.length * 2));
    words.set(this.words);
    this.words = words;
  }
}
