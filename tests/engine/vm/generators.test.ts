// Generators, coroutines and asynchronous generators.
import { expect, test } from 'vitest';
import { lines } from './running.ts';

test('generators: send, throw, close and the return value', () => {
  const source = `
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("thrown", e)
        yield 3
    finally:
        print("closed")
    return 9
i = g()
print(next(i), i.send("s"), i.throw(ValueError("v")))
i.close()
def h():
    r = yield from k()
    print("r", r)
def k():
    yield 1
    return 5
print(list(h()))`;
  expect(lines(source)).toEqual(['got s', 'thrown v', '1 2 3', 'closed', 'r 5', '[1]']);
});

test('generators: a suspended one that dies runs its finally', () => {
  expect(lines('def g():\n    try:\n        yield\n    finally:\n        print("bye")\ni = g()\nnext(i)\ndel i\nprint("end")')).toEqual(['bye', 'end']);
});

test('generators: StopIteration inside becomes RuntimeError', () => {
  expect(lines('def g():\n    yield next(iter([]))\ntry:\n    list(g())\nexcept RuntimeError as e:\n    print(e, type(e.__cause__).__name__)')).toEqual(['generator raised StopIteration StopIteration']);
});

test('coroutines: awaiting, async with, async for', () => {
  const source = `
class M:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): print("exit")
async def numbers():
    for i in range(3):
        yield i
async def main():
    async with M() as m:
        print(m, [i async for i in numbers()])
    return 7
try:
    main().send(None)
except StopIteration as e:
    print(e.value)`;
  expect(lines(source)).toEqual(['1 [0, 1, 2]', 'exit', '7']);
});
