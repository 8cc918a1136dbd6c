// A tree as text, as `ast.dump` writes it (CPython 3.13 Lib/ast.py, dump; the fields of Parser/Python.asdl). Nesting of
// left-deep trees is not bounded by brackets, so the walk keeps its own stack.

import type { ConstantValue } from './ast.ts';

/** Options of `ast.dump`. */
export interface DumpOptions {
  readonly annotateFields?: boolean;
  readonly includeAttributes?: boolean;
  /** Spaces per level, or `null` for one line. */
  readonly indent?: number | null;
  /** Leave out absent optional fields and empty lists (3.13's default). */
  readonly omitEmpty?: boolean;
  /** Definitions have type parameters (3.12). */
  readonly typeParams?: boolean;
  /** Text of a constant; the engine passes its own repr. */
  readonly repr?: (value: ConstantValue) => string;
}

/** A field: our name, the ASDL's name, and what stands there. `n` int, `s` identifier, `c` constant, `?` optional, `*` list. */
type FieldSpec = readonly [name: string, kind: string, asdlName?: string];

const FUNCTION: readonly FieldSpec[] = [
  ['name', 's'], ['args', 'x'], ['body', '*'], ['decoratorList', '*', 'decorator_list'], ['returns', '?'],
  ['typeComment', '?', 'type_comment'], ['typeParams', '*', 'type_params'],
];
const FOR: readonly FieldSpec[] = [
  ['target', 'x'], ['iter', 'x'], ['body', '*'], ['orelse', '*'], ['typeComment', '?', 'type_comment'],
];
const WITH: readonly FieldSpec[] = [['items', '*'], ['body', '*'], ['typeComment', '?', 'type_comment']];
const TRY: readonly FieldSpec[] = [['body', '*'], ['handlers', '*'], ['orelse', '*'], ['finalbody', '*']];
const COMPREHENSION: readonly FieldSpec[] = [['elt', 'x'], ['generators', '*']];

