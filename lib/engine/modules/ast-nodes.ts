// Trees as Python objects: the base type of the node classes, and conversion both ways (CPython 3.13 Python/Python-ast.c ast2obj_* and obj2ast_*,
// Python/ast.c _PyAST_Validate). The classes themselves are Python source (modules/py/ast-classes.py.ts).
import type { Machine } from '../machine.ts';
import { PyRaise } from '../errors.ts';
import { compileParsed } from '../compiler/index.ts';
import type { ConstantValue, Expression, Interactive, Module } from '../parser/ast.ts';
import { NODE_FIELDS } from '../parser/dump.ts';
import { PARSER_FEATURES, parse } from '../parser/index.ts';
import { lookupAttr, reprText, setAttr } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { isBytes, bytesValue, newBytes } from '../objects/bytes.ts';
import { call } from '../objects/call.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newCode } from '../objects/code.ts';
import { newComplex } from '../objects/complex.ts';
import { newFloat } from '../objects/float.ts';
import { genericAlloc, genericGetDict, genericSetDict } from '../objects/instance.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { isList, listItems, newList } from '../objects/list.ts';
import { moduleDict, newNativeModule } from '../objects/module.ts';
import { intern, internText } from '../objects/names.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { raise, typeError, valueError } from '../objects/raise.ts';
import { isStr, newStr, newStrFromCodePoints, strValue } from '../objects/str.ts';
import { isTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, type TypeSpec, TypeFlag, isSubtype } from '../objects/type.ts';
import { syntaxError, warningAsRaise } from '../vm/compile.ts';


/** Calls a function of the Python half (modules/py/ast-classes.py.ts). */
function callClasses(m: Machine, name: string, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject {
  return withClasses(m, (module) => call(m, dictGetStr(m, moduleDict(module), name) as PyObject, args, kwnames));
}

/** ast.AST; what its constructor and its repr do is Python source. */
const baseType: TypeSpec = {
  name: 'ast.AST',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  hasDict: true,
  slots: {
    tp_new: (m, type) => genericAlloc(m, type, null),
    tp_init: (m, self, args, kwnames) => decref(m, callClasses(m, '_init', [self, ...args], kwnames)),
    tp_repr: (m, self) => callClasses(m, '_repr', [self]),
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      if (self.attrs !== null && self.attrs.dict !== null) {
        const { dict } = self.attrs;
        self.attrs.dict = null;
        decref(m, dict);
      }
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
    },
  },
  methods: [
    { name: '__reduce__', kind: 'noargs', fn: (m, self) => callClasses(m, '_reduce', [self]) },
    { name: '__replace__', kind: 'fastkw', fn: (m, self, args, kwnames) => callClasses(m, '_replace', [self, ...args], kwnames) },
  ],
  getset: [{ name: '__dict__', get: genericGetDict, set: genericSetDict }],
  attributes: (m) => ['_fields', '_attributes', '__match_args__'].map((name) => [name, incref(m.emptyTuple)] as const),
};

/** Nested nodes at most, as CPython's recursion check allows about. */
const MAX_DEPTH = 1500;
const POSITIONS = [['lineno', 'lineno'], ['colOffset', 'col_offset'], ['endLineno', 'end_lineno'], ['endColOffset', 'end_col_offset']] as const;

type Plain = Record<string, unknown>;

// --- to Python --------------------------------------------------------------------------------------------------------------------------

class ToPython {
  private readonly m: Machine;
  private readonly classes: PyObject;
  private readonly singletons: PyObject;
  private depth = 0;

  constructor(m: Machine, module: PyObject) {
    this.m = m;
    this.classes = moduleDict(module);
    this.singletons = dictGetStr(m, this.classes, '_singletons') as PyObject;
  }

