// Compares the engine with the measured facts of each CPython version (facts/facts-*.json): sizes of values, and whole programs.
import fs from 'node:fs';
import path from 'node:path';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

interface Facts {
  readonly setup: string;
  /** expression → [sys.getsizeof, type name, gc.is_tracked, __sizeof__]. */
  readonly sizes: Readonly<Record<string, readonly [number, string, boolean, number] | string>>;
  /** Curves ([[steps, size at and after them], …]) and tables by n. */
  readonly growth: Readonly<Record<string, unknown>>;
  readonly programs: Readonly<Record<string, { readonly src: string; readonly stdout: readonly string[] }>>;
}

/** One fact that does not hold. */
export interface FactDifference {
  readonly id: string;
  readonly got: string;
  readonly want: string;
}

const KNOWN = path.join(import.meta.dirname, 'known-facts.json');

export function readFacts(python: PythonVersion): Facts {
  return JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'facts', `facts-${python}.json`), 'utf8')) as Facts;
}

/** What the recorder had besides its set-up: names of its own, and collections that had passed over everything made so far. */
const RECORDER = `
import os
os_stat = os.stat('/')
co0_obj = co0()
co2_obj = co2(1, 2)
gc.collect()
`;

/** Expressions per program: one bad expression cannot spoil the rest, and interning between them stays as measured. */
const LOOP = `
import json as _json
def _own(v):
    try:
        return None if isinstance(v, type) else v.__sizeof__()
    except TypeError:
        return None
for _expr in _EXPRS:
    try:
        _v = eval(_expr)
        print(_json.dumps([_expr, [sys.getsizeof(_v), type(_v).__name__, gc.is_tracked(_v), _own(_v)]]))
    except BaseException as _e:
        print(_json.dumps([_expr, type(_e).__name__ + ': ' + str(_e)]))
`;

/** Sizes, types and tracking that differ. `__sizeof__` of classes is left out: the recorder called it unbound. */
export function checkSizes(python: PythonVersion): { readonly total: number; readonly differences: readonly FactDifference[] } {
  const facts = readFacts(python);
  const exprs = Object.keys(facts.sizes);
  const source = tolerantSetup(facts.setup + RECORDER) + `\n_EXPRS = ${JSON.stringify(exprs)}\n` + LOOP;
  const result = createMachine({ source, filename: 'facts.py', python, stdout: 'pipe' }).run();
  const got = new Map<string, unknown>();
  for (const line of result.stdout.split('\n')) {
    if (!line.startsWith('[')) continue;
    const [expr, value] = JSON.parse(line) as [string, unknown];
    got.set(expr, value);
  }
  const differences: FactDifference[] = [];
  for (const expr of exprs) {
    const want = facts.sizes[expr] ?? [];
    const value = got.get(expr);
    const same = Array.isArray(value) ? value.every((v, i) => v === null || v === want[i]) : typeof want === 'string' && `!${String(value)}` === want;
    if (!same) differences.push({ id: `${python} size ${expr}`, got: value === undefined ? `nothing (${result.stderr.trim().split('\n').at(-1) ?? ''})` : JSON.stringify(value), want: JSON.stringify(want) });
  }
  return { total: exprs.length, differences };
}

/**
 * Runs each top-level statement of the setup for itself, so that one missing name costs only its own expressions. A statement is a line that begins
 * in the first column with the indented lines after it; a decorator belongs to what follows. `import a, b` becomes one import a module.
 */
function tolerantSetup(setup: string): string {
  const statements: string[] = [];
  let decorated = false;
  for (const line of setup.split('\n')) {
    if (line.trim() === '') continue;
    const continues = decorated || /^\s/.test(line);
    if (continues) statements.push(`${statements.pop() ?? ''}\n${line}`);
    else if (line.startsWith('import ')) statements.push(...line.slice(7).split(',').map((name) => `import ${name.trim()}`));
    else statements.push(line);
    decorated = line.startsWith('@');
  }
  return `
for _statement in ${JSON.stringify(statements)}:
    try:
        exec(_statement, globals())
    except Exception as _e:
        print('setup:', _statement, type(_e).__name__, _e)
del _statement
`;
}

/** Growth curves and tables that differ; `facts/growth.py` measures those that it defines under the facts' names. */
export function checkGrowth(python: PythonVersion): { readonly total: number; readonly differences: readonly FactDifference[] } {
  const { growth } = readFacts(python);
  const source = fs.readFileSync(path.join(import.meta.dirname, 'facts', 'growth.py'), 'utf8');
  const result = createMachine({ source, filename: 'growth.py', python, stdout: 'pipe' }).run();
  const measured = Object.entries(JSON.parse(result.stdout) as Record<string, unknown>);
  const differences = measured.flatMap(([name, got]) => {
    const wanted = partOf(growth[name], got);
    return JSON.stringify(got) === JSON.stringify(wanted) ? [] : [{ id: `${python} growth ${name}`, got: JSON.stringify(got), want: JSON.stringify(wanted) ?? 'nothing' }];
  });
  return { total: measured.length, differences };
}

/** The rows and columns of a table that were measured again; the rest is taken from `got` itself, so that both sides have one shape. Curves stay whole. */
function partOf(fact: unknown, got: unknown): unknown {
  if (!isTable(fact) || !isTable(got)) return fact;
  return Object.fromEntries(Object.entries(got).map(([key, value]) => [key, key in fact ? partOf(fact[key], value) : value]));
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lines with heap addresses named by the order in which they first appear: the system chose at random where the recorded process had its heap. Which
 * lines show the same object is still compared, and so is an address's alignment.
 */
export function withoutRandomAddresses(lines: readonly string[]): readonly string[] {
  const names = new Map<string, number>();
  return lines.map((line) =>
    line.replace(/\b0x7f[0-9a-f]{9}([0-9a-f])\b/g, (address, lastDigit: string) => {
      if (!names.has(address)) names.set(address, names.size + 1);
      return `<address ${names.get(address) ?? 0}, ending in ${lastDigit}>`;
    }),
  );
}

/** Programs whose output differs. */
export function checkPrograms(python: PythonVersion): { readonly total: number; readonly differences: readonly FactDifference[] } {
  const { programs } = readFacts(python);
  const differences: FactDifference[] = [];
  for (const [name, { src, stdout }] of Object.entries(programs)) {
    const result = createMachine({ source: src, filename: '/facts/fact.py', python, stdout: 'pipe' }).run();
    const got = withoutRandomAddresses(result.stdout.replace(/\n$/, '').split('\n'));
    const wanted = withoutRandomAddresses(stdout);
    const at = wanted.findIndex((line, i) => line !== got[i]);
    if (at < 0 && got.length <= wanted.length) continue;
    const line = at < 0 ? wanted.length : at;
    differences.push({ id: `${python} program ${name}`, got: `line ${line + 1}: ${got[line] ?? `(end) ${result.stderr.trim().split('\n').at(-1) ?? ''}`}`, want: wanted[line] ?? '(end)' });
  }
  return { total: Object.keys(programs).length, differences };
}

/** Identities of the differences that are committed. */
export function readKnownFacts(): ReadonlySet<string> {
  return new Set(fs.existsSync(KNOWN) ? (JSON.parse(fs.readFileSync(KNOWN, 'utf8')) as string[]) : []);
}

export function writeKnownFacts(ids: readonly string[]): void {
  fs.writeFileSync(KNOWN, JSON.stringify(ids, null, 1) + '\n');
}
