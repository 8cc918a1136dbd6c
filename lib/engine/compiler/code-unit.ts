// What the compiler hands over: plain data, no Python objects (CPython 3.13 Include/cpython/code.h, PyCodeObject).
import type { Encoding } from './encodings/encoding.ts';

/** co_flags. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;
/** A call makes an object that runs later. */
export const GENERATOR_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;
/** 3.14: consts[0] is the docstring. */
export const CO_HAS_DOCSTRING = 0x4000000;
/** 3.14: a function defined directly in a class body. */
export const CO_METHOD = 0x8000000;

/** Kinds of a local variable (bits of `localspluskinds`). */
export const KIND_HIDDEN = 0x10;
export const KIND_LOCAL = 0x20;
export const KIND_CELL = 0x40;
export const KIND_FREE = 0x80;

/**
 * A constant. Equal constants of one compilation are one and the same `Const` object in every CodeUnit of it, as
 * CPython's constant cache makes them one Python object; so a Map from Const to Python object gives the identities.
 * Those that the compiler made (not the parser, not the optimiser of the tree) are not held by the tree's arena.
 */
export type Const =
  | { readonly t: 'none' | 'true' | 'false' | 'ellipsis' }
  | { readonly t: 'int'; readonly v: bigint; readonly madeBy?: 'compiler' }
  | { readonly t: 'float'; readonly v: number; readonly madeBy?: 'compiler' }
  | { readonly t: 'complex'; readonly re: number; readonly im: number; readonly madeBy?: 'compiler' }
  | StrConst
  | { readonly t: 'bytes'; readonly v: Uint8Array; readonly folded?: true; readonly madeBy?: 'compiler' }
  | { readonly t: 'tuple'; readonly items: readonly Const[]; readonly madeBy?: 'compiler' | 'identifiers' }
  /** Items in the order of the source, equal ones possibly repeated. */
  | { readonly t: 'frozenset'; readonly items: readonly Const[]; readonly madeBy?: 'compiler' }
  | { readonly t: 'slice'; readonly start: Const; readonly stop: Const; readonly step: Const }
  | { readonly t: 'code'; readonly unit: CodeUnit };

/** A str constant; `codePoints` only when the UTF-16 text is ambiguous (two surrogates that are no pair). */
export interface StrConst {
  readonly t: 'str';
  readonly v: string;
  readonly codePoints?: readonly number[];
  readonly madeBy?: 'compiler';
}

/** One row of the exception table: instructions `start` ≤ i < `end` go to `target` with the stack cut to `depth`. */
export interface ExceptionEntry {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
  /** Push the index of the raising instruction before the exception. */
  readonly lasti: boolean;
}

/** Instructions, one array entry each (EXTENDED_ARG and CACHE do not exist here). */
export interface InstructionList {
  /** Numbers of opcodes.ts. */
  readonly ops: Uint8Array | Uint16Array;
  /** Arguments; a jump's is the index of its target instruction. 0 for an opcode without one. */
  readonly args: Int32Array;
  /** Source positions per instruction; -1: none. Columns count UTF-8 bytes; lines start at 1 (a module's RESUME has 0). */
  readonly linenos: Int32Array;
  readonly endLinenos: Int32Array;
  readonly colOffsets: Int32Array;
  readonly endColOffsets: Int32Array;
  readonly exceptionTable: readonly ExceptionEntry[];
}

/** The instructions as the version itself has them, where they are not those executed here. */
export interface OwnInstructions extends InstructionList {
  /** By instruction executed here: the index of the own one that it stands for. */
  readonly origins: Int32Array;
}

/** A code object; the instructions are those that the evaluation loop executes. */
export interface CodeUnit extends InstructionList {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstlineno: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  /** Fast locals, arguments first: those that are in co_varnames. */
  readonly nlocals: number;
  /** co_stacksize as the version reports it. */
  readonly stacksize: number;
  /** What the instructions here really need; up to 3.12 it can be more than `stacksize`, in 3.15 less. */
  readonly evalDepth: number;
  /** CPython's layout: co_varnames, then the cells that are no arguments, then the free variables. */
  readonly localsplusnames: readonly string[];
  readonly localspluskinds: Uint8Array;
  readonly names: readonly string[];
  readonly consts: readonly Const[];
  readonly ops: Uint8Array;
  /** What co_code, the tables, dis and offsets are made of if it is not the instructions here (code-bytes.ts). */
  readonly own: OwnInstructions | null;
  readonly encoding: Encoding;
}

/** A warning of the compiler (shown only once the program runs, by the `warnings` machinery). */
export interface CompileWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
  /** From the parser, which knows the source line; the compiler looks for it in the file. */
  readonly inLiteral?: boolean;
}
