// The text that CPython prints for tracebacks and exceptions (3.13 Lib/traceback.py, StackSummary and TracebackException; 3.11/3.12
// Python/traceback.c and Python/pythonrun.c, whose text differs only in the carets).
import type { Machine } from '../machine.ts';
import { keywordTypo } from './keyword-typos.ts';
import type { ExceptionData } from '../objects/exceptions.ts';
import type { FrameObjectData } from '../objects/frame-object.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { TracebackData } from '../objects/traceback-object.ts';
import { byteToCharOffset } from '../parser/index.ts';
import { PyRaise } from '../errors.ts';
import { lookupAttr } from '../objects/abstract.ts';
import { intValue, isInt } from '../objects/int.ts';
import { isList, listItems } from '../objects/list.ts';
import { decref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { tracebackLine } from '../objects/traceback-object.ts';
import { isTuple, tupleItems } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type.ts';
import { isWide } from '../objects/unicode.ts';
import { findAnchors, parseOne } from './anchors.ts';
import { gatherChain, printedChain } from './exception-chain.ts';
import type { ShownException } from './exception-chain.ts';
import type { Anchors } from './anchors.ts';
import { suggestionFor } from './suggestion-text.ts';
import { textOrNull } from './sources.ts';

/** One entry of a stack, with the place of the running expression. */
export interface FrameSummary {
  readonly filename: string;
  readonly lineno: number | null;
  readonly name: string;
  readonly endLineno: number | null;
  readonly colno: number | null;
  readonly endColno: number | null;
}

/** More identical entries than this are counted only. */
const RECURSIVE_CUTOFF = 3;
/** Exceptions of one group that are shown, and how deep groups nest. */
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

/** Frames that the traceback module needs. */
const PRINTER_RECURSION = 45;

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** Entries of a traceback, outermost first. */
export function stackOf(tb: PyObject | null): FrameSummary[] {
  const entries: FrameSummary[] = [];
  for (let at = tb; at !== null; at = (at.data as TracebackData).next) {
    const { frame, lasti } = at.data as TracebackData;
    const { code } = (frame.data as FrameObjectData).frame;
    const { unit } = code;
    const place = (table: Int32Array): number | null => {
      const value = table[lasti] ?? -1;
      return value < 0 ? null : value;
    };
    entries.push({
      filename: strValue(code.filename), lineno: tracebackLine(at), name: strValue(code.name), endLineno: place(unit.endLinenos),
      colno: place(unit.colOffsets), endColno: place(unit.endColOffsets),
    });
  }
  return entries;
}

/** The entries as text, repeated ones folded; `plain`: without carets. */
export function formatStack(vm: Interpreter, entries: readonly FrameSummary[], plain = false): string {
  let text = '';
  let last: FrameSummary | null = null;
  let count = 0;
  const flush = (): string => {
    if (count <= RECURSIVE_CUTOFF) return '';
    const more = count - RECURSIVE_CUTOFF;
    return `  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`;
  };
  for (const entry of entries) {
    if (last === null || last.filename !== entry.filename || last.lineno !== entry.lineno || last.name !== entry.name) {
      text += flush();
      last = entry;
      count = 0;
    }
    count++;
    if (count <= RECURSIVE_CUTOFF) text += formatEntry(vm, entry, plain);
  }
  return text + flush();
}

/** One entry: file, line, name, source and carets. */
export function formatEntry(vm: Interpreter, entry: FrameSummary, plain = false): string {
  // Each statement of an interactive session has a file name of its own, which nobody sees here (Lib/traceback.py, format_frame_summary).
  const filename = entry.filename.startsWith('<stdin>-') ? '<stdin>' : entry.filename;
  const head = `  File "${filename}", line ${entry.lineno ?? 'None'}, in ${entry.name}\n`;
  if (entry.lineno === null) return head;
  const first = vm.sources.line(entry.filename, entry.lineno);
  if (first === null || first.trim() === '') return head;
  // Under such a limit the traceback module cannot run and the plain printer in C takes over.
  if (plain || (vm.recursionLimit < PRINTER_RECURSION && vm.m.profile.tracebackMultiline)) return `${head}    ${first.trim()}\n`;
  return head + (vm.m.profile.tracebackMultiline ? multilineCarets(vm, entry, entry.lineno) : singleLineCarets(vm, entry, first));
}

/** Removes what the lines' common indentation is (textwrap.dedent). */
function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (margin === null) margin = indent;
    else while (!indent.startsWith(margin)) margin = margin.slice(0, -1);
  }
  const cut = margin?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(cut)));
}

