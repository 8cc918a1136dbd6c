// Code objects as Python code sees them (co_code, tables, positions, constants …): checksums by field of the programs in programs.json, computed by
// code-objects.py in the engine and in the real interpreters: 3.14.2 and 3.15.0rc1 (npm pyodide
// 314.0.7 and 315.0.0-alpha.2; compile() is the same on every platform).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MachineOptions } from '#lib/engine/index.ts';
import { lines } from '../vm/running.ts';

function file(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

const sources = (JSON.parse(file('programs.json')) as { readonly source: string }[]).map(({ source }) => source);

for (const python of ['3.14', '3.15'] satisfies MachineOptions['python'][]) {
  describe(`compiler: code objects of ${python}, encoded`, () => {
    const computed = lines(`SOURCES = ${JSON.stringify(sources)}\n${file('code-objects.py')}`, { python }).filter((line) => line.startsWith('{'));
    const recorded = JSON.parse(file(`encoded-${python}.json`)) as Record<string, number>[];
    recorded.forEach((fields, i) => {
      it((sources[i] ?? '').slice(0, 60).replaceAll('\n', ' ⏎ '), () => expect(JSON.parse(computed[i] ?? '')).toEqual(fields));
    });
  });
}
