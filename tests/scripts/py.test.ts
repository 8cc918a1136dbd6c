// The engine's command line, as a shell sees it: arguments, input, output, exit statuses.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../../scripts/places.ts'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-py-'))
beforeAll(() => {
  fs.writeFileSync(path.join(dir, 'program.py'), 'import sys, beside\nprint(sys.argv, beside.value, open("data.txt").read())\nsys.exit(4)\n')
  fs.writeFileSync(path.join(dir, 'beside.py'), 'value = 7\n')
  fs.writeFileSync(path.join(dir, 'data.txt'), 'words')
})
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs it in the folder of the programs; `input: null` keeps its standard input open for ever. */
function py(args: readonly string[], input: string | null = ''): Promise<Ended> {
  const child = spawn(process.execPath, [at('scripts/py.cjs'), ...args], { cwd: dir })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  if (input !== null) child.stdin.end(input)
  return new Promise((settle) =>
    child.on('close', (code) => {
      child.stdin.destroy()
      settle({ code, stdout, stderr })
    }),
  )
}

test('a file gets its arguments, its neighbours and its exit status', async () => {
  expect(await py(['program.py', 'a', '--b'])).toEqual({ code: 4, stdout: "['program.py', 'a', '--b'] 7 words\n", stderr: '' })
})
test('-c and - name themselves in sys.argv', async () => {
  expect((await py(['-c', 'import sys; print(sys.argv)', 'x'])).stdout).toBe("['-c', 'x']\n")
  expect((await py(['-', 'x'], 'import sys; print(sys.argv)')).stdout).toBe("['-', 'x']\n")
})
test('the program’s input is read when it asks, and only then', async () => {
  expect((await py(['-c', 'print(1)'], null)).stdout).toBe('1\n')
  expect((await py(['-c', 'import sys; print(input(), [line for line in sys.stdin])'], 'one\ntwo\nthree')).stdout).toBe("one ['two\\n', 'three']\n")
  expect((await py(['-c', 'input()'])).stderr).toMatch(/EOFError: EOF when reading a line\n$/)
})
test('exit() and sys.exit() end with their status', async () => {
  const statuses = await Promise.all(['exit()', 'quit(3)', 'exit("gone")', 'raise SystemExit(300)', '1/0', 'x ='].map((code) => py(['-c', code])))
  expect(statuses.map(({ code }) => code)).toEqual([0, 3, 1, 44, 1, 1])
  expect(statuses[2]?.stderr).toBe('gone\n')
})
test('what cannot be opened or understood is said', async () => {
  expect(await py(['nothing.py'])).toEqual({ code: 2, stdout: '', stderr: `python3: can't open file '${path.join(fs.realpathSync(dir), 'nothing.py')}': [Errno 2] No such file or directory\n` })
  expect((await py(['.'])).stderr).toContain('[Errno 21] Is a directory')
  expect(await py(['--nothing'])).toMatchObject({ code: 2, stderr: expect.stringContaining('unknown option: --nothing\nusage: py') })
  expect((await py(['--python', '2.7', '-c', '1'])).code).toBe(2)
})
test('--stats and --python', async () => {
  const { stdout, stderr } = await py(['--python', '3.12', '--stats', '-c', 'import sys; print(sys.version_info[:2])'])
  expect(stdout).toBe('(3, 12)\n')
  expect(JSON.parse(stderr)).toMatchObject({ sourceChars: 39, liveBytes: expect.any(Number), peakBytes: expect.any(Number) })
})
test('-i is the prompt: statements run as they come, input() takes the next line, the end finishes', async () => {
  const session = await py(['-i'], 'def f(a):\n    return a / 0\n\n1 + 1\nf(1)\nname = input("name? ")\nAda\nname\nimport atexit; _ = atexit.register(print, "bye")\n')
  expect(session.code).toBe(0)
  expect(session.stdout).toMatch(/^Python 3\.13\.\d+ \(simulated by PyArena\)\n/)
  expect(session.stdout).toMatch(/>>> def f\(a\):\n\.\.\. {5}return a \/ 0\n\.\.\. \n>>> 1 \+ 1\n2\n/)
  expect(session.stdout).toMatch(/name\? (?:.*\n)*>>> name\n'Ada'\n(?:.*\n)*>>> \nbye\n$/)
  expect(session.stderr).toContain('File "<stdin>", line 2, in f\n    return a / 0\n           ~~^~~\nZeroDivisionError: division by zero\n')
  expect((await py(['-i'], 'exit(3)\n')).code).toBe(3)
})
test('--batch gives one line a program', async () => {
  const lines = (await py(['--batch', '.'])).stdout.trim().split('\n').map((line) => JSON.parse(line) as { file: string; exit: number })
  expect(lines.map(({ file, exit }) => [file, exit])).toEqual([['beside.py', 0], ['program.py', 1]])
})
