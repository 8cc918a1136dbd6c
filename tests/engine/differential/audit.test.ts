// A fixed budget of random programs runs in the engine alone, with the invariant audit: every reference count is recomputed from the roots.
import { describe, expect, test } from 'vitest';
import { audit } from '#lib/engine/audit.ts';
import { startRun, runToEnd } from '#lib/engine/machine-run.ts';
import { PYTHON_VERSIONS, type PythonVersion } from '#lib/engine/index.ts';
import { execMain } from '#lib/engine/vm/run.ts';
import { generate, scopeOf, sourceOf } from './generator.ts';

const SEEDS = 24;
/** Instructions between two audits while a program runs. */
const AUDIT_EVERY = 997;

function findings(seed: number, python: PythonVersion): string[] {
  const run = startRun({ source: sourceOf(generate(seed).statements, scopeOf(seed)), filename: `seed-${seed}.py`, python });
  const found = new Set<string>();
  const check = (exact: boolean): void => {
    for (const finding of audit(run.m, { firstSerial: run.firstSerial, exact })) found.add(finding);
  };
  let n = 0;
  execMain(run.m, {
    onInstruction: () => {
      if (++n % AUDIT_EVERY === 0) check(false);
    },
  });
  check(true);
  return [...found];
}

describe.each(PYTHON_VERSIONS)('random programs %s', (python) => {
  test('references found from the roots are the references counted, during the run and after it', () => {
    const broken = Array.from({ length: SEEDS }, (_, i) => ({ seed: i + 1, findings: findings(i + 1, python) })).filter((r) => r.findings.length > 0);
    expect(broken).toEqual([]);
  });

  test('the interpreter shuts down cleanly', () => {
    for (let seed = SEEDS + 1; seed <= 2 * SEEDS; seed++) {
      const outcome = runToEnd(startRun({ source: sourceOf(generate(seed).statements, scopeOf(seed)), python }));
      expect([seed, outcome.status, outcome.message]).toEqual([seed, 'ok', null]);
    }
  });
});
