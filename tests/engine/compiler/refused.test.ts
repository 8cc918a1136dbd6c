// What compile() says to a thousand wrong (and some right) sources, by version: message, positions, source line, warnings. refused.json has
// [source, [versions, answer][]], recorded from 3.11.7, 3.12.1, 3.13.0 and, compiled to WebAssembly, 3.14.2 and 3.15.0rc1; a version is left out where an
// older patch release answered otherwise.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

type Row = [source: string, answers: [versions: string, answer: string][]];

const rows = JSON.parse(readFileSync(new URL('refused.json', import.meta.url), 'utf8')) as Row[];

const PROGRAM = `
import json, warnings
for source in json.loads(open('sources.json').read()):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try: compile(source, 'f.py', 'exec')
        except SyntaxError as e:
            answer = f'{type(e).__name__} {e.msg!a} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} {e.text!a}'
        except Exception as e: answer = f'{type(e).__name__} {str(e)!a}'
        else: answer = 'fine'
    for w in caught: answer += f'\\n    {w.category.__name__} {str(w.message)!a} {w.lineno}'
    print(json.dumps(answer))
`;

test.each(['3.11', '3.12', '3.13', '3.14', '3.15'] as const)('compile: what is wrong with a source is said as in CPython %s', (python: PythonVersion) => {
  const asked = rows.flatMap(([source, answers]) => answers.filter(([versions]) => versions.split(' ').includes(python)).map(([, answer]) => ({ source, answer })));
  const files = { 'sources.json': new TextEncoder().encode(JSON.stringify(asked.map(({ source }) => source))) };
  const { stdout, message } = createMachine({ source: PROGRAM, filename: 'p.py', python, files }).run();
  expect(message).toBeNull();
  const given = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as string);
  expect(asked.map(({ source }, i) => [source, given[i]])).toEqual(asked.map(({ source, answer }) => [source, answer]));
});
