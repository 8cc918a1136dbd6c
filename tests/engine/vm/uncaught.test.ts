// Programs of the language as real CPython ran them: standard output, standard error with the whole traceback, exit status. recorded/uncaught.json has
// [name, source, [versions, stdout, stderr, exit][]] from 3.11.7, 3.12.1, 3.13.0 (files run with PYTHONHASHSEED=0) and 3.14.2, 3.15.0rc1 (compiled to
// WebAssembly); a version is left out where an older patch release answered otherwise.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

type Answer = [versions: string, stdout: string, stderr: string, exit: number];
type Row = [name: string, source: string, answers: Answer[]];

const rows = JSON.parse(readFileSync(new URL('recorded/uncaught.json', import.meta.url), 'utf8')) as Row[];

test.each(rows)('uncaught: %s ends as in CPython', (name, source, answers) => {
  for (const [versions, stdout, stderr, exit] of answers) {
    for (const python of versions.split(' ') as PythonVersion[]) {
      const result = createMachine({ source, filename: `${name}.py`, python, stdin: '', stdout: 'pipe' }).run();
      expect([python, result.stdout, `${result.stderr}${result.message ?? ''}`, result.exitCode]).toEqual([python, stdout, stderr, exit]);
    }
  }
});
