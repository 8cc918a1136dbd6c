// Seeing memory move: stepping, choosing, comparing, sharing and embedding, by mouse and by keyboard alone.
import AxeBuilder from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { editorOf, expect, test, usePlainEditor } from './fixtures.ts'

const cycle = `import gc
gc.disable()

class Node:
    pass

a = Node()
b = Node()
a.next = b
b.next = a
del a, b
print("garbage")
gc.collect()
`

/** Where the run stands, as the range says it. */
const stepOf = async (page: Page) => Number(await page.getByRole('slider', { name: 'Step of the run' }).inputValue())

async function run(page: Page, source: string): Promise<void> {
  await page.goto('/playground')
  await (await editorOf(page)).fill(source)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('The program has ended.')).toBeVisible({ timeout: 20_000 })
}

const card = (page: Page, name: RegExp) => page.getByTestId('graph').getByRole('button', { name })

test.beforeEach(({ page }) => usePlainEditor(page))

test('mouse: back and forth, objects stay where they are, garbage is marked, the leak is found', async ({ page }) => {
  await run(page, cycle)
  await page.getByRole('button', { name: 'First leak' }).click()
  await expect(page.getByTestId('changes')).toContainText('Line 12 is next')
  await expect(card(page, /^Node #1.*garbage/)).toBeVisible()
  const place = await card(page, /^Node #1/).boundingBox()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('Line 11 is next')
  await expect(card(page, /^Node #1.*reference count 2/)).toBeVisible()
  const placeBefore = await card(page, /^Node #1/).boundingBox()
  expect(placeBefore?.x).toBeCloseTo(place?.x ?? 0, 0)
  expect(placeBefore?.y).toBeCloseTo(place?.y ?? 0, 0)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('unreachable now: Node #1, Node #2')
})

test('mouse: the inspector tells size, holders, history and death of the chosen object', async ({ page }) => {
  await run(page, cycle)
  await page.getByRole('button', { name: 'First leak' }).click()
  await card(page, /^Node #2/).click()
  await page.getByRole('tab', { name: 'Object', exact: true }).click()
  const inspector = page.getByTestId('inspector')
  await expect(inspector).toContainText('sys.getsizeof: 48 bytes')
  await expect(inspector).toContainText('ob_refcnt')
  await expect(inspector.getByRole('button', { name: 'Node #1 .next' })).toBeVisible()
  await expect(inspector.getByRole('list').filter({ hasText: 'no longer by' })).toContainText('line 11')
  await inspector.getByRole('button', { name: /^Died at step/ }).click()
  await expect(inspector).toContainText('At this step it is dead.')
})

test('an object that is pointed at or chosen in one view lights up in the others', async ({ page }) => {
  await run(page, 'class Node:\n    pass\na = Node()\nb = Node()\na.next = b\nvalues = [a]\n')
  const value = (name: string) => page.locator('.inline-value', { hasText: `${name} = ` })
  const view = (name: string) => page.getByRole('tab', { name, exact: true }).click()
  // From the code to the graph and the timeline, and back.
  await value('b').hover()
  await expect(page.locator('.node[data-pointed]')).toContainText('Node #2')
  await expect(page.locator('.timeline-life')).toBeVisible()
  await card(page, /^Node #1/).hover()
  await expect(value('a')).toHaveAttribute('data-pointed', 'true')
  await value('values').click()
  await expect(card(page, /^list #1/)).toHaveAttribute('aria-pressed', 'true')
  await view('Memory')
  await page.getByRole('application', { name: /Memory map/ }).focus()
  await page.keyboard.press('ArrowRight')
  await view('Collector')
  await page.getByTestId('collector').getByRole('button', { name: /^Node #2/ }).hover()
  await expect(value('b')).toHaveAttribute('data-pointed', 'true')
  await view('Table')
  await value('a').hover()
  await expect(page.getByRole('row', { name: /^a/ })).toHaveClass(/bg-copper-soft/)
  await view('Compare')
  await page.getByRole('button', { name: 'Pin this moment' }).click()
  const here = page.getByRole('region', { name: /^Graph, Here/ })
  await here.getByRole('button', { name: /^Node #2/ }).hover()
  await expect(value('b')).toHaveAttribute('data-pointed', 'true')
  await here.getByRole('button', { name: /^Node #2/ }).press('Enter')
  await view('Object')
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'Node #2' })).toBeVisible()
  await page.getByTestId('inspector').getByRole('button', { name: 'Node #1 .next' }).focus()
  await expect(value('a')).toHaveAttribute('data-pointed', 'true')
})

test('scrubbing paints every moment, and the drawing follows when it rests', async ({ page }) => {
  await run(page, 'for n in range(400):\n    items = [n, [n]]\nitems = ["rest"]\n')
  const canvas = page.locator('.graph-canvas')
  await expect(canvas).toBeHidden()
  const painted = await page.evaluate(async () => {
    const range = document.querySelector<HTMLInputElement>('.timeline-range')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    if (range === null || set === undefined) return 0
    let seen = 0
    for (let frame = 0; frame < 40; frame += 1) {
      await new Promise(requestAnimationFrame)
      if (document.querySelector<HTMLCanvasElement>('.graph-canvas')?.hidden === false) seen += 1
      set.call(range, String(Math.round(Number(range.max) * (0.3 + frame / 100))))
      range.dispatchEvent(new Event('input', { bubbles: true }))
    }
    return seen
  })
  expect(painted).toBeGreaterThan(0)
  await expect(canvas).toBeHidden()
  const value = await page.locator('.inline-value', { hasText: 'items = ' }).innerText()
  await expect(page.getByTestId('graph').getByRole('button', { name: value.slice('items = '.length) })).toBeVisible()
})

test('keyboard alone: run, step by line, instruction and allocation, choose, change the view', async ({ page }) => {
  await page.goto('/playground')
  await (await editorOf(page)).fill(cycle)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The program has ended.')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.keyboard.press('l')
  await expect(page.getByTestId('changes')).toContainText('Line 12 is next')
  const leak = await stepOf(page)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => stepOf(page)).toBeLessThan(leak)
  await page.keyboard.press('Home')
  await expect.poll(() => stepOf(page)).toBe(0)
  await page.keyboard.press('a')
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+g')
  await page.keyboard.press('ArrowLeft')
  await card(page, /^Node #1/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Node #1 at 0x/)).toBeVisible()
  await page.keyboard.press('6')
  await expect(page.getByTestId('inspector')).toContainText('Held by')
  await page.keyboard.press('4')
  await expect(page.getByTestId('outline').getByRole('row', { name: /garbage Node #2/ })).toContainText('Node #1 .next')
})

test('a breakpoint set with F9 stops there', async ({ page }) => {
  await run(page, 'total = 0\nfor n in range(3):\n    total += n\n')
  const editor = await editorOf(page)
  await editor.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(field.value.length - 2, field.value.length - 2))
  await editor.press('F9')
  await page.getByRole('button', { name: 'To the start' }).click()
  for (const n of ['0', '1', '2']) {
    await page.keyboard.press(']')
    await expect(page.getByTestId('changes')).toContainText('Line 3 is next')
    await expect(page.locator('.inline-value', { hasText: 'n = ' })).toHaveText(`n = ${n}`)
  }
})

test('a click in the margin sets a breakpoint, another takes it away', async ({ page }) => {
  await run(page, 'total = 0\nfor n in range(3):\n    total += n\nprint(total)\n')
  await page.getByRole('button', { name: 'To the start' }).click()
  const margin = page.locator('.gutter-line').nth(3)
  await margin.click()
  await page.keyboard.press(']')
  await expect(page.getByTestId('changes')).toContainText('Line 4 is next')
  await margin.click()
  await expect(margin).not.toHaveAttribute('data-break')
})

test('jumps lead to the peak, and to where the chosen object was born and died; steps go by call', async ({ page }) => {
  await run(page, 'def make():\n    big = bytearray(5000)\n    return 1\n\nvalues = [1]\nmake()\nvalues = None\n')
  const changes = page.getByTestId('changes')
  await page.getByRole('button', { name: 'Peak' }).click()
  await expect(changes).toContainText('big = bytearray(5000)')
  await expect(changes).toContainText('bytearray <bytearray>')
  await card(page, /^list #1/).click()
  await page.getByRole('button', { name: 'Born', exact: true }).click()
  await expect(changes).toContainText('Line 5 is next')
  await page.getByRole('button', { name: 'Died', exact: true }).click()
  await expect(changes).toContainText('Line 7 is next')
  await page.getByRole('button', { name: 'To the start' }).click()
  await page.getByRole('combobox', { name: 'by', exact: true }).selectOption('call')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(changes).toContainText(/Line [12] is next/)
})

test('the keys are listed where somebody asks for them', async ({ page }) => {
  await run(page, 'x = [1]\n')
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible()
  await expect(page.locator('.shortcut-help dt')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeHidden()
})

test('the memory map shows blocks in their colours and leads to their objects', async ({ page }) => {
  await run(page, 'values = [bytearray(40) for _ in range(400)]\n')
  await page.getByRole('tab', { name: 'Memory' }).click()
  const field = page.getByRole('application', { name: /Memory map/ })
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('bytearray')
  await field.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.map-says')).toContainText(/block of \d+ bytes/)
  // Some pixels have the colour that the legend gives to bytearray.
  const same = await page.getByTestId('map').evaluate((canvas: HTMLCanvasElement) => {
    const entry = [...document.querySelectorAll('.legend-entry')].find((element) => element.textContent.includes('bytearray'))
    const color = entry === undefined ? '' : getComputedStyle(entry.querySelector('.legend-swatch') ?? entry).backgroundColor
    const [red, green, blue] = color.match(/\d+/g)?.map(Number) ?? []
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let found = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found += 1
    return found
  })
  expect(same).toBeGreaterThan(500)
})

test('a collection is played piece by piece', async ({ page }) => {
  await run(page, cycle)
  await page.getByRole('tab', { name: 'Collector' }).click()
  const player = page.getByRole('region', { name: 'The collection, piece by piece' })
  await expect(player).toContainText('because the program asked for it')
  const piece = player.getByRole('slider', { name: 'Piece of the collection' })
  await piece.press('End')
  await expect(player).toContainText('Promotion')
  await piece.press('ArrowLeft')
  await expect(player).toContainText('2 objects freed')
})

test('one program under two versions: what differs is marked', async ({ page }) => {
  await run(page, 'import sys\nprint(sys.getsizeof({}), sys.version_info.minor)\nd = {}\n')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.getByLabel('or run under').selectOption('3.11')
  const compare = page.getByTestId('compare')
  await expect(compare.locator('[data-side=left]')).toHaveText(/64 11/, { timeout: 20_000 })
  await expect(compare.locator('[data-side=right]')).toHaveText(/64 13/)
  await page.getByRole('button', { name: 'Pin this moment' }).click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(compare.getByRole('row', { name: /^d/ })).toContainText('gone')
})

test('two programs: what the second does otherwise is marked', async ({ page }) => {
  await run(page, 'values = [1, 2]\nprint("list")\n')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Pin this moment' }).click()
  await (await editorOf(page)).fill('values = (1, 2)\nprint("tuple")\n')
  await page.keyboard.press('Control+Enter')
  const compare = page.getByTestId('compare')
  await expect(compare.locator('[data-side=left]')).toHaveText(/list/, { timeout: 20_000 })
  await expect(compare.locator('[data-side=right]')).toHaveText(/tuple/)
  await expect(compare.getByRole('row', { name: /^values/ }).first()).toContainText('[1, 2] → (1, 2)')
})

test('a long run under another version shows progress and stops', async ({ page }) => {
  await run(page, 'import sys\nwhile sys.version_info < (3, 13):\n    pass\n')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.getByLabel('or run under').selectOption('3.12')
  const panel = page.getByRole('tabpanel', { name: 'Compare' })
  await expect(panel.getByRole('progressbar')).toBeVisible({ timeout: 30_000 })
  await panel.getByRole('button', { name: 'Stop' }).click()
  await expect(panel.getByText('Running it there…')).toBeHidden()
  await expect(page.getByLabel('or run under')).toBeEnabled()
})

test('a link carries program, version, step and view', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/playground')
  await editorOf(page)
  await page.getByRole('combobox', { name: 'Python', exact: true }).selectOption('3.11')
  await (await editorOf(page)).fill(cycle)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The program has ended.')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('tab', { name: 'Table' }).click()
  await page.getByRole('button', { name: 'First leak' }).click()
  const step = await stepOf(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy frame' }).click()
  await expect(page.getByText('Frame copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/embed?panels=code,graph,object,time,console#p1.')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true', { timeout: 20_000 })
  await expect.poll(() => stepOf(other)).toBe(step)
  await expect(await editorOf(other)).toHaveValue(cycle)
  await expect(other.getByRole('combobox', { name: 'Python', exact: true })).toHaveValue('3.11')
})

test('every sample of the gallery opens at a step of its own', async ({ page }) => {
  await page.goto('/playground')
  await editorOf(page)
  await page.getByRole('button', { name: 'Samples' }).click()
  const titles = await page.getByRole('dialog', { name: 'Samples' }).getByRole('button').locator('strong').allTextContents()
  expect(titles).toHaveLength(14)
  await page.keyboard.press('Escape')
  for (const title of titles) {
    await page.getByRole('button', { name: 'Samples' }).click()
    await page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
    await expect(page.getByRole('slider', { name: 'Step of the run' })).toBeEnabled({ timeout: 30_000 })
    await expect(page.getByTestId('changes')).toHaveText(/is next|has ended/, { timeout: 30_000 })
  }
})

test('other pages may frame /embed, and nothing else', async ({ page, request }) => {
  expect((await request.get('/embed')).headers()['x-frame-options']).toBeUndefined()
  expect((await request.get('/embed')).headers()['content-security-policy']).toMatch(/^default-src 'self'; .*frame-ancestors \*$/)
  expect((await request.get('/playground')).headers()['x-frame-options']).toBe('SAMEORIGIN')
  expect((await request.get('/challenges')).headers()['content-security-policy']).toMatch(/^default-src 'self'; .*frame-ancestors 'self'$/)
  await page.goto('/embed?panels=code,graph,time#cycle')
  await expect(page.getByTestId('graph').getByRole('button', { name: /^Node #1.*garbage/ })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Memory' })).toHaveCount(0)
  await expect(page.locator('.code-line[aria-current=step]')).toContainText('print("unreachable')
})

test('every view is saved as SVG and PNG, in vectors', async ({ page }) => {
  await run(page, cycle)
  await page.getByRole('button', { name: 'First leak' }).click()
  await card(page, /^Node #1/).click()
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Pin this moment' }).click()
  const pictures = [
    ['Names and objects', 'objects', 'Node #1'],
    ['Memory', 'memory', 'never handed out'],
    ['Collector', 'collector', 'allocations less deallocations'],
    ['Table', 'table', 'Refcount'],
    ['Compare', 'comparison', 'All objects are alike'],
    ['Object', 'object', 'ob_refcnt'],
  ] as const
  for (const [view, name, words] of pictures) {
    await page.getByRole('tab', { name: view, exact: true }).click()
    await expect(page.locator('[role=tabpanel]:not([hidden]) .skeleton')).toHaveCount(0)
    const svg = await saved(page, 'SVG')
    expect(svg.suggestedFilename()).toBe(`pyarena-${name}.svg`)
    const text = await readFile(await svg.path(), 'utf8')
    expect(text).toContain(words)
    expect(text).not.toContain('<image')
    expect(text).toContain('@font-face')
    const png = await saved(page, 'PNG')
    expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG')
  }
})

async function saved(page: Page, kind: 'SVG' | 'PNG'): Promise<Download> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: `Save the picture as ${kind}` }).click()
  return await file
}

test('keyboard alone: share a link, compare two moments, read what changed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await run(page, cycle)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByRole('tab', { name: 'Names and objects' }).focus()
  await press('l', '5')
  await page.getByRole('button', { name: 'Pin this moment' }).focus()
  await press('Enter', 'ArrowLeft')
  await expect(page.getByTestId('compare').getByRole('heading', { name: /objects? differs?|objects differ/ })).toBeVisible()
  // What a step changed is said by itself.
  await expect(page.getByRole('status').filter({ hasText: 'Line 11 is next' })).toContainText('Node #1 has count 2 (+1)')
  await page.getByRole('button', { name: 'Share' }).focus()
  await press('Enter', 'Tab', 'Enter')
  await expect(page.getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/playground#p1.')
  await press('Escape')
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeHidden()
})

test('a phone shows code and views in turn, with time at hand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await run(page, cycle)
  await expect(page.getByTestId('graph')).toBeHidden()
  await page.getByRole('button', { name: 'Memory views' }).click()
  await expect(page.getByTestId('graph')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /source/i })).toBeHidden()
  await expect(page.getByRole('slider', { name: 'Step of the run' })).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a phone opens a sample where its garbage is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/playground#cycle')
  // Behind the code at first.
  await expect(page.getByTestId('changes')).toContainText('is next', { timeout: 20_000 })
  await page.getByRole('button', { name: 'Memory views' }).click()
  for (const name of [/^Node #1.*garbage/, /^Node #2.*garbage/]) await expect(card(page, name)).toBeInViewport({ ratio: 0.95, timeout: 20_000 })
})

test('nothing moves for who wants less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await run(page, cycle)
  await page.getByRole('button', { name: 'First leak' }).click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('Line 11 is next')
  const longest = await page.getByTestId('graph').evaluate((graph) => Math.max(0, ...graph.getAnimations({ subtree: true }).map((animation) => Number(animation.effect?.getComputedTiming().activeDuration ?? 0))))
  expect(longest).toBeLessThan(20)
})

test('a run of a million steps shows progress, stops at once, and can be walked through', async ({ page }) => {
  await page.goto('/playground')
  const editor = await editorOf(page)
  await editor.fill('n = 0\nwhile n < 100_000_000:\n    n += 1\n')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await editor.fill('n = 0\nwhile n < 150_000:\n    n += 1\n')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The program has ended.')).toBeVisible({ timeout: 60_000 })
  expect(await stepOf(page)).toBeGreaterThan(1_000_000)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByTestId('changes')).toContainText('is next', { timeout: 30_000 })
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await run(page, cycle)
    await page.getByRole('button', { name: 'First leak' }).click()
    await card(page, /^Node #1/).click()
    for (const view of ['Names and objects', 'Memory', 'Collector', 'Table', 'Compare', 'Object']) {
      await page.getByRole('tab', { name: view, exact: true }).click()
      await expect(page.locator('[role=tabpanel]:not([hidden]) .skeleton')).toHaveCount(0)
      if (view === 'Compare') await page.getByRole('button', { name: 'Pin this moment' }).click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${view}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    }
  })
}