  node(node: Plain): PyObject {
    const { m } = this;
    if (++this.depth > MAX_DEPTH) throw raise(m, m.types.RecursionError, 'maximum recursion depth exceeded during ast construction');
    m.chargeWork(16);
    const kind = String(node['kind']);
    const o = genericAlloc(m, dictGetStr(m, this.classes, kind) as PyType, null);
    for (const [name, spec, asdl] of NODE_FIELDS[kind] ?? []) {
      if ((spec === 'lazy' && !m.profile.astLazyImports) || (name === 'typeParams' && !m.profile.typeParams) || (name === 'defaultValue' && !m.profile.astTypeDefaults)) continue;
      this.put(o, asdl ?? name, this.value(node[name], spec));
    }
    if ('colOffset' in node) for (const [name, asdl] of POSITIONS) this.put(o, asdl, newInt(m, Number(node[name])));
    this.depth--;
    return o;
  }

  private put(o: PyObject, name: string, value: PyObject): void {
    setAttr(this.m, o, intern(this.m, name), value);
    decref(this.m, value);
  }

  private value(value: unknown, spec: string): PyObject {
    const { m } = this;
    if (value === null || value === undefined) return incref(m.None);
    if (Array.isArray(value)) return newList(m, value.map((item) => this.value(item, spec === 'ops' ? 'op' : 's')));
    if (typeof value === 'string') return spec === 'op' ? incref(dictGetStr(m, this.singletons, value) ?? m.None) : internText(m, value);
    if (typeof value === 'number') return newInt(m, value);
    return spec === 'c' ? constantObject(m, value as ConstantValue) : this.node(value as Plain);
  }
}

function constantObject(m: Machine, value: ConstantValue): PyObject {
  switch (value.t) {
    case 'none': return incref(m.None);
    case 'true': return incref(m.True);
    case 'false': return incref(m.False);
    case 'ellipsis': return incref(m.Ellipsis);
    case 'int': return newInt(m, value.v);
    case 'float': return newFloat(m, value.v);
    case 'complex': return newComplex(m, 0, value.v);
    case 'str': return value.codePoints === undefined ? newStr(m, value.v) : newStrFromCodePoints(m, [...value.codePoints]);
    case 'bytes': return newBytes(m, value.v);
    default: return value satisfies never;
  }
}

// --- from Python ------------------------------------------------------------------------------------------------------------------------

/** What a field of a node must be: the name of an ASDL type. */
function wanted(kind: string, field: string): string {
  switch (field) {
    case 'body': return kind === 'Expression' || kind === 'Lambda' || kind === 'IfExp' ? 'expr' : 'stmt';
    case 'orelse': return kind === 'IfExp' ? 'expr' : 'stmt';
    case 'finalbody': return 'stmt';
    case 'handlers': return 'excepthandler';
    case 'args': return kind === 'Call' ? 'expr' : kind === 'arguments' ? 'arg' : 'arguments';
    case 'posonlyargs': case 'kwonlyargs': case 'vararg': case 'kwarg': return 'arg';
    case 'typeParams': return 'type_param';
    case 'names': return kind === 'Global' || kind === 'Nonlocal' ? 'identifier' : 'alias';
    case 'kwdAttrs': return 'identifier';
    case 'items': return 'withitem';
    case 'cases': return 'match_case';
    case 'pattern': case 'patterns': case 'kwdPatterns': return 'pattern';
    case 'generators': return 'comprehension';
    case 'keywords': return 'keyword';
    case 'typeIgnores': return 'type_ignore';
    case 'op': return kind === 'BoolOp' ? 'boolop' : kind === 'UnaryOp' ? 'unaryop' : 'operator';
    case 'ops': return 'cmpop';
    case 'ctx': return 'expr_context';
    default: return 'expr';
  }
}

const CATEGORIES = ['stmt', 'expr', 'excepthandler', 'pattern', 'type_param'] as const;
/** Of other nodes: they are their own category. */
const NULLABLE_ITEMS: ReadonlySet<string> = new Set(['Dict.keys', 'arguments.kwDefaults']);

class FromPython {
  private readonly m: Machine;
  private readonly classes: PyObject;
  private depth = 0;

