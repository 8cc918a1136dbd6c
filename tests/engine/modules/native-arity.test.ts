// Wrong counts of arguments: functions that are C in CPython say what C functions say, also where they are Python source here.
import { expect, test } from 'vitest'
import { lines } from '../vm/running.ts'

const refusals: readonly (readonly [string, string])[] = [
  ['import contextvars as m\nm.copy_context(1)', '_contextvars.copy_context() takes no arguments (1 given)'],
  ["import contextvars as m\nm.ContextVar('v').set()", 'ContextVar.set() takes exactly one argument (0 given)'],
  ["import contextvars as m\nm.ContextVar('v').get(1, 2)", 'get expected at most 1 argument, got 2'],
  ["import contextvars as m\nm.ContextVar('v').get(x=1)", 'ContextVar.get() takes no keyword arguments'],
  ["import contextvars as m\nm.ContextVar('v').reset(1)", 'expected an instance of Token, got 1'],
  ['import csv\ncsv.list_dialects(1)', '_csv.list_dialects() takes no arguments (1 given)'],
  ['import decimal\ndecimal.Context().abs(1, 2)', 'Context.abs() takes exactly one argument (2 given)'],
  ['import datetime\ndatetime.date(1, 2, 3, 4)', 'function takes at most 3 arguments (4 given)'],
  ['import datetime\ndatetime.time(zzz=1)', "this function got an unexpected keyword argument 'zzz'"],
  ["import array\narray.array('i').extend()", 'extend() takes exactly 1 positional argument (0 given)'],
]
test.each(refusals)('refused as a C function refuses: %s', (source, message) => {
  expect(lines(source).at(-1)).toBe(`TypeError: ${message}`)
})
