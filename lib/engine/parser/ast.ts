// The abstract syntax tree: one interface per node of CPython 3.13's Parser/Python.asdl (plus 3.14's template strings
// and 3.15's lazy imports), as discriminated unions. Field names are the ASDL's in camelCase, optional fields are
// `null` when absent, columns are UTF-8 byte offsets and end positions are exclusive, all as in CPython.

/** Where a node stands: 1-based lines, 0-based UTF-8 byte columns; the end column is exclusive. */
export interface Position {
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
}

/**
 * The value of a literal. A complex literal is always imaginary: `v` is its imaginary part.
 * `codePoints` is present only when `v` (UTF-16) is ambiguous: two surrogates written as separate escapes.
 */
export type ConstantValue =
  | { readonly t: 'none' }
  | { readonly t: 'true' }
  | { readonly t: 'false' }
  | { readonly t: 'ellipsis' }
  | { readonly t: 'int'; readonly v: bigint }
  | { readonly t: 'float'; readonly v: number }
  | { readonly t: 'complex'; readonly v: number }
  | { readonly t: 'str'; readonly v: string; readonly codePoints?: readonly number[] }
  | { readonly t: 'bytes'; readonly v: Uint8Array };

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type Operator =
  | 'Add' | 'Sub' | 'Mult' | 'MatMult' | 'Div' | 'Mod' | 'Pow'
  | 'LShift' | 'RShift' | 'BitOr' | 'BitXor' | 'BitAnd' | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CmpOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

// ---- modules -------------------------------------------------------------------------------------------------

export interface Module { kind: 'Module'; body: Stmt[]; typeIgnores: TypeIgnore[] }
export interface Interactive { kind: 'Interactive'; body: Stmt[] }
export interface Expression { kind: 'Expression'; body: Expr }
export interface FunctionType { kind: 'FunctionType'; argtypes: Expr[]; returns: Expr }
export interface TypeIgnore { kind: 'TypeIgnore'; lineno: number; tag: string }
export type Mod = Module | Interactive | Expression | FunctionType;

// ---- statements ----------------------------------------------------------------------------------------------

