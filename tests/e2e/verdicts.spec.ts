// Wrong submissions of each kind get their verdict, and words that help.
import { expect, openWith, submit, test, usePlainEditor } from './fixtures.ts'
import { verdictWords } from '../../app/_components/verdict-tag.tsx'
import { solutionOf, starterOf, wrongSolutions } from './solutions.ts'

const slug = 'free-this-cycle'
const starter = starterOf(slug)

const kinds = [
  { kind: 'a goal that is not met', source: starter, title: /Wrong answer|Partly there/, words: /still alive/ },
  { kind: 'a program that does not compile', source: 'def broken(:\n    pass\n', title: 'Does not compile', words: 'SyntaxError: invalid syntax' },
  { kind: 'an exception', source: `${starter}\nraise ValueError("a pity")\n`, title: 'Stopped by an exception', words: 'ValueError: a pity' },
  { kind: 'a loop without end', source: `${starter}\nwhile True:\n    pass\n`, title: 'Too many steps', words: 'loop that never ends' },
  {
    kind: 'a heap that explodes',
    source: `${starter}\nhoard = []\nwhile True:\n    hoard.append(bytes(1_000_000))\n`,
    title: 'Too much memory',
    words: 'more bytes alive',
  },
  { kind: 'endless output', source: `${starter}\nwhile True:\n    print("x" * 1000)\n`, title: 'Too much output', words: 'printed more' },
] as const

test.beforeEach(({ page }) => usePlainEditor(page))

for (const { kind, source, title, words } of kinds) {
  test(`${kind} is called by its name`, async ({ page }) => {
    await openWith(page, slug, source)
    const verdict = await submit(page)
    await expect(verdict).toContainText(title)
    await expect(verdict).toContainText(words)
    await expect(verdict).not.toContainText('Accepted')
  })
}

test.describe('where the collector is not to help', () => {
  const withoutCollector = 'free-it-without-the-collector'
  const accepted = solutionOf(withoutCollector, 'accepted')

  test('a construct that is ruled out is called by its name', async ({ page }) => {
    await openWith(page, withoutCollector, `${accepted}\nimport gc\n`)
    const verdict = await submit(page)
    await expect(verdict).toContainText('Not allowed here')
    await expect(verdict).toContainText(/Line \d+.*gc/)
  })
  test('luck with the collector’s schedule is found out', async ({ page }) => {
    // The lists that follow make the collector run, which happens to free the ring. The program itself makes three nodes before.
    await openWith(page, withoutCollector, `${accepted}\nlost = Node("lost")\nlost.itself = lost\ndel lost\nfiller = [[] for _ in range(5000)]\n`)
    const verdict = await submit(page)
    await expect(verdict).toContainText('Depends on the collector')
    await expect(verdict).toContainText('With the collector switched off: Node #4 (made in line 34) is still alive: refcount 1, held by Node #4 .itself.')
  })
})

for (const { name, source, verdict, says } of wrongSolutions(slug)) {
  test(`${name} is told what is wrong in the heap`, async ({ page }) => {
    await openWith(page, slug, source)
    const shown = await submit(page)
    await expect(shown).toContainText(verdictWords(verdict).title)
    await expect(page.getByRole('region', { name: 'Goals' }).or(shown).filter({ hasText: says }).first()).toBeVisible()
  })
}

test('the line of a server’s traceback leads into the editor', async ({ page }) => {
  await openWith(page, slug, 'first = 1\nsecond = first / 0\n')
  const verdict = await submit(page)
  await verdict.getByRole('button', { name: 'line 2, go there' }).click()
  await expect(page.getByRole('textbox', { name: /program/ })).toBeFocused()
})

test('a submission that spins does not hold up another person’s', async ({ page, browser }) => {
  await openWith(page, slug, 'while True:\n    pass\n')
  await page.getByRole('button', { name: 'Submit' }).click()
  const other = await browser.newContext()
  const otherPage = await other.newPage()
  await usePlainEditor(otherPage)
  await openWith(otherPage, slug, starter)
  await expect(await submit(otherPage)).toContainText('attempt 1')
  await other.close()
})
