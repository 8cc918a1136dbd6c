// Expressions of every text and number type and of their modules against what CPython 3.13 answers (recorded with PYTHONHASHSEED=0, TZ=UTC).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';

interface Group {
  readonly setup: string;
  readonly rows: readonly (readonly [string, string])[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** A program that prints the result of every expression, one JSON string a line. */
function program(group: Group): string {
  return `${group.setup}
import json as _json
def _try(source):
    try: return repr(eval(source))
    except BaseException as e: return '! ' + type(e).__name__ + ': ' + str(e)
for _source in _json.loads(${JSON.stringify(JSON.stringify(group.rows.map(([source]) => source)))}):
    print(_json.dumps(_try(_source)))
`;
}

describe('recorded expressions', () => {
  for (const [name, group] of Object.entries(read('expressions-3.13.json') as Record<string, Group>)) {
    test(`${name}: answers and error texts are CPython's`, () => {
      const result = createMachine({ source: program(group) }).run();
      const lines = result.stdout.trimEnd().split('\n');
      const wrong = group.rows.flatMap(([source, expected], i) => {
        const got = lines[i] === undefined ? 'nothing' : (JSON.parse(lines[i]) as string);
        return got === expected ? [] : [`${source}: ${got} instead of ${expected}`];
      });
      expect(wrong).toEqual([]);
      expect(lines).toHaveLength(group.rows.length);
    });
  }

  test('random: every distribution draws what CPython draws', () => {
    const { source, stdout } = read('random-3.13.json') as { source: string; stdout: string };
    expect(createMachine({ source }).run().stdout).toBe(stdout);
  });
});
