// Which special methods stand in the dicts of built-in types where that does not follow from what the type does itself: CPython's types also fill slots
// with what they would inherit, and which ones do changed between versions. Read from vars() of real interpreters of each version.
import type { PythonVersion } from '../api.ts';

export interface SpecialMethodsProfile {
  /** Type → special methods in its own dict though the slot is its base's. */
  readonly repeatedMethods: ReadonlyMap<string, readonly string[]>;
  /** Type → special methods that it only inherits in this version. */
  readonly inheritedMethods: ReadonlyMap<string, readonly string[]>;
}

/** Special methods → types. */
type Lists = Readonly<Record<string, string>>;

function byType(...lists: Lists[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const list of lists) {
    for (const [methods, types] of Object.entries(list)) {
      for (const type of types.trim().split(/\s+/)) found.set(type, [...(found.get(type) ?? []), ...methods.split(' ')]);
    }
  }
  return found;
}

const OS_ERRORS = `BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError
  FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError`;
const SIMPLE_ERRORS = `ArithmeticError AssertionError BufferError BytesWarning DeprecationWarning EOFError EncodingWarning Exception FloatingPointError FutureWarning GeneratorExit
  ImportWarning IndexError KeyError KeyboardInterrupt LookupError MemoryError NotImplementedError OverflowError PendingDeprecationWarning PythonFinalizationError RecursionError
  ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning
  ZeroDivisionError`;
const COMPARISONS = '__lt__ __le__ __eq__ __ne__ __gt__ __ge__';

const NEW_OF_BASE: Lists = { __new__: 'AttributeError ImportError KeyError NameError StopIteration SyntaxError SystemExit collections.OrderedDict' };
const ALWAYS: Lists = { __sizeof__: 'generator coroutine async_generator code frame' };
const UNTIL_3_13: Lists = {
  __init__: `${OS_ERRORS} IndentationError TabError UnboundLocalError ModuleNotFoundError _IncompleteInputError`,
  __str__: 'AttributeError NameError',
  __getattribute__: 'BaseException bytearray bytes complex dict enumerate filter int list map memoryview property range reversed set slice tuple zip',
};
const UNTIL_3_12: Lists = {
  __getattribute__: `types.SimpleNamespace async_generator async_generator_asend builtin_function_or_method bytearray_iterator bytes_iterator callable_iterator cell
    classmethod_descriptor code coroutine dict_itemiterator dict_items dict_keyiterator dict_keys dict_valueiterator dict_values ellipsis float frame frozenset
    generator getset_descriptor list_iterator list_reverseiterator longrange_iterator mappingproxy member_descriptor memory_iterator method-wrapper
    method_descriptor range_iterator set_iterator str str_ascii_iterator traceback tuple_iterator wrapper_descriptor`,
  '__setattr__ __delattr__': 'BaseException types.SimpleNamespace frame method module',
};
const SINCE_3_14: Lists = { __init__: SIMPLE_ERRORS };

const v3_12: SpecialMethodsProfile = {
  repeatedMethods: byType(ALWAYS, UNTIL_3_13, UNTIL_3_12),
  inheritedMethods: byType(NEW_OF_BASE, { __repr__: 'ImportError', __get__: 'method' }),
};
const v3_14: SpecialMethodsProfile = { repeatedMethods: byType(ALWAYS), inheritedMethods: byType(NEW_OF_BASE, SINCE_3_14, { __repr__: 'ImportError' }) };

export const SPECIAL_METHODS_PROFILES: Readonly<Record<PythonVersion, SpecialMethodsProfile>> = {
  '3.11': {
    repeatedMethods: byType(ALWAYS, UNTIL_3_13, UNTIL_3_12, { __getattribute__: 'collections.deque collections.defaultdict itertools.count itertools.chain' }),
    inheritedMethods: byType(NEW_OF_BASE, { [COMPARISONS]: 'NoneType', __repr__: 'ImportError', __get__: 'method', __invert__: 'bool', __hash__: 'NoneType', __new__: 'collections.defaultdict' }),
  },
  '3.12': v3_12,
  '3.13': { repeatedMethods: byType(ALWAYS, UNTIL_3_13), inheritedMethods: byType(NEW_OF_BASE, { __repr__: 'ImportError' }) },
  '3.14': v3_14,
  '3.15': {
    repeatedMethods: byType(ALWAYS, { __repr__: 'BaseExceptionGroup', [`${COMPARISONS} __hash__`]: 'sentinel' }),
    inheritedMethods: byType(NEW_OF_BASE, SINCE_3_14),
  },
};