  constructor(m: Machine, module: PyObject) {
    this.m = m;
    this.classes = moduleDict(module);
  }

  node(o: PyObject, want: string): Plain {
    const { m } = this;
    const kind = this.kindOf(o);
    if (kind === null || !this.isA(o, want)) throw typeError(m, `expected some sort of ${want}, but got ${reprText(m, o)}`);
    if (++this.depth > MAX_DEPTH) throw raise(m, m.types.RecursionError, 'maximum recursion depth exceeded during compilation');
    m.chargeWork(16);
    const node: Plain = { kind };
    for (const [name, spec, asdl] of NODE_FIELDS[kind] ?? []) node[name] = this.field(o, kind, name, spec, asdl ?? name);
    const category = CATEGORIES.find((name) => this.isA(o, name)) ?? (kind === 'arg' || kind === 'keyword' || kind === 'alias' ? kind : null);
    if (category !== null) this.positions(node, o, category);
    this.depth--;
    return node;
  }

  private kindOf(o: PyObject): string | null {
    for (const type of o.ob_type.tp_mro) {
      if (NODE_FIELDS[type.tp_name] !== undefined && dictGetStr(this.m, this.classes, type.tp_name) === type) return type.tp_name;
    }
    return null;
  }

  private isA(o: PyObject, name: string): boolean {
    const type = dictGetStr(this.m, this.classes, name);
    return type instanceof PyType && isSubtype(o.ob_type, type);
  }

  private attribute(o: PyObject, name: string): PyObject | null {
    return lookupAttr(this.m, o, intern(this.m, name));
  }

  private positions(node: Plain, o: PyObject, category: string): void {
    for (const [name, asdl] of POSITIONS) {
      const value = this.attribute(o, asdl);
      const isEnd = name === 'endLineno' || name === 'endColOffset';
      if (value === null && !isEnd) throw typeError(this.m, `required field "${asdl}" missing from ${category}`);
      node[name] = value === null || value === this.m.None ? node[name === 'endLineno' ? 'lineno' : 'colOffset'] : this.integer(value);
      if (value !== null) decref(this.m, value);
    }
  }

  private integer(value: PyObject): number {
    if (!isInt(value)) throw valueError(this.m, `invalid integer value: ${reprText(this.m, value)}`);
    return Number(intValue(value));
  }

  private field(o: PyObject, kind: string, name: string, spec: string, asdl: string): unknown {
    const { m } = this;
    const value = this.attribute(o, asdl);
    try {
      const isList = spec === '*' || spec === 'ops';
      if (value === null || value === m.None) {
        if (isList && value === null) return [];
        if (spec.startsWith('?')) return null;
        if (spec === 'lazy' || name === 'level' || name === 'isAsync') return 0;
        if (spec === 'c' && value !== null) return { t: 'none' };
        if (value === null) throw typeError(m, `required field "${asdl}" missing from ${kind}`);
        if (!isList) throw valueError(m, `field '${asdl}' is required for ${kind}`);
      }
      return isList ? this.list(value, kind, name, asdl) : this.single(value, kind, name, spec);
    } finally {
      if (value !== null) decref(m, value);
    }
  }

  private list(value: PyObject, kind: string, name: string, asdl: string): unknown[] {
    const { m } = this;
    if (!isList(value)) throw typeError(m, `${kind} field "${asdl}" must be a list, not a ${value.ob_type.tp_name}`);
    const want = wanted(kind, name);
    return listItems(value).map((item) => {
      if (item === m.None && NULLABLE_ITEMS.has(`${kind}.${name}`)) return null;
      if (item === m.None && want !== 'identifier') throw valueError(m, `None disallowed in ${want === 'stmt' ? 'statement' : 'expression'} list`);
      return want === 'identifier' ? this.identifier(item) : want === 'cmpop' ? this.operator(item, want) : this.node(item, want);
    });
  }

