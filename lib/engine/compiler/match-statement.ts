// Code for match (CPython 3.13 Python/compile.c, compiler_match_inner, compiler_pattern_…).
//
// While a pattern is tested the subject lies on top of the stack. Captured values are rotated below everything that later
// sub-patterns need; `stores` names them from the bottom up. A failing test jumps to the label that pops as many values
// as lie on the stack at that point: failPop[n] pops n.
import type { Match, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern, Position } from '../parser/ast.ts';
import { constantOf } from './constant-nodes.ts';
import type { Const } from './code-unit.ts';
import { NONE, constKey, constOfLiteral, intConst } from './constants.ts';
import type { CompileStop } from './compile-error.ts';
import type { Emitter } from './emitter.ts';
import { compareOp, jumpIf } from './conditions.ts';
import { expression, subscriptOp } from './expressions.ts';
import { unpackInto } from './displays.ts';
import { Label, NEXT_LOCATION, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { reprOfConst } from './reprs.ts';
import { statements } from './statements.ts';

/** The state of one case's pattern. */
interface PatternContext {
  stores: string[];
  allowIrrefutable: boolean;
  failPop: Label[];
  /** Values above the captured ones. */
  onTop: number;
}

/** `match`. */
export function matchStatement(c: Emitter, s: Match): void {
  c.unit.conditionalDepth++;
  expression(c, s.subject);
  const end = new Label();
  const last = s.cases[s.cases.length - 1];
  const hasDefault = last !== undefined && isWildcard(last.pattern) && s.cases.length > 1;
  const tested = hasDefault ? s.cases.slice(0, -1) : s.cases;
  tested.forEach((entry, i) => {
    const isLast = i === tested.length - 1;
    const { pattern, guard } = entry;
    // The subject is still needed unless this is the last try.
    if (!isLast) c.op(op.COPY, 1, pattern);
    const context: PatternContext = {
      stores: [],
      allowIrrefutable: guard !== null || i === s.cases.length - 1,
      failPop: [],
      onTop: 0,
    };
    testPattern(c, pattern, context);
    for (const name of context.stores) c.variable(name, 'Store', pattern);
    if (guard !== null) jumpIf(c, guard, failLabel(context, 0), false, pattern);
    if (!isLast) c.op(op.POP_TOP, 0, c.features.modernInstructions ? NEXT_LOCATION : pattern);
    statements(c, entry.body);
    c.jump(op.JUMP, end, NO_LOCATION);
    emitFailPops(c, context, pattern);
  });
  if (hasDefault) {
    const { pattern, guard, body } = last;
    c.op(op.NOP, 0, pattern);
    if (guard !== null) jumpIf(c, guard, end, false, pattern);
    statements(c, body);
  }
  c.use(end);
  c.unit.conditionalDepth--;
}

function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null;
}

function failLabel(context: PatternContext, pops: number): Label {
  while (context.failPop.length <= pops) context.failPop.push(new Label());
  return context.failPop[pops] ?? new Label();
}

function failUnless(c: Emitter, context: PatternContext, jump: number, at: Position): void {
  c.jump(jump, failLabel(context, context.onTop + context.stores.length), at);
}

function emitFailPops(c: Emitter, context: PatternContext, at: Position): void {
  for (let i = context.failPop.length - 1; i >= 0; i--) {
    const label = context.failPop[i];
    if (label !== undefined) c.use(label);
    if (i > 0) c.op(op.POP_TOP, 0, at);
  }
  context.failPop = [];
}

/** Moves the value on top below `count - 1` others. */
function rotate(c: Emitter, count: number, at: Position): void {
  for (let i = count; i > 1; i--) c.op(op.SWAP, i, at);
}

/** `inner`: the pattern before, where 3.11 still is when it refuses the name. */
function store(c: Emitter, name: string | null, context: PatternContext, at: Position, inner: Position = at): void {
  if (name === null) return c.op(op.POP_TOP, 0, at);
  if (context.stores.includes(name)) throw duplicateStore(c, name, c.features.oldestInstructions ? inner : at);
  rotate(c, context.onTop + context.stores.length + 1, at);
  context.stores.push(name);
}

function duplicateStore(c: Emitter, name: string, at: Position): CompileStop {
  return c.error(`multiple assignments to name '${name}' in pattern`, at);
}

function testPattern(c: Emitter, p: Pattern, context: PatternContext): void {
  c.sink();
  visit(c, p, context);
  c.rise();
}

function testSubpattern(c: Emitter, p: Pattern, context: PatternContext): void {
  const before = context.allowIrrefutable;
  context.allowIrrefutable = true;
  testPattern(c, p, context);
  context.allowIrrefutable = before;
}

