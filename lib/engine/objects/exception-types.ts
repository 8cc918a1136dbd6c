// Every built-in exception class (CPython 3.13 Objects/exceptions.c, static_exceptions): key → specification.
import { repr } from './abstract.ts';
import { fieldSpecs } from './exception-fields.ts';
import { groupSpecs } from './exception-group.ts';
import { osErrorSpecs } from './exception-os.ts';
import { syntaxErrorSpecs } from './exception-syntax.ts';
import { unicodeErrorSpecs } from './exception-unicode.ts';
import { baseException, exceptionData, exceptionInit, exceptionNew, exceptionStr, memoryErrorNew, simpleException } from './exceptions.ts';
import type { PyObject } from './object.ts';
import { tupleItems } from './tuple.ts';
import type { TypeSlots, TypeSpec } from './type.ts';

const keyErrorStr: TypeSlots['tp_str'] = (m, self) => {
  const items = tupleItems(exceptionData(self).args);
  return items.length === 1 ? repr(m, items[0] as PyObject) : exceptionStr(m, self);
};

export const exceptionSpecs = {
  BaseException: baseException,
  Exception: simpleException('Exception', 'BaseException', 'Common base class for all non-exit exceptions.'),
  GeneratorExit: simpleException('GeneratorExit', 'BaseException', 'Request that a generator exit.'),
  KeyboardInterrupt: simpleException('KeyboardInterrupt', 'BaseException', 'Program interrupted by user.'),
  ArithmeticError: simpleException('ArithmeticError', 'Exception', 'Base class for arithmetic errors.'),
  FloatingPointError: simpleException('FloatingPointError', 'ArithmeticError', 'Floating-point operation failed.'),
  OverflowError: simpleException('OverflowError', 'ArithmeticError', 'Result too large to be represented.'),
  ZeroDivisionError: simpleException('ZeroDivisionError', 'ArithmeticError', 'Second argument to a division or modulo operation was zero.'),
  AssertionError: simpleException('AssertionError', 'Exception', 'Assertion failed.'),
  BufferError: simpleException('BufferError', 'Exception', 'Buffer error.'),
  EOFError: simpleException('EOFError', 'Exception', 'Read beyond end of file.'),
  LookupError: simpleException('LookupError', 'Exception', 'Base class for lookup errors.'),
  IndexError: simpleException('IndexError', 'LookupError', 'Sequence index out of range.'),
  KeyError: { ...simpleException('KeyError', 'LookupError', 'Mapping key not found.'), slots: { tp_new: exceptionNew, tp_init: exceptionInit, tp_str: keyErrorStr } },
  MemoryError: { ...simpleException('MemoryError', 'Exception', 'Out of memory.'), slots: { tp_new: memoryErrorNew, tp_init: exceptionInit } },
  ReferenceError: simpleException('ReferenceError', 'Exception', 'Weak ref proxy used after referent went away.'),
  RuntimeError: simpleException('RuntimeError', 'Exception', 'Unspecified run-time error.'),
  NotImplementedError: simpleException('NotImplementedError', 'RuntimeError', "Method or function hasn't been implemented yet."),
  RecursionError: simpleException('RecursionError', 'RuntimeError', 'Recursion limit exceeded.'),
  PythonFinalizationError: simpleException('PythonFinalizationError', 'RuntimeError', 'Operation blocked during Python finalization.'),
  StopAsyncIteration: simpleException('StopAsyncIteration', 'Exception', 'Signal the end from iterator.__anext__().'),
  SystemError: simpleException('SystemError', 'Exception', 'Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.'),
  TypeError: simpleException('TypeError', 'Exception', 'Inappropriate argument type.'),
  ValueError: simpleException('ValueError', 'Exception', 'Inappropriate argument value (of correct type).'),
  Warning: simpleException('Warning', 'Exception', 'Base class for warning categories.'),
  BytesWarning: simpleException('BytesWarning', 'Warning', 'Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.'),
  DeprecationWarning: simpleException('DeprecationWarning', 'Warning', 'Base class for warnings about deprecated features.'),
  EncodingWarning: simpleException('EncodingWarning', 'Warning', 'Base class for warnings about encodings.'),
  FutureWarning: simpleException('FutureWarning', 'Warning', 'Base class for warnings about constructs that will change semantically\nin the future.'),
  ImportWarning: simpleException('ImportWarning', 'Warning', 'Base class for warnings about probable mistakes in module imports'),
  PendingDeprecationWarning: simpleException('PendingDeprecationWarning', 'Warning', 'Base class for warnings about features which will be deprecated\nin the future.'),
  ResourceWarning: simpleException('ResourceWarning', 'Warning', 'Base class for warnings about resource usage.'),
  RuntimeWarning: simpleException('RuntimeWarning', 'Warning', 'Base class for warnings about dubious runtime behavior.'),
  SyntaxWarning: simpleException('SyntaxWarning', 'Warning', 'Base class for warnings about dubious syntax.'),
  UnicodeWarning: simpleException('UnicodeWarning', 'Warning', 'Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.'),
  UserWarning: simpleException('UserWarning', 'Warning', 'Base class for warnings generated by user code.'),
  ...fieldSpecs,
  ...osErrorSpecs,
  ...syntaxErrorSpecs,
  ...unicodeErrorSpecs,
  ...groupSpecs,
} as const satisfies Record<string, TypeSpec>;
