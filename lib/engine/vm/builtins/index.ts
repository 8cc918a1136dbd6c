// The builtins module (CPython 3.13 Python/bltinmodule.c) and what the interpreter starts with: sys.modules, sys, builtins.
import type { Machine } from '../../machine.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { Interpreter } from '../interpreter.ts';
import { newQuitter } from '../../modules/quitter.ts';
import { sysModule } from '../../modules/sys.ts';
import { dictGetStr, dictSetStr, newDict } from '../../objects/dict.ts';
import { moduleDict, newModule, setModuleAttribute } from '../../objects/module.ts';
import { internText } from '../../objects/names.ts';
import { asDefined } from '../../objects/argument-tuple.ts';
import { newNativeFunction } from '../../objects/native-function.ts';
import { decref, incref } from '../../objects/object.ts';
import { attributeFunctions } from './attributes.ts';
import { classFunctions } from './build-class.ts';
import { conversionFunctions } from './conversions.ts';
import { importFunctions } from './import-function.ts';
import { iterationFunctions } from './iteration.ts';
import { namespaceFunctions } from './namespaces.ts';
import { outputFunctions } from './output.ts';
import { reductionFunctions } from './reductions.ts';

const DOC = `Built-in functions, types, exceptions, and other objects.

This module provides direct access to all 'built-in'
identifiers of Python; for example, builtins.len is
the full name for the built-in function len().

This module is not usually accessed explicitly by most
applications, but can be useful in modules that provide
objects with the same name as a builtin and need the
built-in function of the same name.`;

const FUNCTIONS: readonly NativeSpec[] = [
  ...classFunctions, ...importFunctions, ...attributeFunctions, ...conversionFunctions, ...iterationFunctions, ...namespaceFunctions, ...outputFunctions,
  ...reductionFunctions,
];

/** Order of the functions in `dir(builtins)` is alphabetical anyway; the dict's order is CPython's method table, then types, then exceptions. */
const FUNCTION_ORDER = `__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals
  hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr sorted sum vars`.split(/\s+/);

/** Types with a name in builtins, in CPython's order. */
const TYPE_NAMES = `bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map object range reversed
  set slice staticmethod str super tuple type zip`.split(/\s+/);

const EXCEPTION_NAMES = `BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError
  BufferError EOFError ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError
  SystemError TypeError ValueError Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning FutureWarning
  ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError
  ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
  IndentationError _IncompleteInputError IndexError KeyError ModuleNotFoundError NotImplementedError PythonFinalizationError RecursionError
  UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError
  UnicodeEncodeError UnicodeTranslateError ExceptionGroup`.split(/\s+/);

/** Fills m.modules and m.builtins; called once by createVm. */
export function installBuiltins(m: Machine): void {
  const vm = m.vm as Interpreter;
  m.modules = newDict(m);
  const module = newModule(m, 'builtins', DOC);
  m.builtins = incref(moduleDict(module));
  const moduleName = internText(m, 'builtins');
  const byName = new Map(FUNCTIONS.map((spec) => [spec.name, spec]));
  for (const name of [...FUNCTION_ORDER, ...byName.keys()]) {
    const spec = byName.get(name);
    if (spec === undefined) continue;
    byName.delete(name);
    setModuleAttribute(m, module, name, newNativeFunction(m, asDefined(m, 'builtins', spec), module, moduleName));
  }
  decref(m, moduleName);
  const constants = { None: m.None, Ellipsis: m.Ellipsis, NotImplemented: m.NotImplemented, False: m.False, True: m.True };
  for (const [name, value] of Object.entries(constants)) setModuleAttribute(m, module, name, incref(value));
  const types: Readonly<Record<string, Machine['types']['object'] | undefined>> = m.types;
  for (const name of [...TYPE_NAMES, ...m.profile.extraBuiltinTypes]) putType(m, module, name, types[name]);
  setModuleAttribute(m, module, '__debug__', incref(m.True));
  for (const name of EXCEPTION_NAMES) if (!m.profile.missingBuiltins.includes(name)) putType(m, module, name, types[name]);
  setModuleAttribute(m, module, 'EnvironmentError', incref(m.types.OSError));
  setModuleAttribute(m, module, 'IOError', incref(m.types.OSError));
  // Lib/site.py adds these.
  for (const name of ['quit', 'exit'] as const) setModuleAttribute(m, module, name, newQuitter(m, name));
  vm.defaultImport = dictGetStr(m, m.builtins, '__import__');
  dictSetStr(m, m.modules, 'builtins', module);
  decref(m, module);
  const sys = sysModule(m);
  vm.sysDict = incref(moduleDict(sys));
  dictSetStr(m, m.modules, 'sys', sys);
  decref(m, sys);
}

function putType(m: Machine, module: Parameters<typeof setModuleAttribute>[1], name: string, type: Machine['types']['object'] | undefined): void {
  if (type !== undefined) setModuleAttribute(m, module, name, incref(type));
}
