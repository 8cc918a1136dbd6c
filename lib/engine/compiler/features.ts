// What differs between the compilers of the CPython versions, as data: one row a version, no version test elsewhere.
import { Encoding } from './encodings/encoding.ts';
import { V311_ENCODING } from './encodings/v311.ts';
import { V312_ENCODING } from './encodings/v312.ts';
import { V313_ENCODING } from './encodings/v313.ts';
import { V314_ENCODING } from './encodings/v314.ts';
import { V315_ENCODING } from './encodings/v315.ts';
import type { Block } from './flow-graph.ts';
import { lower311 } from './lower-3.11.ts';
import { lower312 } from './lower-3.12.ts';
import { lower315 } from './lower-3.15.ts';

/** The versions whose compiler is mirrored. */
export type CompilerVersion = '3.11' | '3.12' | '3.13' | '3.14' | '3.15';

/** Behaviour of one version's compiler. */
export interface CompilerFeatures {
  /** 3.12+ (PEP 709): list, dict and set comprehensions run in the frame of their function. */
  readonly inlineComprehensions: boolean;
  /** Up to 3.13: a comprehension in a class body makes locals of all names in it, those that it does not bind and `.0` too. */
  readonly inlinedNamesAreLocals: boolean;
  /** 3.15+: functions inside a comprehension in a class body find the class's `__class__`; before, CPython's compiler fails. */
  readonly classCellInComprehensions: boolean;
  /** CO_MAXBLOCKS: 20, and 21 since 3.12 (gh-113297). */
  readonly maxFrameBlocks: number;
  /** 3.12+: generators and coroutines turn a StopIteration that leaves them into RuntimeError in bytecode. */
  readonly stopIterationHandler: boolean;
  /** 3.12+: warnings about `is` name the type of the literal. */
  readonly warningsNameTypes: boolean;
  /** 3.12+: `super().x` in a method is LOAD_SUPER_ATTR. */
  readonly superAttr: boolean;
  /** 3.12+: `a[b:c]` is BINARY_SLICE / STORE_SLICE. */
  readonly sliceInstructions: boolean;
  /** 3.12+: returning a constant is RETURN_CONST (not in 3.14+). */
  readonly returnConst: boolean;
  /** 3.13+: keyword names are a value on the stack (CALL_KW), not a constant aside. */
  readonly callKwOnStack: boolean;
  /** Up to 3.13: the test of a while loop stands before the body and again behind it. */
  readonly whileTestTwice: boolean;
  /** 3.15+: IMPORT_NAME has two more bits: 1 lazy, 2 never lazy. */
  readonly lazyImportBits: boolean;
  /** 3.13+: blocks that check for signals get a line like those that leave the frame. */
  readonly evalBreaksGetLines: boolean;
  /**
   * Up to 3.12: NULL lies below the callable, jumps make bools, MAKE_FUNCTION takes the attributes, FORMAT_VALUE converts too, END_FOR drops both,
   * all jumps but that of a delegation check for signals.
   */
  readonly oldInstructions: boolean;
  /**
   * 3.11: PRECALL, LOAD_METHOD, jumps that keep their value or pop it, instructions for what are intrinsics from 3.12 on; exhausted iterators are dropped by
   * FOR_ITER and SEND themselves; handlers stay where they are written.
   */
  readonly oldestInstructions: boolean;
  /** 3.12+: every code object ends in code that returns None, dead or not: None becomes a constant. */
  readonly alwaysReturnsNone: boolean;
  /** Smallest co_stacksize (0 only where a body is one RETURN_CONST, 3.12). */
  readonly minStackSize: number;
  /** 3.12+: constants that folding made superfluous go; before, only those at the end of the list. */
  readonly dropsUnusedConsts: boolean;
  /** 3.12+: delegation (`yield from`, `await`) has a handler for throw(). */
  readonly sendHandler: boolean;
  /** "duplicate parameter 'a' in function definition" (3.15) or "argument". */
  readonly parameterWord: string;
  /** 3.13+: docstrings lose their common indentation. */
  readonly cleanDocstrings: boolean;
  /** 3.13+: classes carry `__static_attributes__` and `__firstlineno__`. */
  readonly classStaticAttributes: boolean;
  /** 3.12+: an unknown future feature's error points at its name, not at the statement's start. */
  readonly futureErrorAtName: boolean;
  /**
   * 3.11 (until 3.12.5, gh-93691): GET_ITER, FOR_ITER, BEFORE_WITH and the calls of `__exit__` stand where the whole statement or comprehension does,
   * so tracebacks show no carets for them.
   */
  readonly entriesSpanStatement: boolean;
  /** 3.14+ (PEP 649): annotations are computed by an `__annotate__` function. */
  readonly deferredAnnotations: boolean;
  /** 3.15+: the qualified name of a function's `__annotate__` has the function's name in it. */
  readonly annotateNamesFunction: boolean;
  /** 3.14+: LOAD_FAST_BORROW where the local outlives the value. */
  readonly borrowLoads: boolean;
  /** 3.14: a NOT_TAKEN inherits the handler of what stood in its slot before. */
  readonly slotsAreReused: boolean;
  /** 3.14: the search for borrowed loads stops at empty blocks, and takes some values for those of a block's first instructions. */
  readonly borrowsByQuirks: boolean;
  /** 3.14+: ints 0…255 are LOAD_SMALL_INT. */
  readonly smallIntImmediates: boolean;
  /** 3.15+: None, True, False, '' and -1 are LOAD_COMMON_CONSTANT. */
  readonly commonConstants: boolean;
  /** 3.14+: constants are folded in the flow graph, subscripts and slices too; before, in the tree. */
  readonly foldInFlowGraph: boolean;
  /** 3.14+: subscripts are BINARY_OP; with statements LOAD_SPECIAL; unused branches NOT_TAKEN; loops end in POP_ITER. */
  readonly modernInstructions: boolean;
  /** 3.14+: list and set literals of more than 30 items are built item by item even if constant. */
  readonly bigLiteralsByAppend: boolean;
  /** 3.14+: a call of all(), any() or tuple() with a generator expression is a loop in place, if the name is the builtin. */
  readonly inlineGenexprConsumers: readonly string[];
  /** 3.14+ (PEP 765): SyntaxWarning for return, break, continue that leave a finally block. */
  readonly finallyExitWarnings: boolean;
  /** 3.14+: a docstring is consts[0] only if there is one, told by CO_HAS_DOCSTRING. */
  readonly docstringFlag: boolean;
  /** 3.13+: pairs of loads and stores of locals are one instruction; before, the interpreter paired them as it ran. */
  readonly superinstructions: boolean;
  /** How the version writes its instructions as bytes. */
  readonly encoding: Encoding;
  /**
   * Turns the version's own instructions, finished and noted down as CodeUnit.own, into those that are executed here; null: they are the same.
   * What it makes takes over the `origin` of what it replaces.
   */
  readonly lower: ((entry: Block) => void) | null;
  /** 3.15+: GET_ITER pushes a sequence and an index instead of an iterator; comprehensions and generator expressions take the iterable itself. */
  readonly virtualIterators: boolean;
}

