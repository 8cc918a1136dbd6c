// What Python 3.14 and 3.15 have that older versions have not, as their documentation and the recorded programs show it.
import { describe, expect, test } from 'vitest';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

/** What a program prints, or the last line of its traceback. */
function printed(source: string, python: PythonVersion): string {
  const result = createMachine({ source, filename: 'newer.py', python }).run();
  return result.stderr === '' ? result.stdout.trimEnd() : (result.stderr.trimEnd().split('\n').at(-1) ?? '');
}

const cases = (python: PythonVersion, rows: readonly (readonly [source: string, expected: string])[]): void => {
  test.each(rows)(`${python}: %s`, (source, expected) => expect(printed(source, python)).toBe(expected));
};

describe('3.14', () => {
  cases('3.14', [
    ['print(1 - 0j, complex(0, -0.0), complex.from_number(2), float.from_number(3))', '(1-0j) -0j (2+0j) 3.0'],
    ["complex('1', 2)", "TypeError: complex() argument 'real' must be a real number, not str"],
    ["import typing\nprint(typing.Optional['A'], typing.Union is type(int | str), typing.Union[int, str, int])", "ForwardRef('A') | None True int | str"],
    ["import typing\ntyping.Union[()]", 'TypeError: Cannot take a Union of no types.'],
    ['class B: __bool__ = None\nbool(B())', "TypeError: 'B' cannot be interpreted as a boolean"],
    ["import json\ntry: json.dumps({'k': [1, set()]})\nexcept TypeError as e: print(e.__notes__)", `['when serializing list item 1', "when serializing dict item 'k'"]`],
    ['from functools import partial, Placeholder as _\np = partial(print, _, 2, _, 4)\np(1, 3)\nprint(partial(p, 0))', '1 2 3 4\nfunctools.partial(<built-in function print>, 0, 2, Placeholder, 4)'],
    ['from functools import partial, Placeholder\npartial(print, 1, Placeholder)', 'TypeError: trailing Placeholders are not allowed'],
    ['import functools, operator\nprint(functools.reduce(operator.add, [1, 2], initial=10), operator.is_none(None), operator.is_not_none(None))', '13 True False'],
    ['import heapq\nh = [3, 1, 2]\nheapq.heapify_max(h)\nprint(heapq.heappop_max(h), h)', '3 [2, 1]'],
    ["import datetime\nprint(datetime.date.strptime('2024-02-03', '%Y-%m-%d'), datetime.time.strptime('10:20', '%H:%M'))", '2024-02-03 10:20:00'],
    ["b = bytearray(b'abc')\nb.resize(5)\nprint(b)\nm = memoryview(b'abcab')\nprint(m.count(97), m.index(97, 1), memoryview[int])", "bytearray(b'abc\\x00\\x00')\n2 3 memoryview[int]"],
    ['from fractions import Fraction\nfrom decimal import Decimal\nprint(Fraction.from_number(0.25), Decimal.from_number(3))', '1/4 3'],
    ["import gc\nx = 1\nprint(gc.is_tracked((x, x)), gc.is_tracked((x,) * 2), gc.is_tracked((x, [])), gc.is_tracked(divmod(7, 2)), gc.is_tracked(tuple(range(2))))", 'False True True True True'],
    ["'a' if 1 else fro i in x: pass", 'SyntaxError: invalid syntax'],
    ['whille 1:\n    pass', "SyntaxError: invalid syntax. Did you mean 'while'?"],
  ]);
  test('none of it is in 3.13', () => {
    expect(printed('import heapq\nheapq.heapify_max', '3.13')).toMatch(/^AttributeError/);
    expect(printed('float.from_number', '3.13')).toMatch(/^AttributeError/);
    expect(printed('whille 1:\n    pass', '3.13')).toBe('SyntaxError: invalid syntax');
  });
});

describe('3.15', () => {
  cases('3.15', [
    ['fd = frozendict(a=1)\nprint(fd, fd | {"b": 2}, {**fd}, hash(fd) == hash(frozendict(a=1)), fd == {"a": 1}, frozendict(fd) is fd)', "frozendict({'a': 1}) frozendict({'a': 1, 'b': 2}) {'a': 1} True True True"],
    ["frozendict(a=1)['a'] = 2", "TypeError: 'frozendict' object does not support item assignment"],
    ['import sys, gc\nprint(sys.getsizeof(frozendict()), gc.is_tracked(frozendict()), type("T", (), frozendict(a=1)).a)', '72 True 1'],
    ["import copy\nM = sentinel('MISSING')\nprint(M, int | M, copy.deepcopy(M) is M, M.__module__, sentinel('X', repr='<X>'))", 'MISSING int | MISSING True __main__ <X>'],
    ["'%d' % 'a'", 'TypeError: format argument: %d requires a real number, not str'],
    ["'%s %s' % (1,)", 'TypeError: not enough arguments for format string (got 1)'],
    ["'%(x)d' % {'x': 'q'}", "TypeError: format argument 'x': %d requires a real number, not str"],
    ["'%z' % 1", 'ValueError: unsupported format %z at position 0'],
    ['[].push(1)', "AttributeError: 'list' object has no attribute 'push'. Did you mean '.append'?"],
    ['{}.put(1, 2)', "AttributeError: 'dict' object has no attribute 'put'. Use d[k] = v."],
    ['class In: area = 1\nclass C:\n    def __init__(self): self.inner = In()\nC().area', "AttributeError: 'C' object has no attribute 'area'. Did you mean '.inner.area' instead of '.area'?"],
    ['import maths', "ModuleNotFoundError: No module named 'maths'. Did you mean: 'math'?"],
    ["from array import array\nprint(array('e', [1.5]), array('Zd', [1 + 2j])[0], array('Zf', [1]).itemsize)", "array('e', [1.5]) (1+2j) 8"],
    ["print(repr(ImportError('x', name='a')), slice[int], b'aaa'.replace(b'a', b'b', count=1), bytearray(b'abc').take_bytes(2))", "ImportError('x', name='a') slice[int] b'baa' b'ab'"],
    ['import math\nprint(math.isnormal(1), math.issubnormal(1e-320), math.fmax(1, math.nan), math.signbit(-0.0))', 'True True 1.0 True'],
    ["from collections import Counter\nprint(sorted((Counter('ab') ^ Counter('bc')).items()))", "[('a', 1), ('c', 1)]"],
    ['import gc\nprint(gc.is_tracked(divmod(7, 2)), sorted(gc.get_stats()[0]))', "False ['candidates', 'collected', 'collections', 'duration', 'uncollectable']"],
  ]);
});