  private single(value: PyObject, kind: string, name: string, spec: string): unknown {
    const { m } = this;
    switch (spec) {
      case 's': case '?s': return this.identifier(value);
      case 'n': case 'lazy': return this.integer(value);
      case 'op': return this.operator(value, wanted(kind, name));
      case 'c': return constantValue(m, value);
      default:
        if (spec === '?' && isStr(value)) return strValue(value);
        return this.node(value, wanted(kind, name));
    }
  }

  private operator(value: PyObject, want: string): string {
    if (!this.isA(value, want)) throw typeError(this.m, `expected some sort of ${want}, but got ${reprText(this.m, value)}`);
    return value.ob_type.tp_name;
  }

  private identifier(value: PyObject): string {
    if (!isStr(value)) throw typeError(this.m, 'AST identifier must be of type str');
    const text = strValue(value);
    if (text === 'None' || text === 'True' || text === 'False') throw valueError(this.m, `identifier field can't represent '${text}' constant`);
    return text;
  }
}

function constantValue(m: Machine, o: PyObject): ConstantValue {
  if (o === m.None) return { t: 'none' };
  if (o === m.True) return { t: 'true' };
  if (o === m.False) return { t: 'false' };
  if (o === m.Ellipsis) return { t: 'ellipsis' };
  if (o.ob_type === m.types.int && isInt(o)) return { t: 'int', v: BigInt(intValue(o)) };
  if (o.ob_type === m.types.float) return { t: 'float', v: o.data as number };
  if (o.ob_type === m.types.str && isStr(o)) return { t: 'str', v: strValue(o) };
  if (o.ob_type === m.types.bytes && isBytes(o)) return { t: 'bytes', v: bytesValue(o) };
  if (o.ob_type === m.types.complex) {
    const { re, im } = o.data as { re: number; im: number };
    if (re === 0) return { t: 'complex', v: im };
  }
  if (isTuple(o) && tupleItems(o).length >= 0) throw valueError(m, 'a tuple as the value of a Constant is not simulated');
  throw typeError(m, `got an invalid type in Constant: ${o.ob_type.tp_name}`);
}

// --- validation -------------------------------------------------------------------------------------------------------------------------

const TARGETS: Readonly<Record<string, string>> = {
  'Assign.targets': 'Store', 'AugAssign.target': 'Store', 'AnnAssign.target': 'Store', 'For.target': 'Store', 'AsyncFor.target': 'Store',
  'comprehension.target': 'Store', 'withitem.optionalVars': 'Store', 'NamedExpr.target': 'Store', 'TypeAlias.name': 'Store', 'Delete.targets': 'Del',
};
const INHERITING: ReadonlySet<string> = new Set(['Tuple.elts', 'List.elts', 'Starred.value']);
const NOT_EMPTY: readonly string[] = [
  'FunctionDef.body', 'AsyncFunctionDef.body', 'ClassDef.body', 'For.body', 'AsyncFor.body', 'While.body', 'If.body', 'With.body', 'AsyncWith.body', 'With.items',
  'AsyncWith.items', 'Try.body', 'TryStar.body', 'ExceptHandler.body', 'match_case.body', 'Match.cases', 'Assign.targets', 'Delete.targets', 'Import.names',
  'ImportFrom.names', 'Global.names', 'Nonlocal.names',
];

/** The checks that the compiler relies on. */
function validate(m: Machine, node: Plain, context: string): void {
  const kind = String(node['kind']);
  const own = node['ctx'];
  if (typeof own === 'string' && own !== context) throw valueError(m, `expression must have ${context} context but has ${own} instead`);
  for (const [name, , asdl] of NODE_FIELDS[kind] ?? []) {
    const value = node[name];
    const path = `${kind}.${name}`;
    if (Array.isArray(value) && value.length === 0 && NOT_EMPTY.includes(path)) throw valueError(m, `empty ${asdl ?? name} on ${kind}`);
    const inner = TARGETS[path] ?? (INHERITING.has(path) ? context : 'Load');
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'kind' in child) validate(m, child as Plain, inner);
    }
  }
  validateCounts(m, kind, node);
}

