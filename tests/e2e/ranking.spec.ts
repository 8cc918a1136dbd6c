// Two learners tie: they share a rank, the earlier one stands first, and the next rank is left out.
import type { Browser } from '@playwright/test'
import { expect, newName, openWith, signUp, submit, test, usePlainEditor } from './fixtures.ts'
import { solutionOf } from './solutions.ts'

const slug = 'free-this-cycle'

async function solve(browser: Browser, name: string, solution: string): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await usePlainEditor(page)
  await signUp(page, name)
  await openWith(page, slug, solutionOf(slug, solution))
  await expect(await submit(page)).toContainText('Accepted')
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('you')
  await context.close()
}

test('equal results share a rank, earliest first, and the next one counts on', async ({ page, browser }) => {
  const [early, late, behind] = [newName('Early'), newName('Late'), newName('Behind')]
  await solve(browser, early, 'par')
  await solve(browser, late, 'par')
  await solve(browser, behind, 'accepted')
  await page.goto(`/challenges/${slug}?board=all`)
  const board = page.getByRole('region', { name: 'Where you stand' })
  const rows = await board.getByRole('row').allInnerTexts()
  const at = (name: string) => rows.findIndex((row) => row.includes(name))
  const rankOf = (name: string) => Number(/\d+/.exec(rows[at(name)] ?? '')?.[0])
  expect(rankOf(early)).toBe(1)
  expect(rankOf(late)).toBe(1)
  expect(at(early)).toBeLessThan(at(late))
  expect(rows[at(late)]).toContain('shared')
  expect(rankOf(behind)).toBe(3)
})

test('others’ solutions are there for who has solved it, and only then', async ({ page, browser }) => {
  const first = newName('First')
  await solve(browser, first, 'accepted')
  await usePlainEditor(page)
  await signUp(page, newName('Second'))
  await page.goto(`/challenges/${slug}`)
  const others = page.getByRole('region', { name: 'How others did it' })
  await expect(others).toContainText('Solve the challenge to see how others did it.')
  await openWith(page, slug, solutionOf(slug, 'par'))
  await expect(await submit(page)).toContainText('Accepted')
  await expect(others.getByText(/alike|First/).first()).toBeVisible()
  await others.locator('summary').last().click()
  await expect(others.getByLabel(/^The program of/).last()).toContainText('class Node')
})

test('the neighbours come first, the whole table on request', async ({ page }) => {
  await page.goto(`/challenges/${slug}`)
  await page.getByRole('link', { name: 'Show the whole table' }).click()
  await expect(page.getByRole('link', { name: 'Only my neighbours' })).toBeVisible()
})
