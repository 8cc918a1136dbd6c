// The compiler's state and its basic moves: entering and leaving code objects, emitting instructions, loading and storing
// names, warnings (CPython 3.13 Python/compile.c: compiler_enter_scope, compiler_nameop, codegen_addop_…).
import { InvariantError } from '../errors.ts';
import type { ExprContext, Position } from '../parser/ast.ts';
import { assembleUnit } from './assemble.ts';
import { KIND_FREE } from './code-unit.ts';
import type { CodeUnit, CompileWarning, Const } from './code-unit.ts';
import { CompileStop, MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import { ConstCache, NONE, strConst } from './constants.ts';
import type { CompilerFeatures } from './features.ts';
import { Instruction, Label, NO_LOCATION, functionStart } from './instructions.ts';
import { smallestTables } from './leftovers.ts';
import * as op from './opcodes.ts';
import {
  CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL, mangleIn,
} from './scope.ts';
import type { Scope } from './scope.ts';
import type { SymbolTable } from './symtable.ts';
import { Unit, numberOf } from './unit.ts';
import type { FrameBlock, UnitType } from './unit.ts';

/** Evaluation stack that one display or call may use before it is built piece by piece. */
export const STACK_USE_GUIDELINE = 30;

/** Options of one compilation. */
export interface EmitterOptions {
  readonly filename: string;
  readonly features: CompilerFeatures;
  readonly futureAnnotations: boolean;
  readonly interactive: boolean;
  /** As in CompileOptions. */
  readonly optimize: number;
  /** co_flags that `from __future__` statements ask for. */
  readonly futureFlags: number;
  /** Line of the last `from __future__` statement that stands where it must; -1: none. */
  readonly lastFutureLine: number;
}

/** One compilation in progress. */
export class Emitter {
  readonly table: SymbolTable;
  readonly options: EmitterOptions;
  readonly features: CompilerFeatures;
  readonly warnings: CompileWarning[] = [];
  readonly cache = new ConstCache();
  /** Depth of statements and expressions. */
  private depth = 0;
  /** Depth of code objects, for interactive mode. */
  nesting = 0;
  /** Units around each other, and smallest tables in their dicts, at most. */
  mostUnits = 0;
  mostNameTables = 0;
  private currentUnit: Unit | null = null;
  /** While a finally body is emitted again for an exit, its warnings were given already. */
  quiet = 0;

  constructor(table: SymbolTable, options: EmitterOptions) {
    this.table = table;
    this.options = options;
    this.features = options.features;
  }

  get unit(): Unit {
    if (this.currentUnit === null) throw new InvariantError('no code object is being compiled');
    return this.currentUnit;
  }

  // ---- code objects ------------------------------------------------------------------------------------------

  /** Starts a code object for the block of `key`. */
  enter(type: UnitType, name: string, key: object, firstlineno: number, privateName?: string): Unit {
    const scope = key instanceof Object && this.table.scopes.get(key);
    if (!scope) throw new InvariantError(`no scope for ${name}`);
    return this.enterScope(type, name, scope, firstlineno, privateName);
  }

  /** `shown` is the name as it stands in qualified names. */
  enterScope(type: UnitType, name: string, scope: Scope, firstlineno: number, privateName?: string, shown = name): Unit {
    const parent = this.currentUnit;
    const unit = new Unit({
      type, scope, name, firstlineno, parent,
      privateName: privateName ?? parent?.privateName ?? null,
      qualname: this.qualnameFor(type, name, shown),
    });
    this.currentUnit = unit;
    this.nesting++;
    const lineno = type === 'module' ? 0 : firstlineno;
    this.op(op.RESUME, op.ResumePoint.FUNC_START, { lineno, colOffset: 0, endLineno: firstlineno, endColOffset: 0 });
    return unit;
  }

  private qualnameFor(type: UnitType, name: string, shown: string): string {
    let parent = this.currentUnit;
    if (parent === null || parent.parent === null) return shown;
    if (parent.type === 'type-parameters' || parent.type === 'annotations') {
      parent = parent.parent;
      if (parent === null || parent.parent === null) return name;
    }
    if (type === 'function' || type === 'async-function' || type === 'class') {
      const mangled = mangleIn(parent.privateName, parent.scope, name);
      if (parent.scope.scope(mangled) === GLOBAL_EXPLICIT) return name;
    }
    const isFunction = parent.type === 'function' || parent.type === 'async-function' || parent.type === 'lambda';
    return isFunction ? `${parent.qualname}.<locals>.${shown}` : `${parent.qualname}.${shown}`;
  }

  /** Finishes the current code object. `addNone`: falling off its end returns None. */
  leave(addNone: boolean): CodeUnit {
    const unit = this.unit;
    if (!addNone || this.features.alwaysReturnsNone || !unit.sequence.endsIn(op.RETURN_VALUE)) {
      if (addNone) this.loadConst(NONE, NO_LOCATION);
      this.op(op.RETURN_VALUE, 0, NO_LOCATION);
    }
    const code = assembleUnit(unit, {
      features: this.features, cache: this.cache, filename: this.options.filename, futureFlags: this.options.futureFlags,
    });
    this.noteExtent();
    this.currentUnit = unit.parent;
    this.nesting--;
    return code;
  }

  /** How much there is at one time: most when a unit is finished. */
  private noteExtent(): void {
    let units = 0;
    let tables = 0;
    for (let unit = this.currentUnit; unit !== null; unit = unit.parent) {
      units++;
      tables += smallestTables([unit.names, unit.varnames, unit.cellvars, unit.freevars, unit.fastHidden]);
      // Constants are keys as well, and until one is no string their table is one of strings.
      if (unit.consts.every(({ t }) => t === 'str')) tables += smallestTables([unit.constIndex]);
    }
    this.mostUnits = Math.max(this.mostUnits, units);
    this.mostNameTables = Math.max(this.mostNameTables, tables);
  }

  /** Counts nested nodes; pair with `rise`. */
  sink(): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
  }

  rise(): void {
    this.depth--;
  }

  // ---- instructions ------------------------------------------------------------------------------------------

  op(opcode: number, arg: number, at: Position): void {
    if (this.features.oldestInstructions) {
      if (opcode === op.CALL) this.unit.sequence.add(op.PRECALL, arg, at);
      else if (opcode === op.CALL_INTRINSIC_1 || opcode === op.CALL_INTRINSIC_2) {
        this.unit.sequence.add(oldestIntrinsic(opcode, arg), 0, at);
        return;
      }
    }
    this.unit.sequence.add(opcode, arg, at);
  }

  /** An instruction whose argument is a depth in the stack, with `iterators` of those that take two slots in 3.15 above that place. */
  opBelow(opcode: number, depth: number, iterators: number, at: Position): void {
    if (!this.features.virtualIterators) return this.op(opcode, depth, at);
    this.unit.sequence.add(opcode, depth + iterators, at).executedArg = depth;
  }

  jump(opcode: number, label: Label, at: Position): void {
    const checks = opcode === op.JUMP_NO_INTERRUPT && this.features.oldInstructions;
    this.unit.sequence.add(checks ? op.JUMP : opcode, 0, at, label);
  }

  use(label: Label): void {
    this.unit.sequence.use(label);
  }

  /** Before a callable: up to 3.12 its NULL lies below it. */
  nullBelow(at: Position): void {
    if (this.features.oldInstructions) this.op(op.PUSH_NULL, 0, at);
  }

  /** Behind a callable: its NULL, in the code that is executed here too. */
  nullAbove(at: Position): void {
    if (this.features.oldInstructions) this.unit.sequence.nullsDue++;
    else this.op(op.PUSH_NULL, 0, at);
  }

  /** The value on top becomes a bool; up to 3.12 the jump or the operator behind it does that. */
  toBool(at: Position): void {
    if (!this.features.oldInstructions) this.op(op.TO_BOOL, 0, at);
  }

  /** The index of a constant in the current code object. */
  constIndex(value: Const): number {
    const { constIndex, consts } = this.unit;
    const merged = this.cache.merge(value);
    const known = constIndex.get(merged);
    if (known !== undefined) return known;
    const index = consts.length;
    consts.push(merged);
    constIndex.set(merged, index);
    return index;
  }

  loadConst(value: Const, at: Position): void {
    this.op(op.LOAD_CONST, this.constIndex(value), at);
  }

  loadStr(value: string, at: Position): void {
    this.loadConst(strConst(value), at);
  }

  loadNames(names: readonly string[], at: Position): void {
    this.loadConst({ t: 'tuple', items: names.map(strConst) }, at);
  }

  mangle(name: string): string {
    return mangleIn(this.unit.privateName, this.unit.scope, name);
  }

  /** The index of a name in co_names. */
  nameIndex(name: string): number {
    return numberOf(this.unit.names, this.mangle(name));
  }

  nameOp(opcode: number, name: string, at: Position): void {
    this.op(opcode, this.nameIndex(name), at);
  }

  loadAttr(name: string, at: Position): void {
    const index = this.nameIndex(name);
    this.op(op.LOAD_ATTR, this.features.oldestInstructions ? index : index << 1, at);
  }

  loadMethod(name: string, at: Position): void {
    const index = this.nameIndex(name);
    if (this.features.oldestInstructions) this.op(op.LOAD_METHOD, index, at);
    else this.op(op.LOAD_ATTR, (index << 1) | 1, at);
  }

  // ---- variables ---------------------------------------------------------------------------------------------

  /** Loads, stores or deletes a variable, wherever it lives. */
  variable(name: string, context: ExprContext, at: Position): void {
    const unit = this.unit;
    const mangled = this.mangle(name);
    const scope = unit.scope.scope(mangled);
    const isFunction = unit.scope.functionLike;
    if (scope === FREE) return this.derefVariable(mangled, unit.freevars, context, at);
    if (scope === CELL) return this.derefVariable(mangled, unit.cellvars, context, at);
    if (scope === LOCAL && (isFunction || unit.fastHidden.get(mangled) === true)) {
      const opcode = context === 'Load' ? op.LOAD_FAST : context === 'Store' ? op.STORE_FAST : op.DELETE_FAST;
      return this.op(opcode, numberOf(unit.varnames, mangled), at);
    }
    if (scope === GLOBAL_EXPLICIT || (scope === GLOBAL_IMPLICIT && isFunction)) {
      return this.globalVariable(mangled, scope, context, at);
    }
    const index = numberOf(unit.names, mangled);
    if (context === 'Store') return this.op(op.STORE_NAME, index, at);
    if (context === 'Del') return this.op(op.DELETE_NAME, index, at);
    // A comprehension that was inlined into a class does not see the class's names.
    if (unit.inlinedComprehensions > 0 && unit.scope.type === 'class') return this.op(op.LOAD_GLOBAL, index << 1, at);
    this.op(op.LOAD_NAME, index, at);
  }

  private derefVariable(mangled: string, table: Map<string, number>, context: ExprContext, at: Position): void {
    const unit = this.unit;
    const index = table.get(mangled);
    if (index === undefined) throw new InvariantError(`no cell for ${mangled}`);
    if (context === 'Store') return this.op(op.STORE_DEREF, index, at);
    if (context === 'Del') return this.op(op.DELETE_DEREF, index, at);
    if (unit.scope.type === 'class' && unit.inlinedComprehensions === 0) {
      if (this.features.oldestInstructions) return this.op(op.LOAD_CLASSDEREF, index, at);
      this.op(op.LOAD_LOCALS, 0, at);
      return this.op(op.LOAD_FROM_DICT_OR_DEREF, index, at);
    }
    if (unit.scope.canSeeClassScope) {
      this.loadClassDict(at);
      return this.op(op.LOAD_FROM_DICT_OR_DEREF, index, at);
    }
    this.op(op.LOAD_DEREF, index, at);
  }

  private globalVariable(mangled: string, scope: number, context: ExprContext, at: Position): void {
    const unit = this.unit;
    const fromClass = context === 'Load' && unit.scope.canSeeClassScope && scope === GLOBAL_IMPLICIT;
    if (fromClass) this.loadClassDict(at);
    const index = numberOf(unit.names, mangled);
    if (fromClass) return this.op(op.LOAD_FROM_DICT_OR_GLOBALS, index, at);
    if (context === 'Load') return this.op(op.LOAD_GLOBAL, index << 1, at);
    this.op(context === 'Store' ? op.STORE_GLOBAL : op.DELETE_GLOBAL, index, at);
  }

  private loadClassDict(at: Position): void {
    this.op(op.LOAD_DEREF, this.unit.freevars.get('__classdict__') ?? 0, at);
  }

  /** LOAD_CLOSURE of a cell or free variable of the current code object. */
  loadClosure(name: string, at: Position, code?: CodeUnit): void {
    const { cellvars, freevars, scope, type } = this.unit;
    const implicit = type === 'class' && name.startsWith('__') && cellvars.has(name) &&
      (name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__');
    const isCell = implicit || scope.scope(name) === CELL || (scope.scope(name) !== FREE && cellvars.has(name));
    const index = (isCell ? cellvars : freevars).get(name);
    if (index === undefined && code !== undefined && name === '__class__') throw this.noClassCell(code);
    if (index === undefined) throw new InvariantError(`no cell for the free variable ${name}`);
    this.op(op.LOAD_CLOSURE, index, at);
  }

  /** What CPython's compiler says where a comprehension in a class body hides the class's cell from a function inside. */
  private noClassCell(code: CodeUnit): CompileStop {
    const names = freeNames(code).map((free) => `'${free}'`);
    const shown = `(${names.join(', ')}${names.length === 1 ? ',' : ''})`;
    return new CompileStop(`compiler_lookup_arg(name='__class__') with reftype=5 failed in ${this.unit.name}; freevars of code ${code.name}: ${shown}`, null, 'SystemError');
  }

  /** Makes a function of `code`, whose defaults etc. named by `flags` are on the stack. */
  makeClosure(code: CodeUnit, flags: number, at: Position): void {
    const free = freeNames(code);
    let attributes = flags;
    if (free.length > 0) {
      for (const name of free) this.loadClosure(name, at, code);
      this.op(op.BUILD_TUPLE, free.length, at);
      attributes |= op.FunctionAttribute.CLOSURE;
    }
    this.loadConst({ t: 'code', unit: code }, at);
    if (this.features.oldInstructions) return this.op(op.MAKE_FUNCTION, attributes, at);
    this.op(op.MAKE_FUNCTION, 0, at);
    const { CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS } = op.FunctionAttribute;
    for (const attribute of [CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS]) {
      if (attributes & attribute) this.op(op.SET_FUNCTION_ATTRIBUTE, attribute, at);
    }
  }

  // ---- generators --------------------------------------------------------------------------------------------

  /** `yield`: the value is on the stack. */
  yieldValue(at: Position): void {
    const { generator, coroutine } = this.unit.scope;
    if (generator && coroutine) this.op(op.CALL_INTRINSIC_1, op.Intrinsic1.ASYNC_GEN_WRAP, at);
    this.op(op.YIELD_VALUE, 0, at);
    this.op(op.RESUME, op.ResumePoint.AFTER_YIELD, at);
  }

  /** Delegates to the iterator below the value on the stack until it ends. Answers where it sends. */
  yieldFrom(isAwait: boolean, at: Position): Label {
    const send = new Label();
    const fail = new Label();
    const exit = new Label();
    this.use(send);
    this.jump(op.SEND, exit, at);
    if (this.features.oldestInstructions) {
      this.oldestYieldFrom(isAwait, { send, exit }, at);
      return send;
    }
    // A StopIteration raised by close() or throw() ends the delegation too.
    this.jump(op.SETUP_FINALLY, fail, at);
    this.op(op.YIELD_VALUE, 1, at);
    this.op(op.POP_BLOCK, 0, NO_LOCATION);
    this.op(op.RESUME, isAwait ? op.ResumePoint.AFTER_AWAIT : op.ResumePoint.AFTER_YIELD_FROM, at);
    this.unit.sequence.add(op.JUMP_NO_INTERRUPT, 0, at, send);
    this.use(fail);
    this.op(op.CLEANUP_THROW, 0, at);
    this.use(exit);
    this.op(op.END_SEND, 0, at);
    return send;
  }

  /** 3.15: the second slot of an iterator that no GET_ITER made. */
  iteratorIndex(at: Position): void {
    if (this.features.virtualIterators) this.op(op.PUSH_NULL, op.ITERATOR_INDEX, at);
  }

  /** Pops what a loop runs over, below a value that stays if it `keepsValue`. */
  popIterator(keepsValue: boolean, at: Position): void {
    const { virtualIterators } = this.features;
    if (keepsValue) this.opBelow(op.SWAP, 2, 1, at);
    else if (virtualIterators) this.op(op.POP_TOP, op.ITERATOR_INDEX, at);
    this.op(op.POP_TOP, 0, at);
    if (keepsValue && virtualIterators) this.op(op.POP_TOP, op.ITERATOR_INDEX, at);
  }

  /** 3.11: SEND drops the iterator when it ends. */
  private oldestYieldFrom(isAwait: boolean, { send, exit }: { send: Label; exit: Label }, at: Position): void {
    this.op(op.YIELD_VALUE, 0, at);
    this.op(op.RESUME, isAwait ? op.ResumePoint.AFTER_AWAIT : op.ResumePoint.AFTER_YIELD_FROM, at);
    this.unit.sequence.add(op.JUMP_NO_INTERRUPT, 0, at, send);
    this.use(exit);
  }

  /** Awaits the awaitable that GET_AWAITABLE (`where`: 0 await, 1 `__aenter__`, 2 `__aexit__`) turns into an iterator. */
  awaitValue(where: number, at: Position): void {
    this.op(op.GET_AWAITABLE, where, at);
    this.iteratorIndex(at);
    this.loadConst(NONE, at);
    this.yieldFrom(true, at);
  }

  /** The end of an `async for`; from 3.14 on it names the SEND of its loop, which monitoring looks for. */
  endAsyncFor(send: Label, at: Position): void {
    if (this.features.modernInstructions) this.jump(op.END_ASYNC_FOR, send, at);
    else this.op(op.END_ASYNC_FOR, 0, at);
  }

  /** A StopIteration that leaves a generator becomes RuntimeError. */
  wrapInStopIterationHandler(): void {
    const handler = new Label();
    const { sequence } = this.unit;
    sequence.insertAt(functionStart(sequence.instructions), [new Instruction(op.SETUP_CLEANUP, 0, NO_LOCATION, handler)]);
    this.loadConst(NONE, NO_LOCATION);
    this.op(op.RETURN_VALUE, 0, NO_LOCATION);
    this.use(handler);
    this.op(op.CALL_INTRINSIC_1, op.Intrinsic1.STOPITERATION_ERROR, NO_LOCATION);
    this.op(op.RERAISE, 1, NO_LOCATION);
  }

  // ---- blocks of try, with and loops ---------------------------------------------------------------------------

  pushBlock(block: Partial<FrameBlock> & Pick<FrameBlock, 'type' | 'at'>): void {
    const blocks = this.unit.frameBlocks;
    if (blocks.length >= this.features.maxFrameBlocks) throw new CompileStop('too many statically nested blocks', block.at);
    blocks.push({ start: null, exit: null, finalBody: null, handlerName: null, ...block });
  }

  popBlock(): void {
    this.unit.frameBlocks.pop();
  }

  // ---- trouble -----------------------------------------------------------------------------------------------

  error(msg: string, at: Position): CompileStop {
    return new CompileStop(msg, at);
  }

  warn(message: string, at: Position): void {
    if (this.quiet > 0) return;
    const { lineno, colOffset, endLineno, endColOffset } = at;
    this.warnings.push({ category: 'SyntaxWarning', message, lineno, colOffset, endLineno, endColOffset });
  }
}

/** 3.11's instruction for what is an intrinsic later. */
function oldestIntrinsic(opcode: number, arg: number): number {
  if (opcode === op.CALL_INTRINSIC_2) return op.PREP_RERAISE_STAR;
  switch (arg) {
    case op.Intrinsic1.PRINT:
      return op.PRINT_EXPR;
    case op.Intrinsic1.IMPORT_STAR:
      return op.IMPORT_STAR;
    case op.Intrinsic1.ASYNC_GEN_WRAP:
      return op.ASYNC_GEN_WRAP;
    case op.Intrinsic1.UNARY_POSITIVE:
      return op.UNARY_POSITIVE;
    default:
      return op.LIST_TO_TUPLE;
  }
}

/** Names of the free variables of a code object. */
function freeNames(code: CodeUnit): string[] {
  return code.localsplusnames.filter((_, i) => ((code.localspluskinds[i] ?? 0) & KIND_FREE) !== 0);
}
