// The disk of a run: as large as its simulated memory, and what a program writes on it can be imported.
import { expect, test } from 'vitest'
import { createMachine } from '#lib/engine/index.ts'

function printed(source: string, memoryBytes = 4 << 20): string {
  const machine = createMachine({ source, limits: { memoryBytes, steps: 3_000_000 } })
  const { status, message } = machine.run()
  return `${status}${message ?? ''}\n${machine.finalSnapshot().stdout}`
}

test('a full disk is ENOSPC, and deleting makes room', () => {
  expect(printed(`
import os
piece = bytes(100_000)
def fill(name):
    try:
        with open(name, 'wb', buffering=0) as f:
            for i in range(1000): f.write(piece)
    except OSError as e:
        return i, e.errno, str(e)
print(fill('a'))
print(fill('b')[1:])
os.remove('a')
print(fill('c')[0] > 30)
try:
    with open('d', 'wb', buffering=0) as f: f.seek(1 << 50); f.write(b'x')
except OSError as e: print(e)
try:
    with open('e', 'wb', buffering=0) as f: f.truncate(1 << 40)
except OSError as e: print(e)
`)).toMatchInlineSnapshot(`
  "ok
  (41, 28, '[Errno 28] No space left on device')
  (28, '[Errno 28] No space left on device')
  True
  [Errno 28] No space left on device
  [Errno 28] No space left on device
  "
`)
})

test('many empty files fill it too', () => {
  expect(printed(`
try:
    for i in range(100_000): open(f'f{i}', 'w').close()
except OSError as e:
    print(i > 1000, e)
`)).toMatchInlineSnapshot(`
  "ok
  True [Errno 28] No space left on device: 'f4086'
  "
`)
})

test('a module that the program wrote is imported, and its lines stand in tracebacks', () => {
  expect(printed(`
import traceback
with open('made.py', 'w') as f: f.write('def f():\\n    return 1 / 0\\n')
import made
try: made.f()
except ZeroDivisionError: print(traceback.format_exc())
`)).toMatchInlineSnapshot(`
  "ok
  Traceback (most recent call last):
    File "main.py", line 5, in <module>
      try: made.f()
           ~~~~~~^^
    File "made.py", line 2, in f
      return 1 / 0
             ~~^~~
  ZeroDivisionError: division by zero

  "
`)
})
