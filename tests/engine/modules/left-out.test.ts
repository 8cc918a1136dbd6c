// What CPython's library has and the bundled modules lack is told to be not simulated, and never a wrong answer.
import { expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';

const lastLine = (source: string): string | undefined => createMachine({ source }).run().stderr.trimEnd().split('\n').pop();

test.each([
  ["import os; os.mkfifo('x')", "AttributeError: module 'os' has no attribute 'mkfifo' (it is not simulated)"],
  ['from unittest.mock import AsyncMock', "ImportError: cannot import name 'AsyncMock' from 'unittest.mock' (it is not simulated)"],
  ['import resource', "ModuleNotFoundError: No module named 'resource' (a module of the standard library that is not simulated)"],
  ['import logging.handlers', "ModuleNotFoundError: No module named 'logging.handlers' (a module of the standard library that is not simulated)"],
  ['import html.parser', "ModuleNotFoundError: No module named 'html.parser' (a module of the standard library that is not simulated)"],
  ['import logging.nonsense', "ModuleNotFoundError: No module named 'logging.nonsense'; 'logging' is not a package"],
  ['import os; os.nonsense', "AttributeError: module 'os' has no attribute 'nonsense'"],
])('library: %s says what is missing', (source, text) => {
  expect(lastLine(source)).toBe(text);
});
