// Starting an interpreter (CPython Python/pylifecycle.c): the parts of a machine in the order in which they need each other.
import type { MachineOptions } from './api.ts';
import { RunEnded } from './errors.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Machine } from './machine.ts';
import { initBools } from './objects/bool.ts';
import { createBuiltinTypes } from './objects/builtin-types.ts';
import { makeVirtualIterators } from './objects/virtual-iterators.ts';
import { initBytes } from './objects/bytes.ts';
import { initInts } from './objects/int.ts';
import { createNames } from './objects/names.ts';
import { initSingletons } from './objects/none-types.ts';
import { initStrs } from './objects/str.ts';
import { initTuples } from './objects/tuple.ts';
import { DEFAULT_PYTHON, profileFor } from './profiles/profile.ts';
import { STARTUP_STATES } from './profiles/startup.ts';
import { createVm } from './vm/interpreter.ts';

/** Output of one run, as it is written. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** A machine that is ready to run its program. Start-up objects lie in the static region: they are not counted. */
export function bootMachine(options: MachineOptions, output: Output): Machine {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const m = new Machine(options, profileFor(options.python ?? DEFAULT_PYTHON), limits);
  m.show = outputWriter(m, output);
  m.memory.uncounted(() => {
    createBuiltinTypes(m);
    m.virtualIterators = makeVirtualIterators(m);
    m.names = createNames(m);
    initSingletons(m);
    initInts(m);
    initBools(m);
    initStrs(m);
    initBytes(m);
    initTuples(m);
    m.vm = createVm(m);
  });
  const startup = STARTUP_STATES[m.profile.python];
  m.memory.markStart(startup.classes, startup.largeBlocks, () => m.freeLists.seedAll(startup));
  m.gc.markStart();
  return m;
}

function outputWriter(m: Machine, output: Output): Machine['show'] {
  let written = 0;
  return (stream, text) => {
    written += text.length;
    if (written > m.limits.outputChars) throw new RunEnded('output-limit', `The program printed more than ${m.limits.outputChars} characters.`);
    output[stream] += text;
    m.options.onOutput?.(stream, text);
  };
}
