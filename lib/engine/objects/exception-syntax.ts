// SyntaxError and its subclasses (CPython 3.13 Objects/exceptions.c, SyntaxError_init, SyntaxError_str).
import { strText } from './abstract.ts';
import { exceptionInit, extendedException, simpleException } from './exceptions.ts';
import { field, objectField, setField } from './exception-fields.ts';
import { intValue, isIntExact } from './int.ts';
import { decref, type PyObject } from './object.ts';
import { newStr, isStr, strValue } from './str.ts';
import { sequenceTuple, tupleItems } from './tuple.ts';
import { typeError } from './raise.ts';
import type { TypeSpec } from './type.ts';
import type { Machine } from '../machine.ts';

/** Fields of PySyntaxErrorObject in the struct's order. */
const FIELDS = ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'] as const;
/** Order of the values in the second argument. */
const DETAILS = [1, 2, 3, 4, 5, 6] as const;

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const syntaxError: TypeSpec = extendedException({
  name: 'SyntaxError',
  base: 'Exception',
  basicsize: (m) => m.profile.exceptionBytes.syntaxError,
  doc: 'Invalid syntax.',
  getset: FIELDS.map((name, i) => objectField(name, i)),
  slots: {
    tp_init(m, self, args, kwnames) {
      exceptionInit(m, self, args, kwnames);
      if (args.length >= 1) setField(m, self, 0, args[0] as PyObject);
      if (args.length !== 2) return;
      const info = sequenceTuple(m, args[1] as PyObject);
      const values = tupleItems(info);
      if (values.length < 4 || values.length > 6) {
        const count = values.length;
        decref(m, info);
        throw typeError(m, `function takes ${count < 4 ? 'at least 4' : 'at most 6'} arguments (${count} given)`);
      }
      DETAILS.forEach((at, i) => {
        if (values[i] !== undefined) setField(m, self, at, values[i] as PyObject);
      });
      decref(m, info);
      if (values.length === 5) throw typeError(m, 'end_offset must be provided when end_lineno is provided');
    },
    tp_str(m, self) {
      const [message, filename, line] = [field(self, 0), field(self, 1), field(self, 2)];
      const text = message === null ? 'None' : strText(m, message);
      const file = filename !== null && isStr(filename) ? lastPart(strValue(filename)) : null;
      const lineText = line !== null && isIntExact(m, line) ? String(intValue(line)) : null;
      if (file === null && lineText === null) return newStr(m, text);
      if (file !== null && lineText !== null) return newStr(m, `${text} (${file}, line ${lineText})`);
      return newStr(m, file !== null ? `${text} (${file})` : `${text} (line ${lineText})`);
    },
  },
});

function subclass(name: string, base: string, doc: string): TypeSpec {
  return { ...simpleException(name, base, doc), basicsize: (m: Machine) => m.profile.exceptionBytes.syntaxError, slots: {} };
}

export const syntaxErrorSpecs = {
  SyntaxError: syntaxError,
  IndentationError: subclass('IndentationError', 'SyntaxError', 'Improper indentation.'),
  TabError: subclass('TabError', 'IndentationError', 'Improper mixture of spaces and tabs.'),
} as const satisfies Record<string, TypeSpec>;