/** Columns that text takes on a terminal: wide characters take two. */
function displayWidth(text: string, chars: number): number {
  let width = Math.min(chars, text.length);
  for (let i = 0; i < text.length && i < chars; i++) if (isWide(text.charCodeAt(i))) width++;
  return width;
}

/**
 * The line with one UTF-16 unit for each character, so that positions in characters are positions in the text: what lies beyond the first plane stands as a
 * letter of the same width. For computing, not for showing.
 */
function unitPerCharacter(line: string): string {
  return line.replace(/[\ud800-\udbff][\udc00-\udfff]/g, (pair) => (isWide(pair.codePointAt(0) ?? 0) ? '\u4e00' : '\u00df'));
}

/** 3.13+: every line of the expression is shown, with carets below. */
function multilineCarets(vm: Interpreter, entry: FrameSummary, lineno: number): string {
  const endLineno = entry.endLineno ?? lineno;
  const original: string[] = [];
  for (let i = lineno; i <= endLineno; i++) original.push((vm.sources.line(entry.filename, i) ?? '').replace(/\s+$/, ''));
  const lines = dedent(original);
  if (entry.colno === null || entry.endColno === null) return lines.map((line) => `    ${line}\n`).join('');
  const firstLine = original[0] ?? '';
  const lastLine = original[original.length - 1] ?? '';
  const dedented = firstLine.length - (lines[0] ?? '').length;
  const start = Math.max(0, byteToCharOffset(firstLine, entry.colno) - dedented);
  const end = Math.max(0, byteToCharOffset(lastLine, entry.endColno) - dedented);
  return indent(dedent(caretLines(vm, lines, start, end)));
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}\n`).join('');
}

function caretLines(vm: Interpreter, original: readonly string[], start: number, end: number): string[] {
  const lines = original.map(unitPerCharacter);
  const python = vm.m.profile.python;
  const lastIndex = lines.length - 1;
  const last = lines[lastIndex] ?? '';
  const whole = lines.join('\n');
  const segment = whole.slice(start, whole.length - (last.length - end));
  const anchors = findAnchors(segment, python, true);
  const showCarets = shouldShowCarets(vm, lines, start, end, anchors);
  const significant = new Set([0, lastIndex]);
  if (anchors !== null) {
    for (const at of [anchors.leftLine, anchors.rightLine]) for (let i = at - 1; i <= at + 1; i++) significant.add(i);
  }
  significant.delete(-1);
  significant.delete(lines.length);
  const shown = [...significant].sort((a, b) => a - b);
  const out: string[] = [];
  const emit = (index: number): void => {
    out.push(original[index] ?? '');
    if (showCarets) out.push(caretsBelow(lines, index, start, end, anchors));
  };
  shown.forEach((index, i) => {
    const gap = i === 0 ? 1 : index - (shown[i - 1] ?? 0);
    if (gap === 2) emit(index - 1);
    else if (gap > 2) out.push(`...<${gap - 1} lines>...`);
    emit(index);
  });
  return out;
}

function caretsBelow(lines: readonly string[], index: number, start: number, end: number, anchors: Anchors | null): string {
  const line = lines[index] ?? '';
  const spaces = line.length - line.trimStart().length;
  const from = index === 0 ? displayWidth(line, start) : 0;
  const to = index === lines.length - 1 ? displayWidth(line, end) : displayWidth(line, line.length);
  let left = -1;
  let right = -1;
  if (anchors !== null) {
    left = displayWidth(lines[anchors.leftLine] ?? '', anchors.leftColumn + (anchors.leftLine === 0 ? start : 0));
    right = displayWidth(lines[anchors.rightLine] ?? '', anchors.rightColumn + (anchors.rightLine === 0 ? start : 0));
  }
  let carets = '';
  for (let column = 0; column < to; column++) {
    if (column < spaces || column < from) carets += ' ';
    else if (anchors === null) carets += '^';
    else {
      const after = index > anchors.leftLine || (index === anchors.leftLine && column >= left);
      const before = index < anchors.rightLine || (index === anchors.rightLine && column < right);
      carets += after && before ? '^' : '~';
    }
  }
  return carets;
}

/** No carets where they would only underline the whole statement, or a call that is all there is. */
function shouldShowCarets(vm: Interpreter, lines: readonly string[], start: number, end: number, anchors: Anchors | null): boolean {
  const statement = parseOne(lines.join('\n'), vm.m.profile.python);
  if (statement !== null) {
    let value = null;
    if (statement.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.func.kind === 'Name') value = statement.value;
    else if (statement.kind === 'Assign' && statement.value.kind === 'Call') value = statement.value;
    if (
      value !== null && value.lineno === 1 && value.endLineno === lines.length && value.colOffset === start && value.endColOffset === end
    ) return false;
  }
  if (anchors !== null) return true;
  return (lines[0] ?? '').slice(0, start).trim() !== '' || (lines[lines.length - 1] ?? '').slice(end).trimEnd() !== '';
}

/** 3.11 and 3.12: one line, carets unless they cover it all. */
function singleLineCarets(vm: Interpreter, entry: FrameSummary, original: string): string {
  const shown = `    ${original.trim()}\n`;
  if (entry.colno === null || entry.endColno === null || entry.endLineno === null) return shown;
  const line = unitPerCharacter(original);
  const indentChars = line.length - line.trimStart().length;
  const start = byteToCharOffset(original, entry.colno);
  const sameLine = entry.lineno === entry.endLineno;
  const end = sameLine ? byteToCharOffset(original, entry.endColno) : line.trimEnd().length;
  const anchors = sameLine ? findAnchors(line.slice(start, end), vm.m.profile.python, false) : null;
  const coversAll = start === indentChars && end === line.trimEnd().length;
  if (anchors === null && coversAll) return shown;
  if (end <= start) return shown;
  let carets = '';
  for (let i = indentChars; i < end; i++) {
    let mark = '^';
    if (i < start) mark = ' ';
    else if (anchors !== null && (i - start < anchors.leftColumn || i - start >= anchors.rightColumn)) mark = '~';
    carets += isWide(line.charCodeAt(i)) ? mark + mark : mark;
  }
  return `${shown}    ${carets}\n`;
}

// --- exceptions --------------------------------------------------------------------------------------------------------------------------

/** What is printed for an exception, and the part of it that stands below its own traceback. */
export interface PrintedException {
  readonly text: string;
  readonly last: string;
}

/** What is printed for an exception with its traceback, causes and contexts. The program's `__str__` is called once for each exception. */
export function printedException(vm: Interpreter, exc: PyObject): PrintedException {
  const group: GroupState = { depth: 0, needClose: false, top: exc, last: null };
  const top = vm.m.profile.tracebackMultiline ? gatherChain(vm, exc, (one) => messageOf(vm, one, 'interpreter')) : printedChain(vm, exc, MAX_GROUP_DEPTH + 2);
  const text = formatChain(vm, top, group);
  return { text, last: group.last ?? '' };
}

/** The text alone. */
export function formatException(vm: Interpreter, exc: PyObject): string {
  return printedException(vm, exc).text;
}

/** How deep in groups the printer is, and whether the closing line is still to come (a nested group may have drawn it); what it has written below the traceback of `top`. */
interface GroupState {
  depth: number;
  needClose: boolean;
  readonly top: PyObject;
  last: string | null;
}

function formatChain(vm: Interpreter, top: ShownException, group: GroupState): string {
  const links: { readonly node: ShownException; readonly joint: string }[] = [];
  let joint = '';
  for (let node: ShownException | null = top; node !== null; node = node.cause ?? node.context) {
    links.push({ node, joint });
    joint = node.cause !== null ? CAUSE : CONTEXT;
  }
  let text = '';
  for (const link of links.reverse()) {
    text += formatOne(vm, link.node, group);
    text += prefixLines(link.joint, margin(group));
  }
  return text;
}

/** Spaces and bar in front of every line inside a group. */
function margin(group: GroupState): string {
  return group.depth === 0 ? '' : `${'  '.repeat(group.depth)}| `;
}

/** Puts `prefix` in front of every line that is not empty (textwrap.indent with a predicate that is always true). */
function prefixLines(text: string, prefix: string): string {
  if (prefix === '' || text === '') return text;
  return text.split('\n').map((line, i, all) => (i === all.length - 1 && line === '' ? '' : prefix + line)).join('\n');
}

function formatOne(vm: Interpreter, node: ShownException, group: GroupState): string {
  const { exc } = node;
  const data = exc.data as ExceptionData;
  if (isSubtype(exc.ob_type, vm.m.types.BaseExceptionGroup)) return formatGroup(vm, node, group);
  const stack = data.traceback === null ? '' : `Traceback (most recent call last):\n${formatStack(vm, stackOf(data.traceback))}`;
  return prefixLines(stack, margin(group)) + lastLines(vm, node, group);
}

/** formatExceptionOnly inside a group. In C (until 3.12) the lines after the first of a message, and a SyntaxError's source, stand at the left edge. */
function lastLines(vm: Interpreter, { exc, message: gathered }: ShownException, group: GroupState): string {
  const { place, source, message, notes } = exceptionParts(vm, exc, 'interpreter', gathered);
  const prefix = margin(group);
  const whole = place + source + message + notes;
  if (exc === group.top) group.last ??= whole;
  if (vm.m.profile.tracebackMultiline || prefix === '') return prefixLines(whole, prefix);
  return `${prefixLines(place, prefix)}${source}${prefix}${message}${prefixLines(notes, prefix)}`;
}

function formatGroup(vm: Interpreter, node: ShownException, group: GroupState): string {
  const { exc, members } = node;
  if (group.depth > MAX_GROUP_DEPTH) return prefixLines(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`, margin(group));
  const isTop = group.depth === 0;
  if (isTop) group.depth++;
  const data = exc.data as ExceptionData;
  let text = '';
  if (data.traceback !== null) {
    const head = 'Exception Group Traceback (most recent call last):\n';
    text += isTop ? `  + ${head}` : prefixLines(head, margin(group));
    text += prefixLines(formatStack(vm, stackOf(data.traceback)), margin(group));
  }
  text += lastLines(vm, node, group);
  const count = Math.min(members.length, MAX_GROUP_WIDTH + 1);
  group.needClose = false;
  for (let i = 0; i < count; i++) {
    const isLast = i === count - 1;
    if (isLast) group.needClose = true;
    const truncated = i >= MAX_GROUP_WIDTH;
    text += `${'  '.repeat(group.depth)}${i === 0 ? '+-' : '  '}+---------------- ${truncated ? '...' : i + 1} ----------------\n`;
    group.depth++;
    if (truncated) {
      const remaining = members.length - MAX_GROUP_WIDTH;
      text += prefixLines(`and ${remaining} more exception${remaining > 1 ? 's' : ''}\n`, margin(group));
    } else text += formatChain(vm, members[i] as ShownException, group);
    if (isLast && group.needClose) {
      text += `${'  '.repeat(group.depth)}+------------------------------------\n`;
      group.needClose = false;
    }
    group.depth--;
  }
  if (isTop) group.depth = 0;
  return text;
}

