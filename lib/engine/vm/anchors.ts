// Where the carets below a traceback line change their form: ~~~^~~~ (CPython 3.13 Lib/traceback.py, _extract_caret_anchors_from_line_segment;
// 3.11/3.12 Python/traceback.c, extract_anchors_from_line).
import type { Expr, Stmt } from '../parser/index.ts';
import type { PythonVersion } from '../api.ts';
import { PARSER_FEATURES, byteToCharOffset, parse } from '../parser/index.ts';

/** Positions within a segment: lines from 0, columns in characters. */
export interface Anchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** The statement that `text` is, or null if it is not exactly one. */
export function parseOne(text: string, python: PythonVersion): Stmt | null {
  const result = parse(text, { filename: '<string>', mode: 'exec', features: PARSER_FEATURES[python] });
  if (!result.ok || result.module.kind !== 'Module') return null;
  return result.module.body.length === 1 ? (result.module.body[0] ?? null) : null;
}

/** Anchors of a code segment: around the operator, the brackets of a subscript, the parentheses of a call (`withCalls`: 3.13+). */
export function findAnchors(segment: string, python: PythonVersion, withCalls: boolean): Anchors | null {
  const statement = parseOne(`(\n${segment}\n)`, python);
  if (statement === null || statement.kind !== 'Expr') return null;
  const lines = segment.split('\n');
  const e = statement.value;
  if (e.kind === 'BinOp') return operatorAnchors(lines, e.left, e.right);
  if (e.kind === 'Subscript') return bracketAnchors(lines, e.value, e, '[');
  if (e.kind === 'Call' && withCalls) return bracketAnchors(lines, e.func, e, '(');
  return null;
}

/** Column of a node's edge in the segment's line. */
function column(lines: readonly string[], line: number, byteOffset: number): number {
  return byteToCharOffset(lines[line] ?? '', byteOffset);
}

function operatorAnchors(lines: readonly string[], left: Expr, right: Expr): Anchors | null {
  const start = nextMeaningful(lines, left.endLineno - 2, column(lines, left.endLineno - 2, left.endColOffset), (char) => !/[\s)\\#]/.test(char));
  if (start === null) return null;
  const line = lines[start.line] ?? '';
  let end = start.column + 1;
  const limit = right.lineno - 2 === start.line ? column(lines, start.line, right.colOffset) : line.length;
  if (end < line.length && end < limit && !/[\s\\#]/.test(line[end] ?? ' ')) end++;
  return { leftLine: start.line, leftColumn: start.column, rightLine: start.line, rightColumn: end };
}

function bracketAnchors(lines: readonly string[], inner: Expr, whole: Expr, bracket: string): Anchors | null {
  const start = nextMeaningful(lines, inner.endLineno - 2, column(lines, inner.endLineno - 2, inner.endColOffset), (char) => char === bracket);
  if (start === null) return null;
  const endLine = whole.endLineno - 2;
  return { leftLine: start.line, leftColumn: start.column, rightLine: endLine, rightColumn: column(lines, endLine, whole.endColOffset) };
}

/** First position from (line, column) on whose character is wanted; comments and line ends are skipped. */
function nextMeaningful(lines: readonly string[], line: number, from: number, wanted: (char: string) => boolean): { line: number; column: number } | null {
  for (; line < lines.length; line++, from = 0) {
    const text = lines[line] ?? '';
    for (let i = from; i < text.length; i++) {
      const char = text[i] as string;
      if (char === '#' || char === '\\') break;
      if (wanted(char)) return { line, column: i };
    }
  }
  return null;
}
