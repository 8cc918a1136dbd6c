// The instructions: names, flags and stack effects (CPython 3.13 Python/bytecodes.c and
// Include/internal/pycore_opcode_metadata.h; 3.14's and 3.15's additions are marked with their first version).
//
// Names and arguments are CPython's; the numbers are ours: dense, hottest first, one byte. A jump's argument in a
// finished CodeUnit is the index of the target instruction, not a distance. What CPython writes: encodings/, code-bytes.ts.

export const LOAD_FAST = 0;
export const LOAD_FAST_BORROW = 1;
export const LOAD_CONST = 2;
export const LOAD_SMALL_INT = 3;
export const STORE_FAST = 4;
export const LOAD_FAST_LOAD_FAST = 5;
export const LOAD_FAST_BORROW_LOAD_FAST_BORROW = 6;
export const LOAD_ATTR = 7;
export const LOAD_GLOBAL = 8;
export const CALL = 9;
export const BINARY_OP = 10;
export const COMPARE_OP = 11;
export const POP_JUMP_IF_FALSE = 12;
export const POP_JUMP_IF_TRUE = 13;
export const NOT_TAKEN = 14;
export const FOR_ITER = 15;
export const JUMP_BACKWARD = 16;
export const JUMP_FORWARD = 17;
export const POP_TOP = 18;
export const STORE_FAST_LOAD_FAST = 19;
export const STORE_FAST_STORE_FAST = 20;
export const STORE_ATTR = 21;
export const BINARY_SUBSCR = 22;
export const STORE_SUBSCR = 23;
export const RETURN_VALUE = 24;
export const RETURN_CONST = 25;
export const RESUME = 26;
export const LOAD_NAME = 27;
export const STORE_NAME = 28;
export const LOAD_DEREF = 29;
export const STORE_DEREF = 30;
export const STORE_GLOBAL = 31;
export const PUSH_NULL = 32;
export const COPY = 33;
export const SWAP = 34;
export const UNPACK_SEQUENCE = 35;
export const BUILD_TUPLE = 36;
export const BUILD_LIST = 37;
export const BUILD_MAP = 38;
export const LIST_APPEND = 39;
export const CONTAINS_OP = 40;
export const IS_OP = 41;
export const TO_BOOL = 42;
export const UNARY_NOT = 43;
export const UNARY_NEGATIVE = 44;
export const UNARY_INVERT = 45;
export const GET_ITER = 46;
export const END_FOR = 47;
export const POP_ITER = 48;
export const POP_JUMP_IF_NONE = 49;
export const POP_JUMP_IF_NOT_NONE = 50;
export const CALL_KW = 51;
export const CALL_FUNCTION_EX = 52;
export const CALL_INTRINSIC_1 = 53;
export const CALL_INTRINSIC_2 = 54;
export const YIELD_VALUE = 55;
export const SEND = 56;
export const END_SEND = 57;
export const JUMP_BACKWARD_NO_INTERRUPT = 58;
export const RETURN_GENERATOR = 59;
export const MAKE_CELL = 60;
export const COPY_FREE_VARS = 61;
export const LOAD_SUPER_ATTR = 62;
export const LOAD_FAST_CHECK = 63;
export const LOAD_FAST_AND_CLEAR = 64;
export const FORMAT_SIMPLE = 65;
export const FORMAT_WITH_SPEC = 66;
export const CONVERT_VALUE = 67;
export const BUILD_STRING = 68;
export const BUILD_SET = 69;
export const BUILD_CONST_KEY_MAP = 70;
export const BUILD_SLICE = 71;
export const BINARY_SLICE = 72;
export const STORE_SLICE = 73;
export const SET_ADD = 74;
export const MAP_ADD = 75;
export const LIST_EXTEND = 76;
export const SET_UPDATE = 77;
export const DICT_UPDATE = 78;
export const DICT_MERGE = 79;
export const MAKE_FUNCTION = 80;
export const SET_FUNCTION_ATTRIBUTE = 81;
export const LOAD_BUILD_CLASS = 82;
export const LOAD_COMMON_CONSTANT = 83;
export const LOAD_ASSERTION_ERROR = 84;
export const LOAD_SPECIAL = 85;
export const LOAD_LOCALS = 86;
export const LOAD_FROM_DICT_OR_DEREF = 87;
export const LOAD_FROM_DICT_OR_GLOBALS = 88;
export const DELETE_FAST = 89;
export const DELETE_NAME = 90;
export const DELETE_GLOBAL = 91;
export const DELETE_DEREF = 92;
export const DELETE_ATTR = 93;
export const DELETE_SUBSCR = 94;
export const UNPACK_EX = 95;
export const PUSH_EXC_INFO = 96;
export const POP_EXCEPT = 97;
export const CHECK_EXC_MATCH = 98;
export const CHECK_EG_MATCH = 99;
export const RERAISE = 100;
export const RAISE_VARARGS = 101;
export const BEFORE_WITH = 102;
export const LOAD_METHOD = 121;
export const BEFORE_ASYNC_WITH = 103;
export const WITH_EXCEPT_START = 104;
export const CLEANUP_THROW = 105;
export const GET_AWAITABLE = 106;
export const GET_AITER = 107;
export const GET_ANEXT = 108;
export const END_ASYNC_FOR = 109;
export const GET_YIELD_FROM_ITER = 110;
export const GET_LEN = 111;
export const MATCH_CLASS = 112;
export const MATCH_MAPPING = 113;
export const MATCH_SEQUENCE = 114;
export const MATCH_KEYS = 115;
export const IMPORT_NAME = 116;
export const IMPORT_FROM = 117;
export const SETUP_ANNOTATIONS = 118;
export const BUILD_INTERPOLATION = 119;
export const BUILD_TEMPLATE = 120;
export const NOP = 122;
// 3.11 only: RESUME and JUMP_BACKWARD of code that is not yet quickened.
export const RESUME_COLD = 123;
export const JUMP_BACKWARD_COLD = 124;

