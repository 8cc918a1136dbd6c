// "invalid syntax. Did you mean 'while'?": the keyword that was probably meant (CPython 3.14 Lib/traceback.py, TracebackException._find_keyword_typos).
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { compile } from '../compiler/index.ts';
import { suggestName } from '../objects/suggestions.ts';
import { KEYWORD_NAMES, PARSER_FEATURES, nameTokens, parse } from '../parser/index.ts';
import { closeMatches } from './close-matches.ts';

/** What the parser leaves on a SyntaxError (its `_metadata`): the line of the last complete statement, 0 for none, and the source. */
interface SyntaxMetadata {
  readonly lastStatementLine: number;
  readonly source: string;
  /** The source is a file's: only names in the line of the error are looked at. */
  readonly isFile: boolean;
}

const metadata = new WeakMap<PyObject, SyntaxMetadata>();

/** Remembers where a SyntaxError comes from. */
export function rememberSource(exc: PyObject, where: SyntaxMetadata): void {
  metadata.set(exc, where);
}

/** What is shown instead of the error's own position and message. */
interface Typo {
  readonly msg: string;
  readonly text: string;
  readonly lineno: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** More source than this is not searched. */
const MOST_CHARS = 1024;
const MOST_NAMES = 10;
const MOST_MATCHES = 3;
const CUTOFF = 0.5;

/** The misspelt keyword of an error in line `lineno` with message `msg`; null if there is none. */
export function keywordTypo(m: Machine, exc: PyObject, msg: string, lineno: number): Typo | null {
  const where = metadata.get(exc);
  if (where === undefined || !m.profile.suggestsKeywordTypos || (msg !== 'invalid syntax' && !msg.includes('Perhaps you forgot a comma'))) return null;
  const first = Math.max(where.lastStatementLine, 1) - 1;
  const lines = dedented(where.source.split(/\r\n|\r|\n/).slice(first, lineno));
  if (lines.join('\n').length > MOST_CHARS) return null;
  const features = PARSER_FEATURES[m.profile.python];
  let left = MOST_NAMES;
  for (const token of nameTokens(lines.join('\n'), features)) {
    if (where.isFile && token.lineno + first !== lineno) continue;
    if (KEYWORD_NAMES.includes(token.text)) continue;
    if (left-- === 0) return null;
    for (const keyword of matchesFor(token.text)) {
      const line = lines[token.lineno - 1] ?? '';
      const mended = lines.with(token.lineno - 1, line.slice(0, token.column) + keyword + line.slice(token.column + token.text.length)).join('\n');
      if (!canBeCode(m, mended)) continue;
      return {
        msg: `invalid syntax. Did you mean '${keyword}'?`, text: line, lineno: token.lineno + first, offset: token.column + 1, endOffset: token.column + token.text.length + 1,
      };
    }
  }
  return null;
}

function matchesFor(name: string): readonly string[] {
  const nearest = suggestName(name, KEYWORD_NAMES);
  return [...(nearest === null ? [] : [nearest]), ...closeMatches(name, KEYWORD_NAMES, MOST_MATCHES, CUTOFF)].slice(0, MOST_MATCHES).filter((keyword) => keyword !== name);
}

/** textwrap.dedent. */
function dedented(lines: readonly string[]): string[] {
  const plain = lines.map((line) => (/^[ \t]+$/.test(line) ? '' : line));
  const margins = plain.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let margin = margins[0] ?? '';
  for (const other of margins) {
    let same = 0;
    while (same < margin.length && margin[same] === other[same]) same++;
    margin = margin.slice(0, same);
  }
  return plain.map((line) => line.slice(margin.length));
}

/** codeop.compile_command: a program, or the beginning of one. */
function canBeCode(m: Machine, source: string): boolean {
  const version = m.profile.python;
  const parsed = parse(source, { filename: '<input>', mode: 'exec', features: PARSER_FEATURES[version] });
  if (!parsed.ok) return parsed.incomplete;
  return compile(source, { filename: '<input>', mode: 'exec', version }).ok;
}