function visit(c: Emitter, p: Pattern, context: PatternContext): void {
  switch (p.kind) {
    case 'MatchValue':
      if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute') throw c.error('patterns may only match literals and attribute lookups', p);
      expression(c, p.value);
      compareOp(c, 'Eq', p);
      c.toBool(p);
      return failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
    case 'MatchSingleton':
      c.loadConst(constOfLiteral(p.value), p);
      compareOp(c, 'Is', p);
      return failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
    case 'MatchSequence':
      return sequencePattern(c, p, context);
    case 'MatchMapping':
      return mappingPattern(c, p, context);
    case 'MatchClass':
      return classPattern(c, p, context);
    case 'MatchStar':
      return store(c, p.name, context, p);
    case 'MatchAs':
      if (p.pattern === null) {
        if (!context.allowIrrefutable) {
          throw c.error(
            p.name !== null
              ? `name capture '${p.name}' makes remaining patterns unreachable`
              : 'wildcard makes remaining patterns unreachable',
            p,
          );
        }
        return store(c, p.name, context, p);
      }
      context.onTop++;
      c.op(op.COPY, 1, p);
      testPattern(c, p.pattern, context);
      context.onTop--;
      return store(c, p.name, context, p, p.pattern);
    case 'MatchOr':
      return orPattern(c, p, context);
    default: {
      const unreachable: never = p;
      return unreachable;
    }
  }
}

function sequencePattern(c: Emitter, p: MatchSequence, context: PatternContext): void {
  const size = p.patterns.length;
  let star = -1;
  let onlyWildcard = true;
  let starWildcard = false;
  p.patterns.forEach((inner, i) => {
    if (inner.kind === 'MatchStar') {
      if (star >= 0) throw c.error('multiple starred names in sequence pattern', p);
      starWildcard = inner.name === null;
      onlyWildcard &&= starWildcard;
      star = i;
    } else {
      onlyWildcard &&= isWildcard(inner);
    }
  });
  context.onTop++;
  c.op(op.MATCH_SEQUENCE, 0, p);
  failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  if (star < 0 || size > 1) {
    c.op(op.GET_LEN, 0, p);
    c.loadConst(intConst(star < 0 ? size : size - 1), p);
    compareOp(c, star < 0 ? 'Eq' : 'GtE', p);
    failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  }
  context.onTop--;
  if (onlyWildcard) return c.op(op.POP_TOP, 0, p);
  if (starWildcard) return sequenceItems(c, p, star, context);
  unpackInto(c, p.patterns.map((inner) => inner.kind === 'MatchStar'), p, 'sequence pattern');
  context.onTop += size;
  for (const inner of p.patterns) {
    context.onTop--;
    testSubpattern(c, inner, context);
  }
}

/** With `*_`, only the items that matter are taken, one by one. */
function sequenceItems(c: Emitter, p: MatchSequence, star: number, context: PatternContext): void {
  const size = p.patterns.length;
  context.onTop++;
  p.patterns.forEach((inner, i) => {
    if (isWildcard(inner) || i === star) return;
    c.op(op.COPY, 1, p);
    if (i < star) {
      c.loadConst(intConst(i), p);
    } else {
      // The subject may not know negative indices.
      c.op(op.GET_LEN, 0, p);
      c.loadConst(intConst(size - i), p);
      c.op(op.BINARY_OP, op.BinaryOperator.SUBTRACT, p);
    }
    subscriptOp(c, p);
    testSubpattern(c, inner, context);
  });
  context.onTop--;
  c.op(op.POP_TOP, 0, p);
}

function mappingPattern(c: Emitter, p: MatchMapping, context: PatternContext): void {
  const size = p.keys.length;
  context.onTop++;
  c.op(op.MATCH_MAPPING, 0, p);
  failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  if (size === 0 && p.rest === null) {
    context.onTop--;
    return c.op(op.POP_TOP, 0, p);
  }
  if (size > 0) {
    c.op(op.GET_LEN, 0, p);
    c.loadConst(intConst(size), p);
    compareOp(c, 'GtE', p);
    failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  }
  mappingKeys(c, p);
  c.op(op.BUILD_TUPLE, size, p);
  c.op(op.MATCH_KEYS, 0, p);
  context.onTop += 2;
  c.op(op.COPY, 1, p);
  c.loadConst(NONE, p);
  c.op(op.IS_OP, 1, p);
  failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  c.op(op.UNPACK_SEQUENCE, size, p);
  context.onTop += size - 1;
  for (const inner of p.patterns) {
    context.onTop--;
    testSubpattern(c, inner, context);
  }
  // Left: the tuple of keys, and the subject below it.
  context.onTop -= 2;
  if (p.rest === null) {
    c.op(op.POP_TOP, 0, p);
    return c.op(op.POP_TOP, 0, p);
  }
  c.op(op.BUILD_MAP, 0, p);
  c.op(op.SWAP, 3, p);
  c.op(op.DICT_UPDATE, 2, p);
  c.op(op.UNPACK_SEQUENCE, size, p);
  for (let left = size; left > 0; left--) {
    c.op(op.COPY, 1 + left, p);
    c.op(op.SWAP, 2, p);
    c.op(op.DELETE_SUBSCR, 0, p);
  }
  store(c, p.rest, context, p);
}

