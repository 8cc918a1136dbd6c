// What CPython's library has and the bundled modules lack is told to be not simulated, and never a wrong answer.
import { expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';

const lastLine = (source: string): string | undefined => createMachine({ source }).run().stderr.trimEnd().split('\n').pop();

test.each([
  ['import os; os.dup2(1, 2)', "AttributeError: module 'os' has no attribute 'dup2' (it is not simulated)"],
  ['from unittest.mock import AsyncMock', "ImportError: cannot import name 'AsyncMock' from 'unittest.mock' (it is not simulated)"],
  ['import resource', "ModuleNotFoundError: No module named 'resource' (a module of the standard library that is not simulated)"],
  ['import os; os.nonsense', "AttributeError: module 'os' has no attribute 'nonsense'"],
])('library: %s says what is missing', (source, text) => {
  expect(lastLine(source)).toBe(text);
});
