// How the vm tests run Python: source in, what it printed out.
import { createMachine } from '#lib/engine/index.ts';
import type { MachineOptions, RunResult } from '#lib/engine/index.ts';

/** Runs a program under `options` (3.13 unless they say otherwise). */
export function run(source: string, options: Partial<MachineOptions> = {}): RunResult {
  return createMachine({ source, filename: 'main.py', ...options }).run();
}

/** The lines that a program printed; its traceback follows if there was one. */
export function lines(source: string, options: Partial<MachineOptions> = {}): string[] {
  const result = run(source, options);
  if (result.message !== null) throw new Error(`${result.status}: ${result.message}`);
  return `${result.stdout}${result.stderr}`.trimEnd().split('\n');
}