/** `__qualname__` with the module in front unless it is builtins or __main__. */
export function exceptionTypeName(vm: Interpreter, exc: PyObject): string {
  const type = exc.ob_type;
  const qualname = vm.attributeText(type, '__qualname__') ?? type.tp_name;
  const module = vm.attributeText(type, '__module__');
  return module === 'builtins' || module === '__main__' ? qualname : `${module ?? '<unknown>'}.${qualname}`;
}

/** Whose text it is: the interpreter's own printer, or Lib/traceback.py with or without a traceback. */
export type ExceptionPrinter = 'interpreter' | 'module' | 'module-unframed';

/** "Type: message" with notes, or the display of a SyntaxError. */
export function formatExceptionOnly(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter = 'interpreter'): string {
  const { place, source, message, notes } = exceptionParts(vm, exc, printer);
  return place + source + message + notes;
}

/** What stands below a traceback: file and source line of a SyntaxError, "Type: message", notes. */
interface ExceptionParts {
  readonly place: string;
  readonly source: string;
  readonly message: string;
  readonly notes: string;
}

/** `gathered`: what messageOf said before. */
function exceptionParts(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter, gathered: string | null = null): ExceptionParts {
  const m = vm.m;
  const type = exceptionTypeName(vm, exc);
  if (isSubtype(exc.ob_type, m.types.SyntaxError)) return { ...syntaxErrorParts(vm, exc, type, printer), notes: notesText(vm, exc, printer) };
  const value = gathered ?? messageOf(vm, exc, printer);
  return { place: '', source: '', message: value === '' ? `${type}\n` : `${type}: ${value}\n`, notes: notesText(vm, exc, printer) };
}