/** Fields of every node, in the ASDL's order. */
export const NODE_FIELDS: Readonly<Record<string, readonly FieldSpec[]>> = {
  Module: [['body', '*'], ['typeIgnores', '*', 'type_ignores']],
  Interactive: [['body', '*']],
  Expression: [['body', 'x']],
  FunctionType: [['argtypes', '*'], ['returns', 'x']],
  TypeIgnore: [['lineno', 'n'], ['tag', 's']],
  FunctionDef: FUNCTION,
  AsyncFunctionDef: FUNCTION,
  ClassDef: [
    ['name', 's'], ['bases', '*'], ['keywords', '*'], ['body', '*'], ['decoratorList', '*', 'decorator_list'],
    ['typeParams', '*', 'type_params'],
  ],
  Return: [['value', '?']],
  Delete: [['targets', '*']],
  Assign: [['targets', '*'], ['value', 'x'], ['typeComment', '?', 'type_comment']],
  TypeAlias: [['name', 'x'], ['typeParams', '*', 'type_params'], ['value', 'x']],
  AugAssign: [['target', 'x'], ['op', 'op'], ['value', 'x']],
  AnnAssign: [['target', 'x'], ['annotation', 'x'], ['value', '?'], ['simple', 'n']],
  For: FOR,
  AsyncFor: FOR,
  While: [['test', 'x'], ['body', '*'], ['orelse', '*']],
  If: [['test', 'x'], ['body', '*'], ['orelse', '*']],
  With: WITH,
  AsyncWith: WITH,
  Match: [['subject', 'x'], ['cases', '*']],
  Raise: [['exc', '?'], ['cause', '?']],
  Try: TRY,
  TryStar: TRY,
  Assert: [['test', 'x'], ['msg', '?']],
  Import: [['names', '*'], ['isLazy', 'lazy', 'is_lazy']],
  ImportFrom: [['module', '?s'], ['names', '*'], ['level', 'n'], ['isLazy', 'lazy', 'is_lazy']],
  Global: [['names', '*']],
  Nonlocal: [['names', '*']],
  Expr: [['value', 'x']],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: [['op', 'op'], ['values', '*']],
  NamedExpr: [['target', 'x'], ['value', 'x']],
  BinOp: [['left', 'x'], ['op', 'op'], ['right', 'x']],
  UnaryOp: [['op', 'op'], ['operand', 'x']],
  Lambda: [['args', 'x'], ['body', 'x']],
  IfExp: [['test', 'x'], ['body', 'x'], ['orelse', 'x']],
  Dict: [['keys', '*'], ['values', '*']],
  Set: [['elts', '*']],
  ListComp: COMPREHENSION,
  SetComp: COMPREHENSION,
  DictComp: [['key', 'x'], ['value', '?'], ['generators', '*']],
  GeneratorExp: COMPREHENSION,
  Await: [['value', 'x']],
  Yield: [['value', '?']],
  YieldFrom: [['value', 'x']],
  Compare: [['left', 'x'], ['ops', 'ops'], ['comparators', '*']],
  Call: [['func', 'x'], ['args', '*'], ['keywords', '*']],
  FormattedValue: [['value', 'x'], ['conversion', 'n'], ['formatSpec', '?', 'format_spec']],
  Interpolation: [['value', 'x'], ['str', 'c'], ['conversion', 'n'], ['formatSpec', '?', 'format_spec']],
  JoinedStr: [['values', '*']],
  TemplateStr: [['values', '*']],
  Constant: [['value', 'c'], ['constantKind', '?s', 'kind']],
  Attribute: [['value', 'x'], ['attr', 's'], ['ctx', 'op']],
  Subscript: [['value', 'x'], ['slice', 'x'], ['ctx', 'op']],
  Starred: [['value', 'x'], ['ctx', 'op']],
  Name: [['id', 's'], ['ctx', 'op']],
  List: [['elts', '*'], ['ctx', 'op']],
  Tuple: [['elts', '*'], ['ctx', 'op']],
  Slice: [['lower', '?'], ['upper', '?'], ['step', '?']],
  comprehension: [['target', 'x'], ['iter', 'x'], ['ifs', '*'], ['isAsync', 'n', 'is_async']],
  ExceptHandler: [['type', '?'], ['name', '?s'], ['body', '*']],
  arguments: [
    ['posonlyargs', '*'], ['args', '*'], ['vararg', '?'], ['kwonlyargs', '*'], ['kwDefaults', '*', 'kw_defaults'],
    ['kwarg', '?'], ['defaults', '*'],
  ],
  arg: [['arg', 's'], ['annotation', '?'], ['typeComment', '?', 'type_comment']],
  keyword: [['arg', '?s'], ['value', 'x']],
  alias: [['name', 's'], ['asname', '?s']],
  withitem: [['contextExpr', 'x', 'context_expr'], ['optionalVars', '?', 'optional_vars']],
  match_case: [['pattern', 'x'], ['guard', '?'], ['body', '*']],
  MatchValue: [['value', 'x']],
  MatchSingleton: [['value', 'c']],
  MatchSequence: [['patterns', '*']],
  MatchMapping: [['keys', '*'], ['patterns', '*'], ['rest', '?s']],
  MatchClass: [['cls', 'x'], ['patterns', '*'], ['kwdAttrs', '*', 'kwd_attrs'], ['kwdPatterns', '*', 'kwd_patterns']],
  MatchStar: [['name', '?s']],
  MatchAs: [['pattern', '?'], ['name', '?s']],
  MatchOr: [['patterns', '*']],
  TypeVar: [['name', 's'], ['bound', '?'], ['defaultValue', '?', 'default_value']],
  ParamSpec: [['name', 's'], ['defaultValue', '?', 'default_value']],
  TypeVarTuple: [['name', 's'], ['defaultValue', '?', 'default_value']],
};

/** Work that remains: a value to write, or text. */
type Task = { readonly text: string } | { readonly value: unknown; readonly spec: string; readonly level: number };

/** Text of a tree. */
export function dump(root: object, options: DumpOptions = {}): string {
  const writer = new DumpWriter(options);
  return writer.run(root);
}

class DumpWriter {
  private readonly annotate: boolean;
  private readonly attributes: boolean;
  private readonly indent: number | null;
  private readonly omitEmpty: boolean;
  private readonly typeParams: boolean;
  private readonly repr: (value: ConstantValue) => string;
  private tasks: Task[] = [];

  constructor(options: DumpOptions) {
    this.annotate = options.annotateFields ?? true;
    this.attributes = options.includeAttributes ?? false;
    this.indent = options.indent ?? null;
    this.omitEmpty = options.omitEmpty ?? true;
    this.typeParams = options.typeParams ?? true;
    this.repr = options.repr ?? reprConstant;
  }

