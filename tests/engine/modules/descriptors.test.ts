// Descriptors 1 and 2 when the program makes them stand for something else, with a pipe for stdout (CPython writes what waits when it is flushed).
import { expect, test } from 'vitest';
import { createMachine, type RunResult } from '#lib/engine/index.ts';

const run = (source: string): RunResult => createMachine({ source, stdout: 'pipe' }).run();

test('os.dup2: what waits in sys.stdout goes where descriptor 1 points when it is flushed', () => {
  const source = `
import os, sys
saved = os.dup(1)
sys.stdout.flush()
os.dup2(os.open('out.txt', os.O_CREAT | os.O_WRONLY), 1)
print('to the file', flush=True)
print('waits')
os.dup2(saved, 1)
print('after', flush=True)
print(repr(open('out.txt').read()))
`;
  expect(run(source)).toMatchObject({ stdout: "waits\nafter\n'to the file\\n'\n", exitCode: 0 });
});

test('os.dup2(1, 2): both streams end in stdout, stderr line by line', () => {
  const source = "import os, sys\nos.dup2(1, 2)\nprint('first', flush=True)\nprint('error', file=sys.stderr)\nprint('last')\n";
  expect(run(source)).toMatchObject({ stdout: 'first\nerror\nlast\n', stderr: '', exitCode: 0 });
});

test('os.close(1): what nobody can read any more is an ignored exception and status 120', () => {
  expect(run("import os\nos.close(1)\nprint('lost')\n")).toMatchObject({
    stdout: '',
    stderr: "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nOSError: [Errno 9] Bad file descriptor\n",
    exitCode: 120,
  });
});