/** What stands behind the type: str(exc) and the suggestion. */
function messageOf(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter): string {
  const text = safeText(vm, exc);
  return printer === 'interpreter' || vm.m.profile.moduleSuggests ? text + suggestionFor(vm, exc, printer) : text;
}

/** str(o) (or its repr), or what is shown when that fails. */
function safeText(vm: Interpreter, o: PyObject, failed = '<exception str() failed>', asRepr = false): string {
  try {
    return asRepr ? vm.reprOf(o) : vm.textOf(o);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(vm.m, error);
    return failed;
  }
}

function notesText(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter): string {
  const m = vm.m;
  const notes = lookupAttr(m, exc, m.names.__notes__ as PyObject);
  if (notes === null) return '';
  try {
    if (notes === m.None) return '';
    // 3.11 takes a str for the sequence of its characters.
    if (isStr(notes) && !m.profile.suggestsImports) return Array.from(strValue(notes), (char) => `${char}\n`).join('');
    // 3.11's printer in C does not end the line.
    const end = m.profile.suggestsImports || printer !== 'interpreter' ? '\n' : '';
    if (!isList(notes) && !isTuple(notes)) return safeText(vm, notes, '<__notes__ repr() failed>', true) + end;
    let text = '';
    for (const note of isList(notes) ? listItems(notes) : tupleItems(notes)) {
      const line = isStr(note) ? strValue(note) : safeText(vm, note, '<note str() failed>');
      text += line.split('\n').map((part) => `${part}\n`).join('');
    }
    return text;
  } finally {
    decref(m, notes);
  }
}

