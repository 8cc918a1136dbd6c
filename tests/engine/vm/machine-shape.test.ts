// V8 learns the shape of what code meets. Start-up makes objects while the machine is being filled: a field that came later would be another shape, and
// after a few of them allocObject would look m.memory up by its name at every allocation for ever.
import { expect, test } from 'vitest';
import { bootMachine } from '#lib/engine/bootstrap.ts';
import { DEFAULT_LIMITS } from '#lib/engine/limits.ts';
import { Machine } from '#lib/engine/machine.ts';
import { PYTHON_VERSIONS } from '#lib/engine/index.ts';
import { profileFor } from '#lib/engine/profiles/profile.ts';

test.each(PYTHON_VERSIONS)('machine of %s: has all its fields, in their order, before start-up fills them', (python) => {
  const options = { source: '', python };
  const bare = new Machine(options, profileFor(python), DEFAULT_LIMITS);
  const booted = bootMachine(options, { stdout: '', stderr: '' });
  expect(Object.keys(booted)).toEqual(Object.keys(bare));
});
