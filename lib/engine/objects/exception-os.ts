// OSError and its subclasses by errno (CPython 3.13 Objects/exceptions.c, OSError_new, oserror_parse_args, ADD_ERRNO).
import type { Machine } from '../machine.ts';
import { reprText, strText } from './abstract.ts';
import { exceptionData, ExceptionData, exceptionStr, extendedException, positionalArgs, simpleException } from './exceptions.ts';
import { field, objectField, setField } from './exception-fields.ts';
import { genericAlloc } from './instance.ts';
import { intValue, isInt, newInt } from './int.ts';
import { decref, incref, type PyObject } from './object.ts';
import { raise, typeError } from './raise.ts';
import { newStr } from './str.ts';
import { packTuple } from './tuple.ts';
import type { InitFn, NewFn, PyType, TypeSpec } from './type.ts';
import { asSize } from './abstract.ts';

/** Fields of PyOSErrorObject. */
const ERRNO = 0, STRERROR = 1, FILENAME = 2, FILENAME2 = 3;

/** errno (Linux) → key of the subclass. */
const SUBCLASS_BY_ERRNO: ReadonlyMap<number, OsErrorKey> = new Map([
  [11, 'BlockingIOError'], [114, 'BlockingIOError'], [115, 'BlockingIOError'], [32, 'BrokenPipeError'], [108, 'BrokenPipeError'], [10, 'ChildProcessError'],
  [103, 'ConnectionAbortedError'], [111, 'ConnectionRefusedError'], [104, 'ConnectionResetError'], [17, 'FileExistsError'], [2, 'FileNotFoundError'],
  [21, 'IsADirectoryError'], [20, 'NotADirectoryError'], [4, 'InterruptedError'], [13, 'PermissionError'], [1, 'PermissionError'], [3, 'ProcessLookupError'],
  [110, 'TimeoutError'],
]);

type OsErrorKey =
  | 'BlockingIOError' | 'BrokenPipeError' | 'ChildProcessError' | 'ConnectionAbortedError' | 'ConnectionRefusedError' | 'ConnectionResetError' | 'FileExistsError'
  | 'FileNotFoundError' | 'IsADirectoryError' | 'NotADirectoryError' | 'InterruptedError' | 'PermissionError' | 'ProcessLookupError' | 'TimeoutError';

/** oserror_use_init: a subclass with its own __init__ but not its own __new__ parses there. */
function usesInit(type: PyType): boolean {
  return type.tp_init !== osErrorInit && type.tp_new === osErrorNew;
}

const osErrorNew: NewFn = (m, type, args, kwnames) => {
  let cls = type;
  const values = positionalArgs(args, kwnames);
  if (usesInit(type)) return genericAlloc(m, type, new ExceptionData(incref(m.emptyTuple)));
  if (kwnames !== null) throw typeError(m, `${type.tp_name}() takes no keyword arguments`);
  const code = values.length >= 2 && values.length <= 5 ? values[0] : undefined;
  if (type === m.types.OSError && code !== undefined && isInt(code)) {
    const key = SUBCLASS_BY_ERRNO.get(Number(intValue(code)));
    if (key !== undefined) cls = m.types[key];
  }
  const o = genericAlloc(m, cls, new ExceptionData(incref(m.emptyTuple)));
  fill(m, o, values);
  return o;
};

const osErrorInit: InitFn = (m, self, args, kwnames) => {
  if (!usesInit(self.ob_type)) return;
  if (kwnames !== null) throw typeError(m, `${self.ob_type.tp_name}() takes no keyword arguments`);
  fill(m, self, args);
};

/** oserror_init. */
function fill(m: Machine, self: PyObject, values: readonly PyObject[]): void {
  const data = exceptionData(self);
  data.start = -1;
  let args = values;
  if (values.length >= 2 && values.length <= 5) {
    setField(m, self, ERRNO, values[0] as PyObject);
    setField(m, self, STRERROR, values[1] as PyObject);
    const filename = values[2];
    if (filename !== undefined && filename !== m.None) {
      if (self.ob_type === m.types.BlockingIOError && isInt(filename)) {
        data.start = asSize(m, filename, m.types.ValueError);
      } else {
        setField(m, self, FILENAME, filename);
        const second = values[4];
        if (second !== undefined && second !== m.None) setField(m, self, FILENAME2, second);
        args = values.slice(0, 2);
      }
    }
  }
  const old = data.args;
  data.args = packTuple(m, args);
  decref(m, old);
}

const osErrorSpec: TypeSpec = extendedException({
  name: 'OSError',
  base: 'Exception',
  basicsize: 112,
  doc: 'Base class for I/O related errors.',
  getset: [
    objectField('errno', ERRNO),
    objectField('strerror', STRERROR),
    objectField('filename', FILENAME),
    objectField('filename2', FILENAME2),
    {
      name: 'characters_written',
      get(m, self) {
        const { start } = exceptionData(self);
        if (start < 0) throw raise(m, m.types.AttributeError, 'characters_written');
        return newInt(m, start);
      },
      set(m, self, value) {
        exceptionData(self).start = value === null ? -1 : asSize(m, value, m.types.ValueError);
      },
    },
  ],
  slots: {
    tp_new: osErrorNew,
    tp_init: osErrorInit,
    tp_str(m, self) {
      const [code, text, name, name2] = [field(self, ERRNO), field(self, STRERROR), field(self, FILENAME), field(self, FILENAME2)];
      const start = `[Errno ${code === null ? 'None' : strText(m, code)}] ${text === null ? 'None' : strText(m, text)}`;
      if (name !== null) return newStr(m, name2 === null ? `${start}: ${reprText(m, name)}` : `${start}: ${reprText(m, name)} -> ${reprText(m, name2)}`);
      return code !== null && text !== null ? newStr(m, start) : exceptionStr(m, self);
    },
  },
});

function subclass(name: string, base: string, doc: string): TypeSpec {
  return { ...simpleException(name, base, doc), basicsize: 112, slots: {} };
}

export const osErrorSpecs = {
  OSError: osErrorSpec,
  BlockingIOError: subclass('BlockingIOError', 'OSError', 'I/O operation would block.'),
  ChildProcessError: subclass('ChildProcessError', 'OSError', 'Child process error.'),
  ConnectionError: subclass('ConnectionError', 'OSError', 'Connection error.'),
  BrokenPipeError: subclass('BrokenPipeError', 'ConnectionError', 'Broken pipe.'),
  ConnectionAbortedError: subclass('ConnectionAbortedError', 'ConnectionError', 'Connection aborted.'),
  ConnectionRefusedError: subclass('ConnectionRefusedError', 'ConnectionError', 'Connection refused.'),
  ConnectionResetError: subclass('ConnectionResetError', 'ConnectionError', 'Connection reset.'),
  FileExistsError: subclass('FileExistsError', 'OSError', 'File already exists.'),
  FileNotFoundError: subclass('FileNotFoundError', 'OSError', 'File not found.'),
  InterruptedError: subclass('InterruptedError', 'OSError', 'Interrupted by signal.'),
  IsADirectoryError: subclass('IsADirectoryError', 'OSError', "Operation doesn't work on directories."),
  NotADirectoryError: subclass('NotADirectoryError', 'OSError', 'Operation only works on directories.'),
  PermissionError: subclass('PermissionError', 'OSError', 'Not enough permissions.'),
  ProcessLookupError: subclass('ProcessLookupError', 'OSError', 'Process not found.'),
  TimeoutError: subclass('TimeoutError', 'OSError', 'Timeout expired.'),
} as const satisfies Record<string, TypeSpec>;