// Pseudo-instructions: they live between codegen and assembly only.
export const JUMP = 256;
export const JUMP_NO_INTERRUPT = 257;
export const JUMP_IF_FALSE = 258;
export const JUMP_IF_TRUE = 259;
export const SETUP_FINALLY = 260;
export const SETUP_CLEANUP = 261;
export const SETUP_WITH = 262;
export const POP_BLOCK = 263;
export const LOAD_CLOSURE = 264;
export const STORE_FAST_MAYBE_NULL = 265;
export const KW_NAMES = 267;
// What only a version's own code has (CodeUnit.own): never executed.
export const FORMAT_VALUE = 268;
export const PRECALL = 269;
export const JUMP_IF_FALSE_OR_POP = 270;
export const JUMP_IF_TRUE_OR_POP = 271;
export const UNARY_POSITIVE = 272;
export const LIST_TO_TUPLE = 273;
export const ASYNC_GEN_WRAP = 274;
export const PRINT_EXPR = 275;
export const IMPORT_STAR = 276;
export const PREP_RERAISE_STAR = 277;
export const LOAD_CLASSDEREF = 278;
export const POP_JUMP_FORWARD_IF_FALSE = 279;
export const POP_JUMP_FORWARD_IF_TRUE = 280;
export const POP_JUMP_FORWARD_IF_NONE = 281;
export const POP_JUMP_FORWARD_IF_NOT_NONE = 282;
export const POP_JUMP_BACKWARD_IF_FALSE = 283;
export const POP_JUMP_BACKWARD_IF_TRUE = 284;
export const POP_JUMP_BACKWARD_IF_NONE = 285;
export const POP_JUMP_BACKWARD_IF_NOT_NONE = 286;

/** How many values an instruction pops or pushes, given its argument. */
export type StackCount = number | ((arg: number) => number);

/** What is known of one opcode. */
export interface OpcodeInfo {
  readonly code: number;
  readonly name: string;
  readonly pop: StackCount;
  readonly push: StackCount;
  readonly hasArg: boolean;
  readonly hasConst: boolean;
  readonly hasName: boolean;
  readonly hasJump: boolean;
  readonly hasLocal: boolean;
  readonly hasFree: boolean;
  /** Leaves the frame: return, raise, reraise. */
  readonly exitsScope: boolean;
  /** Control never reaches the next instruction. */
  readonly noFallThrough: boolean;
  /** '3.14': only that version and later emit it; '3.11': only up to it; null: 3.13 emits it. */
  readonly onlyIn: '3.11' | '3.14' | null;
}

/** The table, indexed by opcode number. */
export const OPCODES: readonly OpcodeInfo[] = buildTable();

/** Opcode numbers by name. */
export const OPCODE_BY_NAME: ReadonlyMap<string, number> = new Map(
  OPCODES.filter((info) => info !== undefined).map((info) => [info.name, info.code]),
);

