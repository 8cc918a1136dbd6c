// What differs between the versions' compilers, where no interpreter was at hand to record from: figures of the memory
// model's fact files, and the shape of 3.14's code.
import { describe, expect, it } from 'vitest';
import { compile } from '../../../lib/engine/compiler/index.ts';
import type { CodeUnit, CompilerVersion } from '../../../lib/engine/compiler/index.ts';
import { opcodeInfo } from '../../../lib/engine/compiler/opcodes.ts';

function unitOf(source: string, version: CompilerVersion): CodeUnit {
  const result = compile(source, { filename: 'prog.py', version });
  if (!result.ok) throw new Error(result.error.msg);
  return result.unit;
}

function innerUnit(source: string, version: CompilerVersion): CodeUnit {
  const inner = unitOf(source, version).consts.find((value) => value.t === 'code');
  if (inner?.t !== 'code') throw new Error('no inner code');
  return inner.unit;
}

function opcodes(unit: CodeUnit): string[] {
  return Array.from(unit.ops, (code) => opcodeInfo(code).name);
}

describe('compiler: co_stacksize of generators, by version', () => {
  const versions = ['3.11', '3.12', '3.13', '3.14', '3.15'] as const;
  const cases: [string, number[]][] = [
    ['def g(a):\n  yield 1', [1, 2, 2, 2, 2]],
    ['g = (x for x in [])', [2, 2, 2, 2, 4]],
    ['g = (x for x in [] if x)', [2, 2, 2, 2, 4]],
    ['g = ((x, y) for x in [] for y in [])', [4, 4, 4, 4, 6]],
    ['g = (x+1 for x in range(3))', [3, 3, 3, 3, 4]],
    ['async def f(): await x', [2, 3, 3, 3, 4]],
  ];
  for (const [source, sizes] of cases) {
    versions.forEach((version, i) => {
      it(`${version}: ${source}`, () => expect(innerUnit(source, version).stacksize).toBe(sizes[i]));
    });
  }
});

describe('compiler: 3.14', () => {
  it('borrows a local that outlives its value', () => {
    expect(opcodes(innerUnit('def f(a, b): return g(a, b)', '3.14'))).toContain('LOAD_FAST_BORROW_LOAD_FAST_BORROW');
  });
  it('does not borrow what is stored into another local', () => {
    expect(opcodes(innerUnit('def f(a):\n  b = a\n  return b', '3.14'))).toEqual(
      ['RESUME', 'LOAD_FAST', 'STORE_FAST', 'LOAD_FAST_BORROW', 'RETURN_VALUE']);
  });
  it('folds subscripts and slices of constants', () => {
    expect(unitOf("x = 'hello'[0:4]", '3.14').consts).toContainEqual({ t: 'str', v: 'hell', madeBy: 'compiler' });
  });
  it('computes annotations in a function of their own', () => {
    const names = unitOf('x: int = 1', '3.14').names;
    expect(names).toContain('__annotate__');
    expect(names).not.toContain('__annotations__');
  });
  it('warns about leaving a finally block', () => {
    const result = compile('def f():\n  try: pass\n  finally: return 1', { filename: 'prog.py', version: '3.14' });
    expect(result.warnings.map((warning) => warning.message)).toEqual(["'return' in a 'finally' block"]);
  });
});

describe('compiler: comprehensions', () => {
  it('3.11: a list comprehension is a function', () => {
    expect(innerUnit('def f(y): return [x for x in y]', '3.11').consts.some((value) => value.t === 'code')).toBe(true);
  });
  it('3.12: it is not', () => {
    expect(innerUnit('def f(y): return [x for x in y]', '3.12').consts.some((value) => value.t === 'code')).toBe(false);
  });
});

describe('compiler: deep trees', () => {
  it('long chains of one operator are no deep trees', () => {
    expect(compile(`a${' + a'.repeat(20_000)}`, { filename: 'prog.py' }).ok).toBe(true);
    expect(compile(`if a: pass\n${'elif b: pass\n'.repeat(1500)}`, { filename: 'prog.py' }).ok).toBe(true);
  });
  it('deeper ones are refused, not overflowed', () => {
    for (const source of [`a${'.b'.repeat(5000)}`, `f${'()'.repeat(5000)}`, `${'-'.repeat(2500)}a`]) {
      const result = compile(source, { filename: 'prog.py' });
      expect(result.ok ? null : result.error.msg).toMatch(/recursion depth|too complex/);
    }
  });
});
