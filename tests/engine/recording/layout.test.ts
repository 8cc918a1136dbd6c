// The raw words of objects, against what real interpreters had in memory (raw-words.json, recorded with ctypes), and the parts of sizes against sys.getsizeof.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS, createRecording } from '#lib/engine/index.ts';
import type { Inspection, PythonVersion, WordView } from '#lib/engine/index.ts';

const words = JSON.parse(readFileSync(new URL('raw-words.json', import.meta.url), 'utf8')) as Readonly<Record<PythonVersion, Readonly<Record<string, readonly string[]>>>>;

const CLASSES = `
import sys
class K:
    def __init__(self):
        self.a = 1
        self.b = 2
class SL:
    __slots__ = ('a', 'b')
    def __init__(self):
        self.a = 1
        self.b = None
def fn(): pass
`;

/** Inspects what the global \`x\` is bound to at the end of a program, beside what sys.getsizeof says. */
function inspectX(expression: string, python: PythonVersion): { readonly inspection: Inspection; readonly sizeof: number } {
  const recording = createRecording({ source: `${CLASSES}x = ${expression}\nprint(sys.getsizeof(x))\n`, python });
  expect(recording.result.stderr).toBe('');
  const target = recording.snapshot(recording.lastStep).globals.find((b) => b.name === 'x')?.target ?? 0;
  const inspection = recording.inspect(recording.lastStep, target);
  if (inspection === null) throw new Error(`nothing to inspect: ${expression}`);
  return { inspection, sizeof: Number(recording.result.stdout) };
}

/** Expressions by the name under which the facts have them. */
const RAW: Readonly<Record<string, string>> = {
  '0': '0',
  '1': '1',
  '-1': '-1',
  '256': '256',
  '1000': '1000',
  '-1000': '-1000',
  '2**30': '2**30',
  '-(2**30)': '-(2**30)',
  '2**60': '2**60',
  True: 'True',
  None: 'None',
  '1.5': '1.5',
  'runtime str': "''.join(['xy', ' z'])",
  "b'abc'": "b'abc'",
  '[]': '[]',
  '[1,2]': '[1,2]',
  '()': '()',
  '(1,2)': '(1,2)',
  '{}': '{}',
  '{1:1}': '{1:1}',
  'set()': 'set()',
  '{1}': '{1}',
  'frozenset': 'frozenset([1])',
  'K() a=1 b=2': 'K()',
  'SL() a=1 b=None': 'SL()',
  'object()': 'object()',
  'range(3)': 'range(3)',
  fn: 'fn',
};

/** Words as recorded: `+16: 0x8`, `+8: &type:int`, `+24: tail e8030000`. */
function recorded(python: PythonVersion, name: string): ReadonlyMap<number, string> {
  return new Map((words[python][name] ?? []).map((word) => [Number(word.slice(0, word.indexOf(':'))), word.slice(word.indexOf(': ') + 2)]));
}

/** What a word of ours says in the notation of the facts; null = it is an address, a count or not modelled: nothing to compare. */
function comparable({ hex, meaning, offset, bytes, label }: WordView, fact: string): string | null {
  if (hex === null || offset < 0) return null;
  if (fact.startsWith('&type:')) return /^→ <class '(.*)'>$/.exec(meaning) === null ? meaning : `&type:${/'(.*)'/.exec(meaning)?.[1] ?? ''}`;
  if (fact.startsWith('&')) return meaning === '→ None' ? '&None' : meaning.replace('→ ', '&int:');
  if (offset === 0) return meaning === 'immortal' ? hex : null;
  if (meaning.startsWith('→') || label === 'finger') return null;
  if (!fact.startsWith('tail')) return hex;
  const digits = hex.slice(2).padStart(2 * bytes, '0');
  return `tail ${(digits.match(/../g) ?? []).reverse().join('')}`;
}

describe.each(PYTHON_VERSIONS)('layout %s', (python) => {
  test.each(Object.entries(RAW))('%s: words are those of a real interpreter', (name, expression) => {
    const facts = recorded(python, name);
    const ours = inspectX(expression, python).inspection.blocks[0]?.words ?? [];
    const pairs = ours.flatMap((word) => {
      const fact = facts.get(word.offset);
      const text = fact === undefined ? null : comparable(word, fact);
      return text === null ? [] : [{ offset: word.offset, label: word.label, ours: text, fact }];
    });
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter((pair) => pair.ours !== pair.fact)).toEqual([]);
  });

  test.each([
    ...Object.values(RAW), "'é1'", "'Ω'", "'😀'", "''", "'é'", '[i for i in range(9)]', '{i: i for i in range(20)}', '{str(i): i for i in range(9)}', 'K().__dict__', 'K().__init__',
    '{i for i in range(30)}', 'bytearray(3)', 'bytearray()', '2+3j', 'type("T", (), {})', 'K', 'len', '(i for i in [1])', 'iter([])', 'sys', 'Exception()', 'slice(1)', 'type("L", (list,), {})([1])',
    'type("D", (dict,), {})(a=1)', 'type("I", (int,), {})(7)', 'type("S", (str,), {})("a")', 'type("SD", (), {"__slots__": ("a", "__dict__")})()',
  ])('%s: the counted parts sum up to sys.getsizeof', (expression) => {
    const { inspection, sizeof } = inspectX(expression, python);
    expect(inspection.parts.reduce((sum, part) => sum + (part.counted ? part.bytes : 0), 0)).toBe(sizeof);
    expect(inspection.parts.every((part) => part.bytes > 0)).toBe(true);
    expect(inspection.object.sizeBytes).toBe(sizeof);
  });
});