/** The record of `opcode`. */
export function opcodeInfo(opcode: number): OpcodeInfo {
  const info = OPCODES[opcode];
  if (info === undefined) throw new RangeError(`no opcode ${opcode}`);
  return info;
}

/** Values popped by `opcode` with `arg`. */
export function stackPops(opcode: number, arg: number): number {
  const pop = opcodeInfo(opcode).pop;
  return typeof pop === 'number' ? pop : pop(arg);
}

/** Values pushed by `opcode` with `arg`. */
export function stackPushes(opcode: number, arg: number): number {
  const push = opcodeInfo(opcode).push;
  return typeof push === 'number' ? push : push(arg);
}

/** Change of the evaluation stack's depth by `opcode` with `arg`. */
export function stackEffect(opcode: number, arg: number): number {
  return stackPushes(opcode, arg) - stackPops(opcode, arg);
}

function buildTable(): OpcodeInfo[] {
  const table: OpcodeInfo[] = [];
  // `flags`: a argument, c constant, n name, j jump, l local, f cell or free variable, s exits the scope, x no fall-through.
  function define(
    code: number, name: string, pop: StackCount, push: StackCount, flags: string, onlyIn: '3.11' | '3.14' | null = null,
  ): void {
    table[code] = {
      code, name, pop, push,
      hasArg: flags.includes('a'),
      hasConst: flags.includes('c'),
      hasName: flags.includes('n'),
      hasJump: flags.includes('j'),
      hasLocal: flags.includes('l'),
      hasFree: flags.includes('f'),
      exitsScope: flags.includes('s'),
      noFallThrough: flags.includes('x'),
      onlyIn,
    };
  }
  define(0, 'LOAD_FAST', 0, 1, 'al');
  define(1, 'LOAD_FAST_BORROW', 0, 1, 'al', '3.14');
  define(2, 'LOAD_CONST', 0, 1, 'ac');
  define(3, 'LOAD_SMALL_INT', 0, 1, 'a', '3.14');
  define(4, 'STORE_FAST', 1, 0, 'al');
  define(5, 'LOAD_FAST_LOAD_FAST', 0, 2, 'al');
  define(6, 'LOAD_FAST_BORROW_LOAD_FAST_BORROW', 0, 2, 'al', '3.14');
  define(7, 'LOAD_ATTR', 1, (a) => 1 + (a & 1), 'an');
  define(8, 'LOAD_GLOBAL', 0, (a) => 1 + (a & 1), 'an');
  define(9, 'CALL', (a) => a + 2, 1, 'a');
  define(10, 'BINARY_OP', 2, 1, 'a');
  define(11, 'COMPARE_OP', 2, 1, 'a');
  define(12, 'POP_JUMP_IF_FALSE', 1, 0, 'aj');
  define(13, 'POP_JUMP_IF_TRUE', 1, 0, 'aj');
  define(14, 'NOT_TAKEN', 0, 0, '', '3.14');
  define(15, 'FOR_ITER', 1, 2, 'aj');
  define(16, 'JUMP_BACKWARD', 0, 0, 'ajx');
  define(17, 'JUMP_FORWARD', 0, 0, 'ajx');
  define(18, 'POP_TOP', 1, 0, '');
  define(19, 'STORE_FAST_LOAD_FAST', 1, 1, 'al');
  define(20, 'STORE_FAST_STORE_FAST', 2, 0, 'al');
  define(21, 'STORE_ATTR', 2, 0, 'an');
  define(22, 'BINARY_SUBSCR', 2, 1, '');
  define(23, 'STORE_SUBSCR', 3, 0, '');
  define(24, 'RETURN_VALUE', 1, 0, 'sx');
  define(25, 'RETURN_CONST', 0, 0, 'acsx');
  define(26, 'RESUME', 0, 0, 'a');
  define(27, 'LOAD_NAME', 0, 1, 'an');
  define(28, 'STORE_NAME', 1, 0, 'an');
  define(29, 'LOAD_DEREF', 0, 1, 'af');
  define(30, 'STORE_DEREF', 1, 0, 'af');
  define(31, 'STORE_GLOBAL', 1, 0, 'an');
  define(32, 'PUSH_NULL', 0, 1, '');
  define(33, 'COPY', (a) => a, (a) => a + 1, 'a');
  define(34, 'SWAP', (a) => a, (a) => a, 'a');
  define(35, 'UNPACK_SEQUENCE', 1, (a) => a, 'a');
  define(36, 'BUILD_TUPLE', (a) => a, 1, 'a');
  define(37, 'BUILD_LIST', (a) => a, 1, 'a');
  define(38, 'BUILD_MAP', (a) => 2 * a, 1, 'a');
  define(39, 'LIST_APPEND', (a) => a + 1, (a) => a, 'a');
  define(40, 'CONTAINS_OP', 2, 1, 'a');
  define(41, 'IS_OP', 2, 1, 'a');
  define(42, 'TO_BOOL', 1, 1, '');
  define(43, 'UNARY_NOT', 1, 1, '');
  define(44, 'UNARY_NEGATIVE', 1, 1, '');
  define(45, 'UNARY_INVERT', 1, 1, '');
  define(46, 'GET_ITER', 1, 1, '');
  define(47, 'END_FOR', 1, 0, '');
  define(48, 'POP_ITER', 1, 0, '', '3.14');
  define(49, 'POP_JUMP_IF_NONE', 1, 0, 'aj');
  define(50, 'POP_JUMP_IF_NOT_NONE', 1, 0, 'aj');
  define(51, 'CALL_KW', (a) => a + 3, 1, 'a');
  define(52, 'CALL_FUNCTION_EX', (a) => 3 + (a & 1), 1, 'a');
  define(53, 'CALL_INTRINSIC_1', 1, 1, 'a');
  define(54, 'CALL_INTRINSIC_2', 2, 1, 'a');
  define(55, 'YIELD_VALUE', 1, 1, 'a');
  define(56, 'SEND', 2, 2, 'aj');
  define(57, 'END_SEND', 2, 1, '');
  define(58, 'JUMP_BACKWARD_NO_INTERRUPT', 0, 0, 'ajx');
  define(59, 'RETURN_GENERATOR', 0, 1, '');
  define(60, 'MAKE_CELL', 0, 0, 'af');
  define(61, 'COPY_FREE_VARS', 0, 0, 'a');
  define(62, 'LOAD_SUPER_ATTR', 3, (a) => 1 + (a & 1), 'an');
  define(63, 'LOAD_FAST_CHECK', 0, 1, 'al');
  define(64, 'LOAD_FAST_AND_CLEAR', 0, 1, 'al');
  define(65, 'FORMAT_SIMPLE', 1, 1, '');
  define(66, 'FORMAT_WITH_SPEC', 2, 1, '');
  define(67, 'CONVERT_VALUE', 1, 1, 'a');
  define(68, 'BUILD_STRING', (a) => a, 1, 'a');
  define(69, 'BUILD_SET', (a) => a, 1, 'a');
  define(70, 'BUILD_CONST_KEY_MAP', (a) => a + 1, 1, 'a');
  define(71, 'BUILD_SLICE', (a) => a === 3 ? 3 : 2, 1, 'a');
  define(72, 'BINARY_SLICE', 3, 1, '');
  define(73, 'STORE_SLICE', 4, 0, '');
  define(74, 'SET_ADD', (a) => a + 1, (a) => a, 'a');
  define(75, 'MAP_ADD', (a) => a + 2, (a) => a, 'a');
  define(76, 'LIST_EXTEND', (a) => a + 1, (a) => a, 'a');
  define(77, 'SET_UPDATE', (a) => a + 1, (a) => a, 'a');
  define(78, 'DICT_UPDATE', (a) => a + 1, (a) => a, 'a');
  define(79, 'DICT_MERGE', (a) => a + 4, (a) => a + 3, 'a');
  // Up to 3.12 the argument says which attributes lie below.
  define(80, 'MAKE_FUNCTION', (a) => 1 + (a & 1) + (a >> 1 & 1) + (a >> 2 & 1) + (a >> 3 & 1), 1, 'a');
  define(81, 'SET_FUNCTION_ATTRIBUTE', 2, 1, 'a');
  define(82, 'LOAD_BUILD_CLASS', 0, 1, '');
  define(83, 'LOAD_COMMON_CONSTANT', 0, 1, 'a', '3.14');
  define(84, 'LOAD_ASSERTION_ERROR', 0, 1, '');
  define(85, 'LOAD_SPECIAL', 1, 2, 'a', '3.14');
  define(86, 'LOAD_LOCALS', 0, 1, '');
  define(87, 'LOAD_FROM_DICT_OR_DEREF', 1, 1, 'af');
  define(88, 'LOAD_FROM_DICT_OR_GLOBALS', 1, 1, 'an');
  define(89, 'DELETE_FAST', 0, 0, 'al');
  define(90, 'DELETE_NAME', 0, 0, 'an');
  define(91, 'DELETE_GLOBAL', 0, 0, 'an');
  define(92, 'DELETE_DEREF', 0, 0, 'af');
  define(93, 'DELETE_ATTR', 1, 0, 'an');
  define(94, 'DELETE_SUBSCR', 2, 0, '');
  define(95, 'UNPACK_EX', 1, (a) => (a & 255) + (a >> 8) + 1, 'a');
  define(96, 'PUSH_EXC_INFO', 1, 2, '');
  define(97, 'POP_EXCEPT', 1, 0, '');
  define(98, 'CHECK_EXC_MATCH', 2, 2, '');
  define(99, 'CHECK_EG_MATCH', 2, 2, '');
  define(100, 'RERAISE', (a) => a + 1, (a) => a, 'asx');
  define(101, 'RAISE_VARARGS', (a) => a, 0, 'asx');
  define(102, 'BEFORE_WITH', 1, 2, '');
  define(103, 'BEFORE_ASYNC_WITH', 1, 2, '');
  define(104, 'WITH_EXCEPT_START', 4, 5, '');
  define(105, 'CLEANUP_THROW', 3, 2, '');
  define(106, 'GET_AWAITABLE', 1, 1, 'a');
  define(107, 'GET_AITER', 1, 1, '');
  define(108, 'GET_ANEXT', 1, 2, '');
  define(109, 'END_ASYNC_FOR', 2, 0, '');
  define(110, 'GET_YIELD_FROM_ITER', 1, 1, '');
  define(111, 'GET_LEN', 1, 2, '');
  define(112, 'MATCH_CLASS', 3, 1, 'a');
  define(113, 'MATCH_MAPPING', 1, 2, '');
  define(114, 'MATCH_SEQUENCE', 1, 2, '');
  define(115, 'MATCH_KEYS', 2, 3, '');
  define(116, 'IMPORT_NAME', 2, 1, 'an');
  define(117, 'IMPORT_FROM', 1, 2, 'an');
  define(118, 'SETUP_ANNOTATIONS', 0, 0, '');
  define(119, 'BUILD_INTERPOLATION', (a) => 2 + (a & 1), 1, 'a', '3.14');
  define(120, 'BUILD_TEMPLATE', 2, 1, '', '3.14');
  define(121, 'LOAD_METHOD', 1, 2, 'an', '3.11');
  define(122, 'NOP', 0, 0, '');
  define(123, 'RESUME_COLD', 0, 0, 'a', '3.11');
  define(124, 'JUMP_BACKWARD_COLD', 0, 0, 'ajx', '3.11');
  define(256, 'JUMP', 0, 0, 'ajx');
  define(257, 'JUMP_NO_INTERRUPT', 0, 0, 'ajx');
  define(258, 'JUMP_IF_FALSE', 1, 1, 'aj');
  define(259, 'JUMP_IF_TRUE', 1, 1, 'aj');
  define(260, 'SETUP_FINALLY', 0, 1, 'aj');
  define(261, 'SETUP_CLEANUP', 0, 2, 'aj');
  define(262, 'SETUP_WITH', 0, 1, 'aj');
  define(263, 'POP_BLOCK', 0, 0, '');
  define(264, 'LOAD_CLOSURE', 0, 1, 'al');
  define(265, 'STORE_FAST_MAYBE_NULL', 1, 0, 'al');
  define(267, 'KW_NAMES', 0, 0, 'ac');
  define(268, 'FORMAT_VALUE', (a) => a & 4 ? 2 : 1, 1, 'a');
  define(269, 'PRECALL', 0, 0, 'a');
  define(270, 'JUMP_IF_FALSE_OR_POP', 1, 0, 'aj');
  define(271, 'JUMP_IF_TRUE_OR_POP', 1, 0, 'aj');
  define(272, 'UNARY_POSITIVE', 1, 1, '');
  define(273, 'LIST_TO_TUPLE', 1, 1, '');
  define(274, 'ASYNC_GEN_WRAP', 1, 1, '');
  define(275, 'PRINT_EXPR', 1, 0, '');
  define(276, 'IMPORT_STAR', 1, 0, '');
  define(277, 'PREP_RERAISE_STAR', 2, 1, '');
  define(278, 'LOAD_CLASSDEREF', 0, 1, 'af');
  define(279, 'POP_JUMP_FORWARD_IF_FALSE', 1, 0, 'aj');
  define(280, 'POP_JUMP_FORWARD_IF_TRUE', 1, 0, 'aj');
  define(281, 'POP_JUMP_FORWARD_IF_NONE', 1, 0, 'aj');
  define(282, 'POP_JUMP_FORWARD_IF_NOT_NONE', 1, 0, 'aj');
  define(283, 'POP_JUMP_BACKWARD_IF_FALSE', 1, 0, 'aj');
  define(284, 'POP_JUMP_BACKWARD_IF_TRUE', 1, 0, 'aj');
  define(285, 'POP_JUMP_BACKWARD_IF_NONE', 1, 0, 'aj');
  define(286, 'POP_JUMP_BACKWARD_IF_NOT_NONE', 1, 0, 'aj');
  return table;
}

