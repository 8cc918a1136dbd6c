// _traceback: what the traceback and linecache modules need from the machine (source lines, carets under expressions, the texts of exceptions).
import type { FrameObjectData } from '../objects/frame-object.ts';
import type { FrameSummary } from '../vm/traceback-text.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { frameLine } from '../objects/interpreter-frame.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { incref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { newStr, strValue } from '../objects/str.ts';
import { isTraceback } from '../objects/traceback-object.ts';
import { newTuple } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';
import { formatEntry, formatExceptionOnly, stackOf } from '../vm/traceback-text.ts';
import { textOrNull } from '../vm/sources.ts';

const number = (m: Machine, value: number | null): PyObject => (value === null ? incref(m.None) : newInt(m, value));
const toNumber = (o: PyObject | undefined): number | null => (o !== undefined && isInt(o) ? Number(intValue(o)) : null);

function summaryTuple(m: Machine, entry: FrameSummary): PyObject {
  return newTuple(m, [
    newStr(m, entry.filename), number(m, entry.lineno), newStr(m, entry.name), number(m, entry.endLineno), number(m, entry.colno), number(m, entry.endColno),
  ]);
}

const functions: readonly NativeSpec[] = [
  {
    name: 'entries', kind: 'o', doc: 'Entries of a traceback: (filename, lineno, name, end_lineno, colno, end_colno).',
    fn(m, _self, tb) {
      if (tb !== m.None && !isTraceback(m, tb)) throw typeError(m, `expected a traceback, got ${tb.ob_type.tp_name}`);
      return newList(m, stackOf(tb === m.None ? null : tb).map((entry) => summaryTuple(m, entry)));
    },
  },
  {
    name: 'frame_entry', kind: 'o', doc: 'The same for a frame.',
    fn(m, _self, frame) {
      const f = (frame.data as FrameObjectData).frame;
      const entry = { filename: strValue(f.code.filename), lineno: frameLine(f), name: strValue(f.code.name), endLineno: null, colno: null, endColno: null };
      return summaryTuple(m, entry);
    },
  },
  {
    name: 'entry_text', kind: 'fast', min: 6, max: 6, doc: 'An entry as printed in a traceback.',
    fn(m, _self, args) {
      const [filename, lineno, name, endLineno, colno, endColno] = args;
      return newStr(m, formatEntry(m.vm as Interpreter, {
        filename: textOrNull(filename ?? null) ?? '', lineno: toNumber(lineno), name: textOrNull(name ?? null) ?? '',
        endLineno: toNumber(endLineno), colno: toNumber(colno), endColno: toNumber(endColno),
      }));
    },
  },
  {
    name: 'exception_text', kind: 'fast', min: 2, max: 2, doc: '"Type: message" with notes; of an exception and its traceback or None.',
    fn(m, _self, [exc = m.None, tb]) {
      return newStr(m, formatExceptionOnly(m.vm as Interpreter, exc, tb === m.None ? 'module-unframed' : 'module'));
    },
  },
  {
    name: 'source_line', kind: 'fast', min: 2, max: 2, doc: 'A line of a source that the machine knows, without its end; None if it does not.',
    fn(m, _self, args) {
      const line = (m.vm as Interpreter).sources.line(textOrNull(args[0] ?? null) ?? '', toNumber(args[1]) ?? 0);
      return line === null ? incref(m.None) : newStr(m, line);
    },
  },
  {
    name: 'keep_source', kind: 'fast', min: 2, max: 2, doc: 'The text behind a file name that the program has put into linecache.',
    fn(m, _self, args) {
      (m.vm as Interpreter).sources.set(textOrNull(args[0] ?? null) ?? '', textOrNull(args[1] ?? null) ?? '');
      return incref(m.None);
    },
  },
  {
    name: 'source_lines', kind: 'o', doc: 'All lines of a known source, with their ends.',
    fn(m, _self, filename) {
      const vm = m.vm as Interpreter;
      const name = textOrNull(filename) ?? '';
      const lines: PyObject[] = [];
      for (let i = 1; ; i++) {
        const line = vm.sources.line(name, i);
        if (line === null) return newList(m, lines);
        lines.push(newStr(m, `${line}\n`));
      }
    },
  },
];

/** Makes _traceback. */
export function nativeTracebackModule(m: Machine): PyObject {
  return newNativeModule(m, { name: '_traceback', functions });
}