function mappingKeys(c: Emitter, p: MatchMapping): void {
  const seen = new Set<string>();
  p.keys.forEach((key) => {
    if (key.kind === 'Constant') {
      const value = constantOf(key);
      const id = equalityKey(value);
      if (seen.has(id)) {
        throw c.error(`mapping pattern checks duplicate key (${reprOfConst(value)})`, p);
      }
      seen.add(id);
    } else if (key.kind !== 'Attribute') {
      throw c.error('mapping pattern keys may only match literals and attribute lookups', p);
    }
    expression(c, key);
  });
}

/** The same for numbers that are equal, of whatever type. */
function equalityKey(value: Const): string {
  switch (value.t) {
    case 'true': return 'n1';
    case 'false': return 'n0';
    case 'int': return `n${value.v}`;
    case 'float': return Number.isInteger(value.v) ? `n${BigInt(value.v)}` : `n${value.v}`;
    case 'complex': return value.im === 0 ? equalityKey({ t: 'float', v: value.re }) : `n${value.re},${value.im}`;
    default: return constKey(value);
  }
}

function classPattern(c: Emitter, p: MatchClass, context: PatternContext): void {
  const seen = new Set<string>();
  p.kwdAttrs.forEach((name, i) => {
    if (name === '__debug__') throw c.error('cannot assign to __debug__', p.kwdPatterns[i] ?? p);
    if (seen.has(name)) throw c.error(`attribute name repeated in class pattern: ${name}`, p.kwdPatterns[i] ?? p);
    seen.add(name);
  });
  expression(c, p.cls);
  c.loadNames(p.kwdAttrs, p);
  c.op(op.MATCH_CLASS, p.patterns.length, p);
  c.op(op.COPY, 1, p);
  c.loadConst(NONE, p);
  c.op(op.IS_OP, 1, p);
  // On top is now a tuple of attributes, or None.
  context.onTop++;
  failUnless(c, context, op.POP_JUMP_IF_FALSE, p);
  const inners = [...p.patterns, ...p.kwdPatterns];
  c.op(op.UNPACK_SEQUENCE, inners.length, p);
  context.onTop += inners.length - 1;
  for (const inner of inners) {
    context.onTop--;
    if (isWildcard(inner) && inner.kind === 'MatchAs' && inner.pattern === null) c.op(op.POP_TOP, 0, p);
    else testSubpattern(c, inner, context);
  }
}

function orPattern(c: Emitter, p: MatchOr, context: PatternContext): void {
  const end = new Label();
  const outer = { ...context };
  let control: string[] | null = null;
  p.patterns.forEach((alternative, i) => {
    context.stores = [];
    context.allowIrrefutable = i === p.patterns.length - 1 && outer.allowIrrefutable;
    context.failPop = [];
    context.onTop = 0;
    c.op(op.COPY, 1, alternative);
    testPattern(c, alternative, context);
    if (control === null) control = context.stores;
    else alignStores(c, control, context, p, alternative);
    c.jump(op.JUMP, end, alternative);
    emitFailPops(c, context, alternative);
  });
  Object.assign(context, outer);
  c.op(op.POP_TOP, 0, p);
  failUnless(c, context, op.JUMP, p);
  c.use(end);
  const names: readonly string[] = control ?? [];
  // Each capture moves below what later patterns need; the copy of the subject is popped last.
  const count = names.length + 1 + context.onTop + context.stores.length;
  for (const name of names) {
    rotate(c, count, p);
    if (context.stores.includes(name)) throw duplicateStore(c, name, p);
    context.stores.push(name);
  }
  c.op(op.POP_TOP, 0, p);
}

/** Puts the captures of a later alternative into the order of the first one's. */
function alignStores(
  c: Emitter, control: readonly string[], context: PatternContext, p: MatchOr, alternative: Pattern,
): void {
  const { stores } = context;
  // 3.11 is still at the alternative.
  const place = c.features.oldestInstructions ? alternative : p;
  if (stores.length !== control.length) throw c.error('alternative patterns bind different names', place);
  for (let i = control.length - 1; i >= 0; i--) {
    const at = stores.indexOf(control[i] ?? '');
    if (at < 0) throw c.error('alternative patterns bind different names', place);
    if (at === i) continue;
    const rotations = at + 1;
    const rotated = stores.splice(0, rotations);
    stores.splice(i - at, 0, ...rotated);
    for (let r = 0; r < rotations; r++) rotate(c, i + 1, alternative);
  }
}