/** Mark of 3.15's PUSH_NULL and POP_TOP that push and pop the second slot of an iterator (stack effects, lower-3.15.ts). */
export const ITERATOR_INDEX = 3;

/** GET_ITER's argument in 3.15 where generators and coroutines stay as they are. */
export const ITERATE_YIELD_FROM = 3;

/** CALL_INTRINSIC_1's argument. */
export const Intrinsic1 = {
  INVALID: 0, PRINT: 1, IMPORT_STAR: 2, STOPITERATION_ERROR: 3, ASYNC_GEN_WRAP: 4, UNARY_POSITIVE: 5,
  LIST_TO_TUPLE: 6, TYPEVAR: 7, PARAMSPEC: 8, TYPEVARTUPLE: 9, SUBSCRIPT_GENERIC: 10, TYPEALIAS: 11,
} as const;

/** CALL_INTRINSIC_2's argument. */
export const Intrinsic2 = {
  INVALID: 0, PREP_RERAISE_STAR: 1, TYPEVAR_WITH_BOUND: 2, TYPEVAR_WITH_CONSTRAINTS: 3,
  SET_FUNCTION_TYPE_PARAMS: 4, SET_TYPEPARAM_DEFAULT: 5,
} as const;

/** BINARY_OP's argument; the in-place operator is 13 more. SUBSCR only in 3.14 and later. */
export const BinaryOperator = {
  ADD: 0, AND: 1, FLOOR_DIVIDE: 2, LSHIFT: 3, MATRIX_MULTIPLY: 4, MULTIPLY: 5, REMAINDER: 6, OR: 7, POWER: 8,
  RSHIFT: 9, SUBTRACT: 10, TRUE_DIVIDE: 11, XOR: 12, INPLACE: 13, SUBSCR: 26,
} as const;

