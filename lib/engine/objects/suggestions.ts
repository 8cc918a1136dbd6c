// "Did you mean": the distance between names and the best candidate (CPython 3.13 Python/suggestions.c, Lib/traceback.py _compute_suggestion_error).

const MOVE_COST = 2;
const CASE_COST = 1;
/** Longest name and longest list that are looked at. */
const MAX_NAME_CHARS = 40;
const MAX_CANDIDATES = 750;

/** The candidate nearest to `wrong`, or null if none is near enough. `inPython`: 3.12's Lib/traceback.py, which the function in C does not bound by the name. */
export function suggestName(wrong: string, candidates: readonly string[], inPython = false): string | null {
  if (candidates.length > MAX_CANDIDATES || (inPython && wrong.length > MAX_NAME_CHARS)) return null;
  let best: string | null = null;
  let bestDistance = inPython ? wrong.length : Number.MAX_SAFE_INTEGER;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    let limit = Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6);
    limit = Math.min(limit, bestDistance - 1);
    const distance = editDistance(wrong, candidate, limit);
    if (distance > limit) continue;
    if (best === null || distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein distance with cheap changes of case; more than `limit` when it is larger. */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  a = a.slice(start);
  b = b.slice(start);
  let end = 0;
  while (end < a.length && end < b.length && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  a = a.slice(0, a.length - end);
  b = b.slice(0, b.length - end);
  if (a === '' || b === '') return MOVE_COST * (a.length + b.length);
  if (a.length > MAX_NAME_CHARS || b.length > MAX_NAME_CHARS) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let distance = (result = i * MOVE_COST);
    let minimum = Number.MAX_SAFE_INTEGER;
    for (let j = 0; j < a.length; j++) {
      const substitute = distance + substitutionCost(b[i] as string, a[j] as string);
      distance = row[j] as number;
      result = Math.min(substitute, Math.min(result, distance) + MOVE_COST);
      row[j] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > limit) return limit + 1;
  }
  return result;
}