const V311: CompilerFeatures = {
  inlineComprehensions: false,
  inlinedNamesAreLocals: true,
  classCellInComprehensions: false,
  maxFrameBlocks: 20,
  stopIterationHandler: false,
  warningsNameTypes: false,
  superAttr: false,
  sliceInstructions: false,
  returnConst: false,
  callKwOnStack: false,
  cleanDocstrings: false,
  parameterWord: 'argument',
  classStaticAttributes: false,
  futureErrorAtName: false,
  entriesSpanStatement: true,
  deferredAnnotations: false,
  annotateNamesFunction: false,
  borrowLoads: false,
  slotsAreReused: false,
  borrowsByQuirks: false,
  smallIntImmediates: false,
  commonConstants: false,
  foldInFlowGraph: false,
  modernInstructions: false,
  bigLiteralsByAppend: false,
  inlineGenexprConsumers: [],
  finallyExitWarnings: false,
  docstringFlag: false,
  virtualIterators: false,
  superinstructions: true,
  encoding: new Encoding(V311_ENCODING),
  lower: lower311,
  whileTestTwice: true,
  lazyImportBits: false,
  evalBreaksGetLines: false,
  oldInstructions: true,
  oldestInstructions: true,
  alwaysReturnsNone: false,
  minStackSize: 1,
  dropsUnusedConsts: false,
  sendHandler: false,
};

const V312: CompilerFeatures = {
  ...V311,
  maxFrameBlocks: 21,
  inlineComprehensions: true,
  stopIterationHandler: true,
  futureErrorAtName: true,
  entriesSpanStatement: false,
  warningsNameTypes: true,
  superAttr: true,
  sliceInstructions: true,
  returnConst: true,
  oldestInstructions: false,
  alwaysReturnsNone: true,
  minStackSize: 0,
  dropsUnusedConsts: true,
  sendHandler: true,
  superinstructions: false,
  encoding: new Encoding(V312_ENCODING),
  lower: lower312,
};

const V313: CompilerFeatures = {
  ...V312,
  callKwOnStack: true,
  cleanDocstrings: true,
  classStaticAttributes: true,
  evalBreaksGetLines: true,
  oldInstructions: false,
  superinstructions: true,
  encoding: new Encoding(V313_ENCODING),
  lower: null,
  minStackSize: 1,
};

const V314: CompilerFeatures = {
  ...V313,
  encoding: new Encoding(V314_ENCODING),
  inlinedNamesAreLocals: false,
  returnConst: false,
  deferredAnnotations: true,
  borrowLoads: true,
  slotsAreReused: true,
  borrowsByQuirks: true,
  smallIntImmediates: true,
  foldInFlowGraph: true,
  modernInstructions: true,
  bigLiteralsByAppend: true,
  inlineGenexprConsumers: ['all', 'any', 'tuple'],
  finallyExitWarnings: true,
  docstringFlag: true,
  whileTestTwice: false,
};

const V315: CompilerFeatures = {
  ...V314,
  classCellInComprehensions: true,
  encoding: new Encoding(V315_ENCODING),
  lower: lower315,
  slotsAreReused: false,
  borrowsByQuirks: false,
  parameterWord: 'parameter',
  annotateNamesFunction: true,
  commonConstants: true,
  inlineGenexprConsumers: ['all', 'any', 'tuple', 'list', 'set'],
  virtualIterators: true,
  lazyImportBits: true,
};

/** The rows by version. */
export const COMPILER_FEATURES: Readonly<Record<CompilerVersion, CompilerFeatures>> = {
  '3.11': V311,
  '3.12': V312,
  '3.13': V313,
  '3.14': V314,
  '3.15': V315,
};