/** COMPARE_OP: the operator is `arg >> 5`, in this numbering; bit 16: convert to bool. */
export const CompareOperator = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;

/** SET_FUNCTION_ATTRIBUTE's argument (MAKE_FUNCTION flags). */
export const FunctionAttribute = { DEFAULTS: 1, KWDEFAULTS: 2, ANNOTATIONS: 4, CLOSURE: 8, ANNOTATE: 16 } as const;

/** RESUME's argument; DEPTH1 (3.15 has another bit) marks a yield inside exactly the generator's own StopIteration handler. */
export const ResumePoint = { FUNC_START: 0, AFTER_YIELD: 1, AFTER_YIELD_FROM: 2, AFTER_AWAIT: 3, DEPTH1: 4, GENEXPR_START: 4, DEPTH1_315: 8 } as const;

/** CONVERT_VALUE's argument (also the conversion bits of BUILD_INTERPOLATION, shifted by 2). */
export const Conversion = { NONE: 0, STR: 1, REPR: 2, ASCII: 3 } as const;

/** LOAD_COMMON_CONSTANT's argument (3.14; the last six 3.15). */
export const CommonConstant = {
  ASSERTION_ERROR: 0, NOT_IMPLEMENTED_ERROR: 1, BUILTIN_TUPLE: 2, BUILTIN_ALL: 3, BUILTIN_ANY: 4,
  BUILTIN_LIST: 5, BUILTIN_SET: 6, NONE: 7, EMPTY_STR: 8, TRUE: 9, FALSE: 10, MINUS_ONE: 11,
} as const;

/** LOAD_SPECIAL's argument (3.14). */
export const SpecialMethod = { ENTER: 0, EXIT: 1, AENTER: 2, AEXIT: 3 } as const;
