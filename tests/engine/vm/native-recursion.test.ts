// Recursion through native code (`__repr__` in repr, a key function in sort …) goes as deep as CPython's, and native code does the same there as at the top.
// recorded/*.txt is what CPython 3.11 and 3.13 print.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lines } from './running.ts'

const RECORDED = path.join(import.meta.dirname, 'recorded')
const read = (name: string): string => fs.readFileSync(path.join(RECORDED, name), 'utf8')

const cases = (['3.11', '3.13'] as const).flatMap((python) => ['native-recursion', 'native-callers', 'nested-callbacks'].map((name) => [name, python] as const))
test.each(cases)('%s prints what CPython %s prints', (name, python) => {
  expect(lines(read(`${name}.py`), { python })).toEqual(read(`${name}.${python}.txt`).trimEnd().split('\n'))
})