/** The source line of a SyntaxError with carets below. */
function syntaxErrorParts(vm: Interpreter, exc: PyObject, type: string, printer: ExceptionPrinter): Omit<ExceptionParts, 'notes'> {
  const m = vm.m;
  const read = (name: string): PyObject | null => {
    const value = lookupAttr(m, exc, m.names[name] as PyObject);
    if (value !== null) decref(m, value);
    return value === m.None ? null : value;
  };
  const number = (name: string): number | null => {
    const value = read(name);
    return value !== null && isInt(value) ? Number(intValue(value)) : null;
  };
  const filename = textOrNull(read('filename'));
  const message = read('msg');
  const text = message === null ? (m.profile.tracebackMultiline ? '<no detail available>' : 'None') : vm.textOf(message);
  const typo = keywordTypo(m, exc, text, number('lineno') ?? 0);
  const lineno = typo?.lineno ?? number('lineno');
  const source = typo?.text ?? textOrNull(read('text'));
  // The printer in C marks a range only for SyntaxError itself.
  const ranged = printer !== 'interpreter' || m.profile.tracebackMultiline || exc.ob_type === m.types.SyntaxError;
  let place = '';
  let shownSource = '';
  let suffix = '';
  if (lineno !== null) place = `  File "${filename ?? '<string>'}", line ${lineno}\n`;
  else if (filename !== null) suffix = ` (${filename})`;
  if (source !== null) shownSource = syntaxErrorLines(m, source, { offset: typo?.offset ?? number('offset'), endOffset: ranged ? typo?.endOffset ?? number('end_offset') : null, oneLine: lineno === (typo?.lineno ?? number('end_lineno')) });
  return { place, source: shownSource, message: `${type}: ${typo?.msg ?? text}${suffix}\n` };
}

interface SyntaxPlace {
  readonly offset: number | null;
  readonly endOffset: number | null;
  /** The end is on the same line. */
  readonly oneLine: boolean;
}

/** print_error_text (3.11, 3.12) and traceback.py's _format_syntax_error (3.13+), which stops at the end of the line. */
function syntaxErrorLines(m: Machine, source: string, { offset, endOffset, oneLine }: SyntaxPlace): string {
  const toLineEnd = m.profile.tracebackMultiline;
  const right = source.replace(/\n+$/, '');
  const left = right.replace(toLineEnd ? /^[ \n\f]+/ : /^[ \t\n\f]+/, '');
  const points = Array.from(left);
  const length = Array.from(right).length;
  const spaces = length - points.length;
  if (offset === null) return `    ${left}\n`;
  let start = offset;
  let end = endOffset === null || endOffset === 0 ? offset : endOffset;
  if (toLineEnd) {
    if (!oneLine) end = length + 1;
    if (start > Array.from(source).length) start = length + 1;
    if (end > Array.from(source).length) end = length + 1;
    if (start >= end || end < 0) end = start + 1;
  } else if (start === end || end === -1) end = start + 1;
  const column = start - 1 - spaces;
  const endColumn = end - 1 - spaces;
  if (column < 0) return `    ${left}\n`;
  const space = points.slice(0, column).map((char) => (/\s/.test(char) ? char : ' ')).join('').padEnd(column, '');
  return `    ${left}\n    ${space}${'^'.repeat(Math.max(endColumn - column, 0))}\n`;
}
