// How each view looks for a fixed program, compared with the pictures in looks/. After a wanted change write them anew with
// `npx playwright test looks --update-snapshots`, and look at them before they are committed.
import { editorOf, expect, test, usePlainEditor } from './fixtures.ts'
import type { Locator, Page } from '@playwright/test'

const program = `import gc
gc.disable()

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

a = Node("a")
b = Node("b")
a.next, b.next = b, a
values = [1, 2.5, "text", a]
print("made", len(values))
del a, b, values[3]
print("garbage waits")
gc.collect()
1 / 0
`

/** Browsers of one kind draw the same letters with slightly different edges; a moved, missing or recoloured part is much more than this. */
const tolerance = { maxDiffPixelRatio: 0.02, threshold: 0.3 } as const

/** Where a part draws figures of the interpreter's own, a nearer model of its start moves more of it. */
async function looksLike(part: Locator, name: string, maxDiffPixelRatio: number = tolerance.maxDiffPixelRatio): Promise<void> {
  await expect(part).toHaveScreenshot(`${name}.png`, { ...tolerance, maxDiffPixelRatio, animations: 'disabled', caret: 'hide' })
}

async function open(page: Page): Promise<void> {
  await usePlainEditor(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/playground')
  await (await editorOf(page)).fill(program)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('The program has ended.', { timeout: 20_000 })
  await page.getByRole('button', { name: 'First leak' }).click()
  await expect(page.getByTestId('changes')).toContainText('Line 15 is next')
  await page.getByTestId('graph').getByRole('button', { name: /^Node #1/ }).click()
  await page.evaluate(() => document.fonts.ready)
  // How large the first picture of a run is drawn depends on how far the page is when it comes.
  await page.getByRole('button', { name: /fit the whole graph$/ }).click()
  await page.mouse.move(0, 0)
}

/** Shows a view and waits until it is there. */
async function viewOf(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click()
  await page.mouse.move(0, 0)
  const panel = page.locator('[role=tabpanel]:not([hidden])')
  await expect(panel.locator('.skeleton')).toHaveCount(0)
  return panel
}

test('code, console and timeline at the first leak', async ({ page }) => {
  await open(page)
  await looksLike(page.locator('.editor-frame'), 'code')
  await looksLike(page.getByRole('region', { name: 'Console' }), 'console')
  await looksLike(page.getByTestId('timeline'), 'timeline', 0.08)
})

test('names and objects, the memory map, the collector', async ({ page }) => {
  await open(page)
  await looksLike(await viewOf(page, 'Names and objects'), 'graph')
  const map = await viewOf(page, 'Memory')
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible()
  await looksLike(map, 'memory', 0.12)
  const collector = await viewOf(page, 'Collector')
  await page.getByRole('slider', { name: 'Piece of the collection' }).press('End')
  await page.getByRole('slider', { name: 'Piece of the collection' }).press('ArrowLeft')
  await looksLike(collector, 'collector')
})

test('the table, a comparison, the inspector', async ({ page }) => {
  await open(page)
  await looksLike(await viewOf(page, 'Table'), 'table')
  const compare = await viewOf(page, 'Compare')
  await page.getByRole('button', { name: 'Pin this moment' }).click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('Line 14 is next')
  await expect(compare.getByRole('heading', { name: /differ/ })).toBeVisible()
  await looksLike(compare, 'compare')
  const inspector = await viewOf(page, 'Object')
  await expect(inspector).toContainText('ob_refcnt')
  await expect(inspector).not.toContainText('Following every reference')
  await looksLike(inspector, 'object')
})

test('the dark theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  await looksLike(page.locator('.workbench'), 'dark')
})

test('a phone', async ({ page }) => {
  await open(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Memory views' }).click()
  await expect(page).toHaveScreenshot('phone.png', { ...tolerance, animations: 'disabled' })
})
