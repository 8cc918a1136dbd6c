// Programs and what real CPython compiles them to: dis text, and a hash of everything in their code objects (3.13), or of
// what Python code can see of them (3.11, 3.12); wrong programs and the real errors and warnings.
// Recorded with 3.11.7, 3.12.1 and 3.13.0; `__static_attributes__` compared as sorted, as since 3.13.1.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../lib/engine/compiler/index.ts';
import type { CodeUnit, CompilerVersion } from '../../../lib/engine/compiler/index.ts';
import { codeBytes, encodedOf } from '../../../lib/engine/compiler/code-bytes.ts';
import { run } from '../vm/running.ts';
import { canonical, fnv, visible } from './canonical.ts';

/** `encoded`: hashes of co_code and co_exceptiontable, and of co_linetable (not where 3.12's places moved after the version at hand). */
interface Program { source: string; hashes: Record<string, number>; encoded: Record<string, [code: number, lines?: number]> }
interface Listing { source: string; text: string }
interface Wrong { source: string; error: unknown[] | null; warnings: [string, string, number][] }

function recorded<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T[];
}

function compiled(source: string, version: CompilerVersion): CodeUnit {
  const result = compile(source, { filename: 'prog.py', version });
  if (!result.ok) throw new Error(result.error.msg);
  return result.unit;
}

function title(source: string): string {
  return source.slice(0, 60).replaceAll('\n', ' ⏎ ');
}

describe('compiler: code objects are those of CPython', () => {
  for (const { source, hashes } of recorded<Program>('programs.json')) {
    for (const [version, hash] of Object.entries(hashes)) {
      it(`${version}: ${title(source)}`, () => {
        const unit = compiled(source, version as CompilerVersion);
        expect(fnv(version === '3.13' ? canonical(unit) : visible(unit))).toBe(hash);
      });
    }
  }
});

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nested(unit: CodeUnit): CodeUnit[] {
  return [unit, ...unit.consts.flatMap((value) => (value.t === 'code' ? nested(value.unit) : []))];
}

describe('compiler: code is written as each version writes it', () => {
  for (const { source, encoded } of recorded<Program>('programs.json')) {
    for (const [version, [code, lines]] of Object.entries(encoded)) {
      it(`${version}: ${title(source)}`, () => {
        const units = nested(compiled(source, version as CompilerVersion));
        expect(fnv(units.map((unit) => `${hexOf(codeBytes(unit))}/${hexOf(encodedOf(unit).exceptionTable)}`).join(';'))).toBe(code);
        if (lines !== undefined) expect(fnv(units.map((unit) => hexOf(encodedOf(unit).lineTable)).join(';'))).toBe(lines);
      });
    }
  }
});

/** What `dis.dis` of a program prints, code objects without their addresses. */
function listing(source: string, python: CompilerVersion): string {
  const program = `import dis\ndis.dis(compile(${JSON.stringify(source)}, 'prog.py', 'exec'))`;
  return run(program, { python }).stdout.replaceAll(/(<code object .+?) at 0x[0-9a-f]+,/g, '$1,');
}

describe('compiler: dis prints what CPython prints', () => {
  for (const version of ['3.11', '3.12', '3.13'] as const) {
    for (const { source, text } of recorded<Listing>(`dis-${version}.json`)) {
      it(`${version}: ${title(source)}`, () => expect(listing(source, version)).toBe(text));
    }
  }
});

describe('compiler: wrong programs get CPython 3.13\'s errors and warnings', () => {
  for (const { source, error, warnings } of recorded<Wrong>('errors-3.13.json')) {
    it(title(source), () => {
      const result = compile(source, { filename: 'prog.py' });
      if (error !== null) {
        if (result.ok) throw new Error('compiles');
        const { type, msg, lineno, offset, endLineno, endOffset } = result.error;
        expect([type, msg, lineno, offset, endLineno, endOffset]).toEqual(error);
      } else {
        expect(result.ok).toBe(true);
        expect(result.warnings.map(({ category, message, lineno }) => [category, message, lineno])).toEqual(warnings);
      }
    });
  }
});