function validateCounts(m: Machine, kind: string, node: Plain): void {
  const count = (name: string): number => (node[name] as readonly unknown[]).length;
  switch (kind) {
    case 'BoolOp':
      if (count('values') < 2) throw valueError(m, 'BoolOp with less than 2 values');
      return;
    case 'Compare':
      if (count('comparators') === 0) throw valueError(m, 'Compare has no comparators');
      if (count('comparators') !== count('ops')) throw valueError(m, 'Compare has a different number of comparators and operands');
      return;
    case 'Dict':
      if (count('keys') !== count('values')) throw valueError(m, "Dict doesn't have the same number of keys as values");
      return;
    case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp':
      if (count('generators') === 0) throw valueError(m, 'comprehension with no generators');
      return;
    case 'Try': case 'TryStar':
      if (count('handlers') === 0 && count('finalbody') === 0) throw valueError(m, `${kind} has neither handlers nor finalbody`);
      if (count('handlers') === 0 && count('orelse') > 0) throw valueError(m, `${kind} has orelse but no except handlers`);
      return;
    case 'arguments':
      if (count('posonlyargs') + count('args') < count('defaults')) throw valueError(m, 'more positional defaults than args on arguments');
      if (count('kwonlyargs') !== count('kwDefaults')) throw valueError(m, 'length of kwonlyargs is not the same as kw_defaults on arguments');
      return;
    default:
  }
}

// --- the module -------------------------------------------------------------------------------------------------------------------------

const MODE_KINDS = { exec: 'Module', eval: 'Expression', single: 'Interactive' } as const;
type Mode = keyof typeof MODE_KINDS;

/** The tree of a source text. */
export function parseToObject(m: Machine, source: string, filename: string, mode: Mode): PyObject {
  const result = parse(source, { filename, mode, features: PARSER_FEATURES[m.profile.python], maxIntDigits: m.intMaxStrDigits });
  for (const warning of result.warnings) warningAsRaise(m, { ...warning, ...warning.at, message: warning.msg, inLiteral: true }, filename, source);
  if (!result.ok) throw syntaxError(m, result.error, filename);
  return withClasses(m, (module) => new ToPython(m, module).node(result.module as unknown as Plain));
}

/** compile() of a tree. */
export function compileObject(m: Machine, tree: PyObject, filename: string, mode: Mode, flags: number): PyObject {
  const want = MODE_KINDS[mode];
  const node = withClasses(m, (module) => {
    const type = dictGetStr(m, moduleDict(module), want);
    if (!(type instanceof PyType) || !isSubtype(tree.ob_type, type)) throw typeError(m, `expected ${want} node, got ${tree.ob_type.tp_name}`);
    return new FromPython(m, module).node(tree, 'mod');
  });
  validate(m, node, 'Load');
  const result = compileParsed(node as unknown as Module | Expression | Interactive, { filename, mode, version: m.profile.python, inheritedFlags: flags });
  for (const warning of result.warnings) warningAsRaise(m, warning, filename);
  if (!result.ok) throw syntaxError(m, result.error, filename);
  return newCode(m, result.unit, null);
}

/** Whether an object is a node: compile() takes it as a tree then. */
export function isNode(m: Machine, o: PyObject): boolean {
  return isSubtype(o.ob_type, lazyType(m, baseType));
}

function withClasses<T>(m: Machine, work: (module: PyObject) => T): T {
  const module = m.vm.importModule('_ast');
  try {
    return work(module);
  } catch (error) {
    if (error instanceof RangeError) throw new PyRaise(raise(m, m.types.RecursionError, 'maximum recursion depth exceeded during ast construction').exc);
    throw error;
  } finally {
    decref(m, module);
  }
}

/** Makes the native half of `_ast`: the base of all nodes. */
export function astNodesModule(m: Machine): PyObject {
  return newNativeModule(m, { name: '_ast_nodes', attributes: () => [['AST', incref(lazyType(m, baseType))]] });
}
