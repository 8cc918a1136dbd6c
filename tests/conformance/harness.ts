// Runs the programs of tests/conformance/programs in fresh machines and compares stdout, stderr and exit status with CPython's.
import fs from 'node:fs';
import path from 'node:path';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

const PROGRAMS = path.join(import.meta.dirname, 'programs');
const KNOWN = path.join(import.meta.dirname, 'known-differences.json');

/** What one program printed, or should print. */
export interface Expected {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** One program under one version. */
export interface Outcome {
  readonly area: string;
  readonly name: string;
  readonly python: PythonVersion;
  readonly stdoutAgrees: boolean;
  readonly stderrAgrees: boolean;
  readonly firstDifference: string;
}

/** A committed difference: `stdout` covers both channels. */
export interface KnownDifference {
  readonly id: string;
  readonly channel: 'stdout' | 'stderr';
  readonly reason: string;
}

/** Splits a recorded result into its parts (see programs/README.md). */
export function parseExpected(text: string): Expected {
  let rest = text;
  let exit = 0;
  const exitAt = rest.match(/(?:^|\n)--- exit (\d+)\n?$/);
  if (exitAt) {
    exit = Number(exitAt[1]);
    rest = rest.slice(0, (exitAt.index ?? 0) + (rest[exitAt.index ?? 0] === '\n' ? 1 : 0));
  }
  const marker = '--- stderr\n';
  const at = rest.startsWith(marker) ? 0 : rest.indexOf('\n' + marker) + 1;
  if (at === 0 && !rest.startsWith(marker)) return { stdout: rest, stderr: '', exit };
  return { stdout: rest.slice(0, at), stderr: rest.slice(at + marker.length), exit };
}

/** Every program by area. */
export function listPrograms(areas?: readonly string[]): readonly { readonly area: string; readonly name: string }[] {
  return fs
    .readdirSync(PROGRAMS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (areas === undefined || areas.includes(entry.name)))
    .flatMap((entry) =>
      fs
        .readdirSync(path.join(PROGRAMS, entry.name))
        .filter((file) => file.endsWith('.py'))
        .map((file) => ({ area: entry.name, name: file.slice(0, -3) })),
    );
}

/** Runs one program and compares. */
export function runOne(area: string, name: string, python: PythonVersion): Outcome {
  const base = path.join(PROGRAMS, area, name);
  const own = `${base}.${python}.out`;
  const expected = parseExpected(fs.readFileSync(python !== '3.13' && fs.existsSync(own) ? own : `${base}.out`, 'utf8'));
  const source = fs.readFileSync(`${base}.py`, 'utf8');
  const result = createMachine({ source, filename: `${name}.py`, python, stdout: 'pipe' }).run();
  // A final newline that a program did not write is added by the recorder before the next section.
  const stdoutAgrees = sameText(result.stdout, expected.stdout) && result.exitCode === expected.exit;
  const stderrAgrees = stdoutAgrees && sameText(result.stderr, expected.stderr);
  const firstDifference = stdoutAgrees ? firstDiff(result.stderr, expected.stderr) : firstDiff(result.stdout, expected.stdout) || `exit ${result.exitCode}, expected ${expected.exit}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`;
  return { area, name, python, stdoutAgrees, stderrAgrees, firstDifference: stderrAgrees ? '' : `${firstDifference}${result.message ? ` [${result.status}: ${result.message}]` : ''}` };
}

function sameText(a: string, b: string): boolean {
  return a === b || a + '\n' === b;
}

function firstDiff(got: string, want: string): string {
  const a = got.split('\n');
  const b = want.split('\n');
  const at = b.findIndex((line, i) => line !== a[i]);
  if (at < 0 && a.length <= b.length) return '';
  const line = at < 0 ? b.length : at;
  return `line ${line + 1}: ${JSON.stringify(a[line]?.slice(0, 100) ?? '(end)')} ≠ ${JSON.stringify(b[line]?.slice(0, 100) ?? '(end)')}`;
}

/** Runs many programs. */
export async function runConformance(options: { readonly versions: readonly PythonVersion[]; readonly areas?: readonly string[] }): Promise<readonly Outcome[]> {
  const programs = listPrograms(options.areas);
  return options.versions.flatMap((python) => programs.map(({ area, name }) => runOne(area, name, python)));
}

export function readKnownDifferences(): readonly KnownDifference[] {
  return fs.existsSync(KNOWN) ? (JSON.parse(fs.readFileSync(KNOWN, 'utf8')) as KnownDifference[]) : [];
}

export function writeKnownDifferences(list: readonly KnownDifference[]): void {
  fs.writeFileSync(KNOWN, '[\n' + list.map((d) => '  ' + JSON.stringify(d)).join(',\n') + '\n]\n');
}
