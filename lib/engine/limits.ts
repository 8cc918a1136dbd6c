// Every bound on what a user's program may cost. Counted, never timed: browser and server agree to the bit.
import type { RunLimits } from './api.ts';

/** Bounds of a run unless the caller names others. */
export const DEFAULT_LIMITS: RunLimits = {
  steps: 100_000_000,
  memoryBytes: 256 * 1024 * 1024,
  outputChars: 1_000_000,
};

/** Python frames (`sys.getrecursionlimit()` at start). */
export const RECURSION_LIMIT = 1000;

/** Nested entries of the interpreter loop through native code (`__repr__` inside repr, a key function inside sort …); each costs host stack. */
export const NATIVE_DEPTH_LIMIT = 220;

/** Nested entries from which on native code does not nest the loop any more where its instruction can be executed again (objects/retry.ts). */
export const RETRY_DEPTH = 48;

/** Answers of Python calls that an instruction keeps to be executed again; it nests after that many. */
export const MAX_ANSWERS = 64;

/** Digits of int ↔ str conversion (`sys.get_int_max_str_digits()`). */
export const INT_MAX_STR_DIGITS = 4300;

/** Bits of the largest int that is computed at all; beyond it the run ends with memory-limit. */
export const INT_MAX_BITS = 1 << 27;

/** Native work that costs one step: this many elementary operations (bytes copied, digits multiplied, comparisons …). */
export const NATIVE_WORK_PER_STEP = 64;

/** Elementary operations that one item of an iterator costs native code (`sum`, `in`, `deque` …): it makes an object and drops another. */
export const NATIVE_ITERATION_WORK = 16;

/** Elementary operations of one link, when a raised exception looks for itself in the chain of contexts. */
export const CONTEXT_LINK_WORK = 8;

/** Elementary operations of one step of the regular-expression matcher. */
export const MATCHER_STEP_WORK = 8;

/** Elementary operations that each further class of an MRO costs a new class: every slot is looked up along it. */
export const MRO_WORK = 640;

/** Elementary operations of a comparison with a key of the same hash. */
export const COLLISION_WORK = 8;

/** Groups within groups of a regular expression: what CPython's parser, two Python frames a group, reaches before RecursionError. */
export const NESTED_GROUPS_LIMIT = 495;

/** Parts of a dotted name that are imported one inside the other: importlib's Python frames reach the recursion limit there. */
export const IMPORT_DEPTH_LIMIT = 331;

/** Py_C_RECURSION_LIMIT (3.12.3+, 3.13): nested native calls of all kinds; a Python function that native code calls takes PYTHON_CALL_UNITS of them. */
export const C_STACK_UNITS = 10_000;
export const PYTHON_CALL_UNITS = 2;

/** Nested native calls through user data without Python in between (repr of nested lists, comparing nested tuples …). */
export const C_RECURSION_LIMIT = 1000;

/** A recursion of that kind this deep is what exhausted the host's stack, where that is smaller. */
export const DEEP_RECURSION = 100;

/** Nested deallocations; what lies deeper waits until only DEALLOC_RESUME_DEPTH are nested. */
export const DEALLOC_DEPTH_LIMIT = 100;
export const DEALLOC_RESUME_DEPTH = 50;

/** Tuples inside tuples that are hashed by recursion; deeper ones are hashed from the inside out. */
export const TUPLE_HASH_DEPTH = 100;

/** PY_SSIZE_T_MAX as far as a double goes (2^63): sizes from it on cannot be asked for. */
export const MAX_SSIZE = 2 ** 63;
