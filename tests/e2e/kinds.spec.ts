// The kinds without an editor, played in a browser: by mouse and by keyboard; and the way through map and lesson.
import { expect, test } from './fixtures.ts'

test('a wrong prediction is explained and brings another program; a right one is accepted', async ({ page }) => {
  await page.goto('/challenges/the-block-comes-back')
  const program = page.getByRole('list', { name: 'The program' })
  const firstProgram = await program.innerText()
  await page.getByRole('group', { name: 'What does line 10 print?' }).getByText('False').click()
  await page.getByRole('group', { name: 'What does line 13 print?' }).getByText('False').click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByTestId('verdict')).toContainText('a freed block was never used again')
  await page.getByRole('button', { name: 'Try again with another program' }).click()
  expect(await program.innerText()).not.toBe(firstProgram)
  const isTaken = (await program.innerText()).includes('del second') || (await program.innerText()).includes('second = None')
  await page.getByRole('group', { name: 'What does line 10 print?' }).getByText('True').click()
  await page.getByRole('group', { name: 'What does line 13 print?' }).getByText(isTaken ? 'True' : 'False').click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByTestId('verdict')).toContainText('Accepted')
})

test('references are cut by mouse and by keyboard, and the engine says what died', async ({ page }) => {
  await page.goto('/challenges/let-the-photo-go')
  const did = page.getByRole('list', { name: 'What the cuts did' })
  await page.locator('.wire-hit').first().dispatchEvent('click')
  await expect(did.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Start again' }).click()
  for (const reference of ['name photo', 'list #1 [0]', "dict #1 ['left']"]) {
    await page.getByRole('button', { name: `Cut ${reference} to` }).focus()
    await page.keyboard.press('Enter')
    await expect(did).toContainText(reference)
  }
  await expect(did).toContainText('Photo #1 dies.')
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByTestId('verdict')).toContainText('gold')
})

test('a finger cuts a reference on the picture', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, ...(baseURL === undefined ? {} : { baseURL }) })
  const page = await context.newPage()
  await page.goto('/challenges/let-the-photo-go')
  const wire = page.locator('.wire-hit').first()
  await wire.scrollIntoViewIfNeeded()
  const middle = await wire.evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
    const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined)
    return { x: at.x, y: at.y }
  })
  await page.touchscreen.tap(middle.x, middle.y)
  await expect(page.getByRole('list', { name: 'What the cuts did' }).getByRole('listitem')).toHaveCount(1)
  await context.close()
})

test('a phone shows the heap that is to be built whole, and larger on demand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const challenge of ['build-a-ring', 'a-tree-from-the-picture']) {
    await page.goto(`/challenges/${challenge}`)
    const picture = page.getByRole('group', { name: 'The heap to build' })
    const edges = () => picture.locator('.object-card').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().right))
    await expect.poll(async () => (await edges()).length).toBeGreaterThan(2)
    await expect.poll(async () => Math.max(...(await edges()))).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Larger' }).press('Enter')
    await expect.poll(async () => Math.max(...(await edges()))).toBeGreaterThan(390)
    await expect(page.getByText('It goes on to the right')).toBeVisible()
    await page.getByRole('button', { name: 'Smaller' }).press('Enter')
    await expect.poll(async () => Math.max(...(await edges()))).toBeLessThanOrEqual(390)
  }
})

test('a line and a reference are marked', async ({ page }) => {
  await page.goto('/challenges/who-keeps-the-session')
  await page.getByRole('list', { name: 'The program' }).getByRole('button', { name: /listeners\.append/ }).click()
  await page.getByRole('radio', { name: /Which reference keeps/ }).check()
  await page.getByRole('button', { name: 'Mark list #2 [0] to' }).click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByTestId('verdict')).toContainText('Accepted')
})

test('the map finds by kind and word, and leads to a lesson whose prediction is checked in place', async ({ page }) => {
  await page.goto('/challenges')
  await page.getByLabel('Kind').selectOption('hunt')
  await page.getByRole('searchbox', { name: 'Search' }).fill('closures')
  await expect(page.getByRole('link', { name: /The function that remembers/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Two names/ })).toHaveCount(0)
  await page.getByRole('link', { name: /^Lesson ?: ?Leaks/ }).click()
  const prediction = page.getByRole('form', { name: 'A quick prediction' }).first()
  await prediction.getByLabel('What does line 6 print?').fill('1')
  await prediction.getByRole('button', { name: 'Check' }).click()
  await expect(prediction.getByRole('status')).not.toBeEmpty()
  await prediction.getByLabel('What does line 6 print?').fill('two')
  await prediction.getByRole('button', { name: 'Check' }).click()
  await expect(prediction.getByRole('status')).toContainText('Right')
})