  run(root: object): string {
    const out: string[] = [];
    this.tasks = [{ value: root, spec: 'x', level: 0 }];
    for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) {
      if ('text' in task) out.push(task.text);
      else for (const next of this.expand(task.value, task.spec, task.level).reverse()) this.tasks.push(next);
    }
    return out.join('');
  }

  private expand(value: unknown, spec: string, level: number): Task[] {
    if (value === null) return [{ text: 'None' }];
    if (typeof value === 'string') return [{ text: spec === 'op' ? `${value}()` : reprString(value) }];
    if (typeof value === 'number') return [{ text: String(value) }];
    if (Array.isArray(value)) return this.list(value, spec, level);
    if (spec === 'c') return [{ text: this.repr(value as ConstantValue) }];
    return this.node(value as Record<string, unknown>, level);
  }

  private list(items: readonly unknown[], spec: string, level: number): Task[] {
    if (items.length === 0) return [{ text: '[]' }];
    const inner = this.indent === null ? level : level + 1;
    const tasks: Task[] = [{ text: `[${this.newline(inner, true)}` }];
    items.forEach((item, i) => {
      if (i > 0) tasks.push({ text: this.separator(inner) });
      tasks.push({ value: item, spec: spec === 'ops' ? 'op' : 'x', level: inner });
    });
    tasks.push({ text: ']' });
    return tasks;
  }

  private node(node: Record<string, unknown>, level: number): Task[] {
    const kind = String(node['kind']);
    const inner = this.indent === null ? level : level + 1;
    const parts: Task[][] = [];
    let keywords = this.annotate;
    for (const [name, spec, asdlName] of NODE_FIELDS[kind] ?? []) {
      const value = node[name];
      if ((spec === 'lazy' && value !== 1) || (name === 'typeParams' && !this.typeParams)) continue;
      if (value === null && spec.startsWith('?')) {
        keywords = true;
        continue;
      }
      if (this.omitEmpty && Array.isArray(value) && value.length === 0) {
        keywords = true;
        continue;
      }
      parts.push([
        ...(keywords ? [{ text: `${asdlName ?? name}=` }] : []),
        { value, spec, level: inner },
      ]);
    }
    if (this.attributes && 'colOffset' in node) {
      parts.push(
        [{ text: `lineno=${String(node['lineno'])}` }], [{ text: `col_offset=${String(node['colOffset'])}` }],
        [{ text: `end_lineno=${String(node['endLineno'])}` }], [{ text: `end_col_offset=${String(node['endColOffset'])}` }],
      );
    }
    const simple = parts.length <= 3 && parts.every((part) => part.every((task) => 'text' in task || !hasNodes(task.value)));
    const tasks: Task[] = [{ text: `${kind}(${simple || parts.length === 0 ? '' : this.newline(inner, true)}` }];
    parts.forEach((part, i) => {
      if (i > 0) tasks.push({ text: simple ? ', ' : this.separator(inner) });
      tasks.push(...part);
    });
    tasks.push({ text: ')' });
    return tasks;
  }

  private newline(level: number, opening: boolean): string {
    if (this.indent === null) return opening ? '' : ' ';
    return `\n${' '.repeat(this.indent * level)}`;
  }

  private separator(level: number): string {
    return `,${this.newline(level, false)}`;
  }
}

/** `ast.dump` writes a node on one line when it has at most three simple fields. */
function hasNodes(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return true;
}

/** repr() of a constant, for tests and the parser alone. */
export function reprConstant(value: ConstantValue): string {
  switch (value.t) {
    case 'none': return 'None';
    case 'true': return 'True';
    case 'false': return 'False';
    case 'ellipsis': return 'Ellipsis';
    case 'int': return value.v.toString();
    case 'float': return reprFloat(value.v);
    case 'complex': return `${reprFloat(value.v).replace(/\.0$/, '')}j`;
    case 'str': return reprString(value.codePoints?.map((code) => String.fromCodePoint(code)) ?? value.v);
    case 'bytes': return reprBytes(value.v);
    default: return value satisfies never;
  }
}

function reprFloat(value: number): string {
  if (value === Infinity) return 'inf';
  let text = String(value);
  const exponent = /e([+-])(\d+)$/.exec(text);
  const magnitude = Math.abs(value);
  if (exponent === null && value !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
    text = value.toExponential();
  }
  text = text.replace(/e([+-])(\d)$/, 'e$10$2');
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** repr() of a text, or of its characters where UTF-16 is ambiguous. */
function reprString(text: string | readonly string[]): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === quote || character === '\\') out += `\\${character}`;
    else if (character === '\n') out += '\\n';
    else if (character === '\r') out += '\\r';
    else if (character === '\t') out += '\\t';
    else if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) out += character;
    else if (code < 0x100) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out + quote;
}

function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote || character === '\\') out += `\\${character}`;
    else if (byte === 10) out += '\\n';
    else if (byte === 13) out += '\\r';
    else if (byte === 9) out += '\\t';
    else if (byte >= 32 && byte < 127) out += character;
    else out += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return out + quote;
}
