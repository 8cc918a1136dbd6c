// What CPython's library has and the bundled modules lack is told to be not simulated, and never a wrong answer.
import { expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';

const lastLine = (source: string): string | undefined => createMachine({ source }).run().stderr.trimEnd().split('\n').pop();

test.each([
  ["import os; os.mkfifo('x')", "AttributeError: module 'os' has no attribute 'mkfifo' (it is not simulated)"],
  ['from unittest.mock import AsyncMock', "ImportError: cannot import name 'AsyncMock' from 'unittest.mock' (it is not simulated)"],
  ['import resource', "ModuleNotFoundError: No module named 'resource' (a module of the standard library that is not simulated)"],
  ['import logging.config', "ModuleNotFoundError: No module named 'logging.config' (a module of the standard library that is not simulated)"],
  ['import html.parser', "ModuleNotFoundError: No module named 'html.parser' (a module of the standard library that is not simulated)"],
  ['import logging.nonsense', "ModuleNotFoundError: No module named 'logging.nonsense'"],
  ['import calendar.nonsense', "ModuleNotFoundError: No module named 'calendar.nonsense'; 'calendar' is not a package"],
  ['import os; os.nonsense', "AttributeError: module 'os' has no attribute 'nonsense'"],
])('library: %s says what is missing', (source, text) => {
  expect(lastLine(source)).toBe(text);
});

test.each([
  ['import ctypes; ctypes.string_at(id(b"ab") + 24, 8)', 'The bytes of ob_shash in a bytes object are not simulated.'],
  ["import ctypes; ctypes.memmove(id(b'ab') + 32, b'c', 1)", 'Writing into the memory of Python objects is not simulated.'],
  [
    'import cProfile, textwrap; cProfile.run("textwrap.dedent(\'a\')")',
    'A profile of calls in the Python code of the library (textwrap.py) is not simulated: there are other functions there.',
  ],
])('library: %s is refused', (source, text) => {
  expect(createMachine({ source }).run()).toMatchObject({ status: 'not-simulated', message: text });
});
