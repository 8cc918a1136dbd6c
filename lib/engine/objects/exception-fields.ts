// Exceptions with fields of their own: StopIteration, SystemExit, NameError, AttributeError, ImportError (CPython 3.13 Objects/exceptions.c).
import { typeError } from './raise.ts';
import { reprText } from './abstract.ts';
import type { Machine } from '../machine.ts';
import { exceptionData, exceptionInit, exceptionStr, extendedException, positionalArgs, setArgs, simpleException, exceptionRepr } from './exceptions.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { isStrExact, strValue, newStr } from './str.ts';
import { tupleItems } from './tuple.ts';
import type { GetSetSpec, TypeSpec } from './type.ts';
import { since } from './type.ts';
import { unexpectedKeyword } from './arguments.ts';

/** A plain object field: None while unset, deletable. */
export function objectField(name: string, index: number): GetSetSpec {
  return {
    name,
    kind: 'member',
    get: (m, self) => incref(exceptionData(self).fields?.[index] ?? m.None),
    set: (m, self, value) => setField(m, self, index, value),
  };
}

/** Stores a new reference in a field. */
export function setField(m: Machine, self: PyObject, index: number, value: PyObject | null): void {
  const data = exceptionData(self);
  const fields = (data.fields ??= []);
  const old = fields[index] ?? null;
  while (fields.length < index) fields.push(null);
  fields[index] = value === null ? null : incref(value);
  xdecref(m, old);
}

/** The value of a field, borrowed. */
export function field(self: PyObject, index: number): PyObject | null {
  return exceptionData(self).fields?.[index] ?? null;
}

/** Reads keyword arguments into fields; anything else is an error. */
export function initKeywordFields(m: Machine, self: PyObject, names: readonly string[], args: readonly PyObject[], kwnames: PyObject | null, typeName: string, first = 0): void {
  const keywords = kwnames === null ? [] : tupleItems(kwnames);
  const start = args.length - keywords.length;
  setArgs(m, self, positionalArgs(args, kwnames));
  if (keywords.length > names.length) {
    throw typeError(m, `${typeName}() takes at most ${names.length} keyword argument${names.length === 1 ? '' : 's'} (${keywords.length} given)`);
  }
  names.forEach((_name, i) => setField(m, self, first + i, null));
  keywords.forEach((keyword, i) => {
    const at = names.indexOf(strValue(keyword));
    if (at < 0) throw unexpectedKeyword(m, typeName, strValue(keyword), names);
    setField(m, self, first + at, args[start + i] as PyObject);
  });
}

function setValue(m: Machine, self: PyObject, value: PyObject | null): void {
  const data = exceptionData(self);
  const old = data.value;
  data.value = value === null ? null : incref(value);
  if (old !== null) decref(m, old);
}

function valueField(name: string): GetSetSpec {
  return { name, kind: 'member', get: (m, self) => incref(exceptionData(self).value ?? m.None), set: setValue };
}

const ATTRIBUTE_ERROR_FIELDS = ['obj', 'name'] as const;
const IMPORT_ERROR_FIELDS = ['name', 'path', 'name_from'] as const;

export const fieldSpecs = {
  StopIteration: extendedException({
    name: 'StopIteration',
    base: 'Exception',
    basicsize: 80,
    doc: 'Signal the end from iterator.__next__().',
    getset: [valueField('value')],
    slots: {
      tp_init(m, self, args, kwnames) {
        exceptionInit(m, self, args, kwnames);
        setValue(m, self, args[0] ?? m.None);
      },
    },
  }),
  SystemExit: extendedException({
    name: 'SystemExit',
    base: 'BaseException',
    basicsize: 80,
    doc: 'Request to exit from the interpreter.',
    getset: [valueField('code')],
    slots: {
      tp_init(m, self, args, kwnames) {
        exceptionInit(m, self, args, kwnames);
        if (args.length === 0) return;
        if (args.length === 1) {
          setValue(m, self, args[0] as PyObject);
          return;
        }
        setValue(m, self, exceptionData(self).args);
      },
    },
  }),
  NameError: extendedException({
    name: 'NameError',
    base: 'Exception',
    basicsize: 80,
    doc: 'Name not found globally.',
    getset: [objectField('name', 0)],
    slots: { tp_init: (m, self, args, kwnames) => initKeywordFields(m, self, ['name'], args, kwnames, 'NameError') },
  }),
  UnboundLocalError: { ...simpleException('UnboundLocalError', 'NameError', 'Local name referenced but not bound to a value.'), basicsize: 80, slots: {} },
  AttributeError: extendedException({
    name: 'AttributeError',
    base: 'Exception',
    basicsize: 88,
    doc: 'Attribute not found.',
    getset: [objectField('name', 1), objectField('obj', 0)],
    slots: { tp_init: (m, self, args, kwnames) => initKeywordFields(m, self, ATTRIBUTE_ERROR_FIELDS, args, kwnames, 'AttributeError') },
  }),
  ImportError: extendedException({
    name: 'ImportError',
    base: 'Exception',
    basicsize: (m) => m.profile.exceptionBytes.importError,
    doc: "Import can't find module, or can't find name in module.",
    getset: [objectField('msg', 0), objectField('name', 1), objectField('path', 2), { ...objectField('name_from', 3), inVersion: since(12) }],
    slots: {
      tp_init(m, self, args, kwnames) {
        initKeywordFields(m, self, IMPORT_ERROR_FIELDS, args, kwnames, 'ImportError', 1);
        const positional = positionalArgs(args, kwnames);
        setField(m, self, 0, positional.length === 1 ? (positional[0] as PyObject) : null);
      },
      tp_repr(m, self) {
        const plain = exceptionRepr(m, self);
        if (!m.profile.importErrorShowsFields) return plain;
        const named = ([['name', field(self, 1)], ['path', field(self, 2)]] as const).filter((pair) => pair[1] !== null).map(([name, value]) => `${name}=${reprText(m, value as PyObject)}`);
        const text = strValue(plain);
        decref(m, plain);
        return newStr(m, named.length === 0 ? text : `${text.slice(0, -1)}${text.endsWith('()') ? '' : ', '}${named.join(', ')})`);
      },
      tp_str(m, self) {
        const message = field(self, 0);
        return message !== null && isStrExact(m, message) ? incref(message) : exceptionStr(m, self);
      },
    },
  }),
  ModuleNotFoundError: {
    ...simpleException('ModuleNotFoundError', 'ImportError', 'Module not found.'),
    basicsize: (m: Machine) => m.profile.exceptionBytes.importError,
    slots: {},
  },
} as const satisfies Record<string, TypeSpec>;

