// print, input, open, breakpoint (CPython 3.13 Python/bltinmodule.c).
import type { Interpreter } from '../interpreter.ts';
import type { Machine } from '../../machine.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { RunEnded } from '../../errors.ts';
import { getAttr, isTrue, str } from '../../objects/abstract.ts';
import { call, callMethod, callOne } from '../../objects/call.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { decref, incref } from '../../objects/object.ts';
import { raise, runtimeError, typeError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { tupleItems } from '../../objects/tuple.ts';
import { unexpectedKeyword } from '../../objects/arguments.ts';

interface PrintOptions {
  sep: PyObject | null;
  end: PyObject | null;
  file: PyObject | null;
  flush: boolean;
}

function printOptions(m: Machine, values: readonly PyObject[], kwnames: PyObject | null): PrintOptions {
  const options: PrintOptions = { sep: null, end: null, file: null, flush: false };
  (kwnames === null ? [] : tupleItems(kwnames)).forEach((key, i) => {
    const value = values[i] as PyObject;
    const name = strValue(key);
    if (name === 'sep' || name === 'end') {
      if (value === m.None) return;
      if (!isStr(value)) throw typeError(m, `${name} must be None or a string, not ${value.ob_type.tp_name}`);
      options[name] = value;
    } else if (name === 'file') options.file = value === m.None ? null : value;
    else if (name === 'flush') options.flush = isTrue(m, value);
    else throw unexpectedKeyword(m, 'print', name, ['sep', 'end', 'file', 'flush']);
  });
  return options;
}

/** PyFile_WriteString: a blank or a line break, which are shared objects. */
function writeChar(m: Machine, file: PyObject, char: string): void {
  const piece = newStr(m, char);
  try {
    writeObject(m, file, piece);
  } finally {
    decref(m, piece);
  }
}

/** PyFile_WriteObject with Py_PRINT_RAW: the bound method first, then the text. */
function writeObject(m: Machine, file: PyObject, o: PyObject): void {
  const writer = getAttr(m, file, m.names.write as PyObject);
  try {
    const text = str(m, o);
    try {
      decref(m, callOne(m, writer, text));
    } finally {
      decref(m, text);
    }
  } finally {
    decref(m, writer);
  }
}

function print(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  const options = printOptions(m, kwnames === null ? [] : args.slice(given), kwnames);
  let file = options.file;
  if (file === null) {
    const sys = (m.vm as Interpreter).sysDict;
    file = sys === null ? null : dictGetStr(m, sys, 'stdout');
    if (file === null) throw runtimeError(m, 'lost sys.stdout');
    if (file === m.None) return incref(m.None);
  }
  incref(file);
  try {
    for (let i = 0; i < given; i++) {
      if (i > 0) {
        if (options.sep === null) writeChar(m, file, ' ');
        else writeObject(m, file, options.sep);
      }
      writeObject(m, file, args[i] as PyObject);
    }
    if (options.end === null) writeChar(m, file, '\n');
    else writeObject(m, file, options.end);
    if (options.flush) decref(m, callMethod(m, file, m.names.flush as PyObject, []));
  } finally {
    decref(m, file);
  }
  return incref(m.None);
}

function input(m: Machine, prompt: PyObject | undefined): PyObject {
  const sys = (m.vm as Interpreter).sysDict as PyObject;
  const stdout = dictGetStr(m, sys, 'stdout');
  if (prompt !== undefined && stdout !== null) writeObject(m, stdout, prompt);
  if (stdout !== null && stdout !== m.None) decref(m, callMethod(m, stdout, m.names.flush as PyObject, []));
  const stdin = dictGetStr(m, sys, 'stdin');
  if (stdin === null || stdin === m.None) throw runtimeError(m, 'input(): lost sys.stdin');
  const line = callMethod(m, stdin, m.names.readline as PyObject, []);
  const text = isStr(line) ? strValue(line) : '';
  decref(m, line);
  if (text === '') throw raise(m, m.types.EOFError, 'EOF when reading a line');
  return newStr(m, text.endsWith('\n') ? text.slice(0, -1) : text);
}

/** open() is the io module's. */
function openFile(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const io = m.vm.importModule('io');
  try {
    const open = getAttr(m, io, m.names.open as PyObject);
    try {
      return call(m, open, args, kwnames);
    } finally {
      decref(m, open);
    }
  } finally {
    decref(m, io);
  }
}

export const outputFunctions: readonly NativeSpec[] = [
  {
    name: 'print', kind: 'fastkw', sig: "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    doc: 'Prints the values to a stream, or to sys.stdout by default.\n\nsep\n  string inserted between values, default a space.\nend\n  string appended after the last value, default a newline.\nfile\n  a file-like object (stream); defaults to the current sys.stdout.\nflush\n  whether to forcibly flush the stream.',
    fn: (m, _self, args, kwnames) => print(m, args, kwnames),
  },
  {
    name: 'input', kind: 'fast', min: 0, max: 1, sig: "($module, prompt='', /)",
    doc: 'Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.',
    fn: (m, _self, args) => input(m, args[0]),
  },
  { name: 'open', kind: 'fastkw', doc: 'Open file and return a stream.  Raise OSError upon failure.', fn: (m, _self, args, kwnames) => openFile(m, args, kwnames) },
  {
    name: 'breakpoint', kind: 'fastkw', doc: 'Call sys.breakpointhook(*args, **kws).',
    fn() {
      throw new RunEnded('not-simulated', 'breakpoint() is not simulated.');
    },
  },
];
