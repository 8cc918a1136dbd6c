// The words that look like another one (CPython Lib/difflib.py, get_close_matches and SequenceMatcher.ratio, for short words without junk).

/** The best `most` of `words` whose likeness to `word` is at least `cutoff`, the best first. */
export function closeMatches(word: string, words: readonly string[], most: number, cutoff: number): string[] {
  const scored = words.map((candidate) => ({ candidate, score: ratio(candidate, word) })).filter(({ score }) => score >= cutoff);
  scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? 1 : -1));
  return scored.slice(0, most).map(({ candidate }) => candidate);
}

/** Twice the characters in matching blocks over all characters. */
function ratio(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * matching(a, b)) / (a.length + b.length);
}

/** Characters in the longest common block, and in those on both sides of it. */
function matching(a: string, b: string): number {
  let bestA = 0, bestB = 0, bestSize = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let size = 0;
      while (i + size < a.length && j + size < b.length && a[i + size] === b[j + size]) size++;
      if (size > bestSize) [bestA, bestB, bestSize] = [i, j, size];
    }
  }
  if (bestSize === 0) return 0;
  return bestSize + matching(a.slice(0, bestA), b.slice(0, bestB)) + matching(a.slice(bestA + bestSize), b.slice(bestB + bestSize));
}