interface FunctionFields extends Position {
  name: string;
  args: Arguments;
  body: Stmt[];
  decoratorList: Expr[];
  returns: Expr | null;
  typeComment: string | null;
  typeParams: TypeParam[];
}
export interface FunctionDef extends FunctionFields { kind: 'FunctionDef' }
export interface AsyncFunctionDef extends FunctionFields { kind: 'AsyncFunctionDef' }
export interface ClassDef extends Position {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decoratorList: Expr[];
  typeParams: TypeParam[];
}
export interface Return extends Position { kind: 'Return'; value: Expr | null }
export interface Delete extends Position { kind: 'Delete'; targets: Expr[] }
export interface Assign extends Position { kind: 'Assign'; targets: Expr[]; value: Expr; typeComment: string | null }
export interface TypeAlias extends Position { kind: 'TypeAlias'; name: Expr; typeParams: TypeParam[]; value: Expr }
export interface AugAssign extends Position { kind: 'AugAssign'; target: Expr; op: Operator; value: Expr }
export interface AnnAssign extends Position {
  kind: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  /** 1 when the target is a bare, unparenthesised name. */
  simple: 0 | 1;
}
interface ForFields extends Position {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  typeComment: string | null;
}
export interface For extends ForFields { kind: 'For' }
export interface AsyncFor extends ForFields { kind: 'AsyncFor' }
export interface While extends Position { kind: 'While'; test: Expr; body: Stmt[]; orelse: Stmt[] }
export interface If extends Position { kind: 'If'; test: Expr; body: Stmt[]; orelse: Stmt[] }
interface WithFields extends Position { items: WithItem[]; body: Stmt[]; typeComment: string | null }
export interface With extends WithFields { kind: 'With' }
export interface AsyncWith extends WithFields { kind: 'AsyncWith' }
export interface Match extends Position { kind: 'Match'; subject: Expr; cases: MatchCase[] }
export interface Raise extends Position { kind: 'Raise'; exc: Expr | null; cause: Expr | null }
interface TryFields extends Position {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Try extends TryFields { kind: 'Try' }
export interface TryStar extends TryFields { kind: 'TryStar' }
export interface Assert extends Position { kind: 'Assert'; test: Expr; msg: Expr | null }
/** `isLazy` is 1 only for 3.15's `lazy import` (PEP 810). */
export interface Import extends Position { kind: 'Import'; names: Alias[]; isLazy: 0 | 1 }
export interface ImportFrom extends Position {
  kind: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number;
  isLazy: 0 | 1;
}
export interface Global extends Position { kind: 'Global'; names: string[] }
export interface Nonlocal extends Position { kind: 'Nonlocal'; names: string[] }
/** An expression statement (ASDL `Expr`; the union of expressions is called `Expr` here, as in the ASDL's `expr`). */
export interface ExprStmt extends Position { kind: 'Expr'; value: Expr }
export interface Pass extends Position { kind: 'Pass' }
export interface Break extends Position { kind: 'Break' }
export interface Continue extends Position { kind: 'Continue' }

export type Stmt =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign
  | For | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert
  | Import | ImportFrom | Global | Nonlocal | ExprStmt | Pass | Break | Continue;

// ---- expressions ---------------------------------------------------------------------------------------------

export interface BoolOp extends Position { kind: 'BoolOp'; op: BoolOperator; values: Expr[] }
export interface NamedExpr extends Position { kind: 'NamedExpr'; target: Expr; value: Expr }
export interface BinOp extends Position { kind: 'BinOp'; left: Expr; op: Operator; right: Expr }
export interface UnaryOp extends Position { kind: 'UnaryOp'; op: UnaryOperator; operand: Expr }
export interface Lambda extends Position { kind: 'Lambda'; args: Arguments; body: Expr }
export interface IfExp extends Position { kind: 'IfExp'; test: Expr; body: Expr; orelse: Expr }
/** A `null` key is `**mapping`. */
export interface Dict extends Position { kind: 'Dict'; keys: (Expr | null)[]; values: Expr[] }
export interface SetExpr extends Position { kind: 'Set'; elts: Expr[] }
export interface ListComp extends Position { kind: 'ListComp'; elt: Expr; generators: Comprehension[] }
export interface SetComp extends Position { kind: 'SetComp'; elt: Expr; generators: Comprehension[] }
/** `value` is `null` only for 3.15's `{**mapping for …}` (PEP 798), where `key` is the mapping. */
export interface DictComp extends Position {
  kind: 'DictComp';
  key: Expr;
  value: Expr | null;
  generators: Comprehension[];
}
export interface GeneratorExp extends Position { kind: 'GeneratorExp'; elt: Expr; generators: Comprehension[] }
export interface Await extends Position { kind: 'Await'; value: Expr }
export interface Yield extends Position { kind: 'Yield'; value: Expr | null }
export interface YieldFrom extends Position { kind: 'YieldFrom'; value: Expr }
export interface Compare extends Position { kind: 'Compare'; left: Expr; ops: CmpOperator[]; comparators: Expr[] }
export interface Call extends Position { kind: 'Call'; func: Expr; args: Expr[]; keywords: Keyword[] }
/** `conversion` is -1 or the character code of `s`, `r` or `a`. */
export interface FormattedValue extends Position {
  kind: 'FormattedValue';
  value: Expr;
  conversion: number;
  formatSpec: Expr | null;
}
/** 3.14: a replacement field of a template string; `str` is its source text. */
export interface Interpolation extends Position {
  kind: 'Interpolation';
  value: Expr;
  str: ConstantValue;
  conversion: number;
  formatSpec: Expr | null;
}
export interface JoinedStr extends Position { kind: 'JoinedStr'; values: Expr[] }
export interface TemplateStr extends Position { kind: 'TemplateStr'; values: Expr[] }
/** `constantKind` (ASDL `kind`) is `'u'` for a literal with the prefix u. */
export interface Constant extends Position { kind: 'Constant'; value: ConstantValue; constantKind: 'u' | null }
export interface Attribute extends Position { kind: 'Attribute'; value: Expr; attr: string; ctx: ExprContext }
export interface Subscript extends Position { kind: 'Subscript'; value: Expr; slice: Expr; ctx: ExprContext }
export interface Starred extends Position { kind: 'Starred'; value: Expr; ctx: ExprContext }
export interface Name extends Position { kind: 'Name'; id: string; ctx: ExprContext }
export interface ListExpr extends Position { kind: 'List'; elts: Expr[]; ctx: ExprContext }
export interface TupleExpr extends Position { kind: 'Tuple'; elts: Expr[]; ctx: ExprContext }
/** Only as the `slice` of a Subscript, or an element of the Tuple there. */
export interface Slice extends Position { kind: 'Slice'; lower: Expr | null; upper: Expr | null; step: Expr | null }

export type Expr =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | SetExpr | ListComp | SetComp | DictComp
  | GeneratorExp | Await | Yield | YieldFrom | Compare | Call | FormattedValue | Interpolation | JoinedStr
  | TemplateStr | Constant | Attribute | Subscript | Starred | Name | ListExpr | TupleExpr | Slice;

// ---- parts ---------------------------------------------------------------------------------------------------

export interface Comprehension { kind: 'comprehension'; target: Expr; iter: Expr; ifs: Expr[]; isAsync: 0 | 1 }
export interface ExceptHandler extends Position {
  kind: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}
/** `kwDefaults` runs parallel to `kwonlyargs` (`null`: required); `defaults` belong to the last positional ones. */
export interface Arguments {
  kind: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kwDefaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}
export interface Arg extends Position { kind: 'arg'; arg: string; annotation: Expr | null; typeComment: string | null }
/** `arg` is `null` for `**mapping`. */
export interface Keyword extends Position { kind: 'keyword'; arg: string | null; value: Expr }
export interface Alias extends Position { kind: 'alias'; name: string; asname: string | null }
export interface WithItem { kind: 'withitem'; contextExpr: Expr; optionalVars: Expr | null }
export interface MatchCase { kind: 'match_case'; pattern: Pattern; guard: Expr | null; body: Stmt[] }

// ---- patterns ------------------------------------------------------------------------------------------------

export interface MatchValue extends Position { kind: 'MatchValue'; value: Expr }
/** None, True or False. */
export interface MatchSingleton extends Position { kind: 'MatchSingleton'; value: ConstantValue }
export interface MatchSequence extends Position { kind: 'MatchSequence'; patterns: Pattern[] }
export interface MatchMapping extends Position {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Position {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwdAttrs: string[];
  kwdPatterns: Pattern[];
}
export interface MatchStar extends Position { kind: 'MatchStar'; name: string | null }
/** The wildcard `_` has neither pattern nor name. */
export interface MatchAs extends Position { kind: 'MatchAs'; pattern: Pattern | null; name: string | null }
export interface MatchOr extends Position { kind: 'MatchOr'; patterns: Pattern[] }
export type Pattern =
  | MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ---- type parameters (3.12; defaults 3.13) -------------------------------------------------------------------

export interface TypeVar extends Position {
  kind: 'TypeVar';
  name: string;
  bound: Expr | null;
  defaultValue: Expr | null;
}
export interface ParamSpec extends Position { kind: 'ParamSpec'; name: string; defaultValue: Expr | null }
export interface TypeVarTuple extends Position { kind: 'TypeVarTuple'; name: string; defaultValue: Expr | null }
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Every node of the tree. */
export type Node =
  | Mod | Stmt | Expr | Comprehension | ExceptHandler | Arguments | Arg | Keyword | Alias | WithItem | MatchCase
  | Pattern | TypeParam | TypeIgnore;

/**
 * Turns a UTF-8 byte offset within a line into a character (code point) offset, as the traceback printer needs.
 * An offset past the line's end is counted on as if by one-byte characters.
 */
export function byteToCharOffset(line: string, byteOffset: number): number {
  let bytes = 0;
  let chars = 0;
  for (let i = 0; i < line.length && bytes < byteOffset; i++) {
    const unit = line.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < line.length) i++;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xdc00 ? 4 : 3;
    chars++;
  }
  return bytes < byteOffset ? chars + (byteOffset - bytes) : chars;
}
