// __import__ as a function (CPython Python/bltinmodule.c, builtin___import___impl).
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { asSize } from '../../objects/abstract.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { isDict } from '../../objects/dict.ts';
import { typeError } from '../../objects/raise.ts';
import { isStr, strValue } from '../../objects/str.ts';
import { importLevel } from '../import.ts';

export const importFunctions: readonly NativeSpec[] = [
  {
    name: '__import__', kind: 'fastkw',
    doc: 'Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.',
    fn(m, _self, args, kwnames) {
      const [name, globals, , fromlist, level] = parseArgs(m, { name: '__import__', params: ['name', 'globals', 'locals', 'fromlist', 'level'], required: 1 }, args, kwnames);
      const o = name as PyObject;
      if (!isStr(o)) throw typeError(m, 'module name must be a string');
      const dict = globals !== null && globals !== undefined && isDict(globals) ? globals : null;
      return importLevel(m, strValue(o), dict, fromlist ?? m.emptyTuple, level === null || level === undefined ? 0 : asSize(m, level, null));
    },
  },
];
