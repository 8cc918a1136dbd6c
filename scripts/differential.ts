// The differential tester: random programs in the engine and in real interpreters of the same version; a difference is shrunk to a minimal program.
// `npm run differential [-- --seeds 200] [--from 1] [--python 3.13=/path/to/python3] [--into DIR]`; without --python it looks for python3.X on the PATH,
// with --into it also writes the minimal programs whole.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PYTHON_VERSIONS, createMachine, isPythonVersion, type PythonVersion } from '#lib/engine/index.ts';
import { COMPILER_FEATURES } from '#lib/engine/compiler/features.ts';
import { profileFor } from '#lib/engine/profiles/profile.ts';
import { type Scope, generate, scopeOf, sourceOf } from '../tests/engine/differential/generator.ts';
import { PATCH_DIFFERENCES, type PatchDifference } from '../tests/engine/differential/patches.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '100' }, from: { type: 'string', default: '1' }, python: { type: 'string', multiple: true }, into: { type: 'string' } } });
const PROGRAM = 'program.py';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'differential-'));
const interpreters = findInterpreters(values.python);
if (interpreters.length === 0) console.log('No interpreter of a simulated version was found: name one with --python 3.13=/path/to/python3.');

for (const [python, command] of interpreters) {
  let differing = 0;
  const older = olderThan(command);
  // The engine is taken back to the interpreter's patch version.
  for (const { profile, features } of older) {
    Object.assign(profileFor(python), profile);
    Object.assign(COMPILER_FEATURES[python], features);
  }
  const explained = new Map<string, number>();
  const first = Number(values.from);
  const last = first + Number(values.seeds) - 1;
  for (let seed = first; seed <= last; seed++) {
    const { statements } = generate(seed);
    const scope = scopeOf(seed);
    if (agree(python, command, statements, scope)) continue;
    const minimal = shrink(statements, (some) => !agree(python, command, some, scope));
    const source = sourceOf(minimal, scope);
    const [ours, theirs] = [inEngine(python, source), inReal(command, source)];
    const signed = older.find(({ signs }) => signs !== undefined && signs.program.test(minimal.join('\n')) && differsOnlyIn(signs.lines, ours, theirs));
    if (signed !== undefined) {
      explained.set(signed.name, (explained.get(signed.name) ?? 0) + 1);
      continue;
    }
    differing++;
    if (values.into !== undefined) fs.writeFileSync(path.join(values.into, `${python}-${seed}.py`), source);
    console.log(`\n=== ${python} seed ${seed}\n${minimal.join('\n')}\n--- engine\n${tail(ours)}\n--- CPython\n${tail(theirs)}`);
  }
  const olderNotes = [...explained].map(([name, count]) => `; ${count} as older patch versions: ${name}`).join('');
  console.log(`${python} (${command}): ${last - first + 1} programs, ${differing} differ${olderNotes}`);
}
fs.rmSync(folder, { recursive: true });

/** The mechanisms that changed after the interpreter's patch version. */
function olderThan(command: string): readonly PatchDifference[] {
  const [minor, micro] = execFileSync(command, ['-c', 'import sys; print(sys.version_info[1], sys.version_info[2])'], { encoding: 'utf8' }).split(' ').map(Number);
  return PATCH_DIFFERENCES.filter((patch) => patch.minor === minor && (micro ?? 0) < patch.since);
}

function differsOnlyIn(lines: RegExp, ours: string, theirs: string): boolean {
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  return a.length === b.length && a.every((line, i) => line === b[i] || (lines.test(line) && lines.test(b[i] ?? '')));
}

function findInterpreters(named: readonly string[] | undefined): readonly (readonly [PythonVersion, string])[] {
  if (named !== undefined) {
    return named.flatMap((text) => {
      const [python = '', command = ''] = text.split('=');
      return isPythonVersion(python) ? [[python, command] as const] : [];
    });
  }
  return PYTHON_VERSIONS.flatMap((python) => {
    try {
      execFileSync(`python${python}`, ['-c', ''], { stdio: 'ignore' });
      return [[python, `python${python}`] as const];
    } catch {
      return [];
    }
  });
}

function agree(python: PythonVersion, command: string, statements: readonly string[], scope: Scope): boolean {
  const source = sourceOf(statements, scope);
  return inEngine(python, source) === inReal(command, source);
}

function inEngine(python: PythonVersion, source: string): string {
  const result = createMachine({ source, filename: PROGRAM, python, stdout: 'pipe' }).run();
  return withoutAddresses(result.stdout + (result.status === 'internal-error' ? `\n${result.message ?? ''}` : ''));
}

function inReal(command: string, source: string): string {
  fs.writeFileSync(path.join(folder, PROGRAM), source);
  try {
    return withoutAddresses(execFileSync(command, [PROGRAM], { cwd: folder, encoding: 'utf8', env: { ...process.env, PYTHONHASHSEED: '0' }, stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (trouble) {
    return withoutAddresses(String((trouble as { stdout?: unknown }).stdout ?? trouble));
  }
}

function withoutAddresses(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, '0xADDR');
}

/** Drops chunks of statements, then single ones, as long as the difference stays. */
function shrink(statements: readonly string[], differs: (some: readonly string[]) => boolean): readonly string[] {
  let now = [...statements];
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length; ) {
      const fewer = [...now.slice(0, at), ...now.slice(at + size)];
      if (differs(fewer)) now = fewer;
      else at += size;
    }
  }
  return now;
}

function tail(text: string): string {
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
