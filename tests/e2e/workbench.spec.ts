// The workbench: run, stop, tracebacks, keyboards, and work that is never lost.
import { editorOf, expect, newName, signUp, test, usePlainEditor } from './fixtures.ts'

test.describe('with the plain editor', () => {
  test.beforeEach(({ page }) => usePlainEditor(page))

  test('a program runs and shows its output, names and counts', async ({ page }) => {
    await page.goto('/playground')
    await (await editorOf(page)).fill('values = [1, 2]\nsame = values\nprint(len(values))\n')
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page.getByTestId('console')).toHaveText('2\n', { timeout: 20_000 })
    await page.getByRole('tab', { name: 'Table' }).click()
    const row = page.getByRole('row', { name: /^values/ })
    await expect(row).toContainText('list')
    await expect(row).toContainText('[1, 2]')
    await expect(row).toContainText('reference count 2')
    await expect(row).toContainText('72 B')
    await expect(page.getByRole('status').filter({ hasText: 'Finished. 1 line of output.' })).toHaveCount(1)
  })

  test('a traceback is CPython’s, and its line number moves the caret', async ({ page }) => {
    await page.goto('/playground')
    const editor = await editorOf(page)
    await editor.fill('def half(n):\n    return n / 0\n\nhalf(3)\n')
    await page.getByRole('button', { name: 'Run' }).click()
    const shown = page.getByTestId('console')
    await expect(shown).toContainText('Traceback (most recent call last):', { timeout: 20_000 })
    await expect(shown).toContainText('ZeroDivisionError: division by zero')
    await page.getByRole('button', { name: 'line 2, go there' }).click()
    await expect(editor).toBeFocused()
    expect(await editor.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe('    return n / 0')
  })

  test('Stop ends a loop at once, and the next run works', async ({ page }) => {
    await page.goto('/playground')
    const editor = await editorOf(page)
    await editor.fill('n = 0\nwhile True:\n    n += 1\n')
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 20_000 })
    const pressedAt = Date.now()
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByRole('button', { name: 'Run' })).toBeVisible()
    expect(Date.now() - pressedAt).toBeLessThan(1_000)
    await editor.fill('print("again")\n')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('console')).toHaveText('again\n', { timeout: 20_000 })
  })

  test('Tab indents, Escape and Tab leave, Enter keeps the indentation', async ({ page }) => {
    await page.goto('/playground')
    const editor = await editorOf(page)
    await editor.fill('')
    await editor.pressSequentially('if True:\npass')
    await expect(editor).toHaveValue('if True:\n    pass')
    await page.keyboard.press('Tab')
    await expect(editor).toHaveValue('if True:\n    pass    ')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(editor).not.toBeFocused()
  })

  test('work survives a reload, and becomes the member’s who signs up', async ({ page }) => {
    const work = '# my own work\nprint(1)\n'
    await page.goto('/challenges/free-this-cycle')
    await (await editorOf(page)).fill(work)
    await page.reload()
    await expect(await editorOf(page)).toHaveValue(work)
    await signUp(page, newName('Keeper'))
    await page.goto('/challenges/free-this-cycle')
    await expect(await editorOf(page)).toHaveValue(work)
  })

  test('Start again brings the starter back, Undo the work', async ({ page }) => {
    await page.goto('/challenges/free-this-cycle')
    const editor = await editorOf(page)
    const starter = await editor.inputValue()
    await editor.fill('print("mine")\n')
    await page.getByRole('button', { name: 'Start again' }).click()
    await expect(editor).toHaveValue(starter)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(editor).toHaveValue('print("mine")\n')
  })

  test('Run checks the visible goals in the browser', async ({ page }) => {
    await page.goto('/challenges/free-this-cycle')
    await editorOf(page)
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page.getByText('Checked in your browser, provisionally')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('region', { name: 'Goals' })).toContainText('not met')
  })

  test('an object that a verdict names is chosen in the views, by mouse and by keyboard', async ({ page }) => {
    await page.goto('/challenges/free-this-cycle')
    await editorOf(page)
    await page.getByRole('button', { name: 'Run' }).click()
    const named = page.getByRole('region', { name: 'Goals' }).getByRole('button', { name: /^\w+ #\d+$/ }).first()
    await expect(named).toBeVisible({ timeout: 20_000 })
    const card = page.getByTestId('graph').getByRole('button', { name: new RegExp(`^${await named.innerText()},`) })
    await named.click()
    await expect(named).toHaveAttribute('aria-pressed', 'true')
    await expect(card).toHaveAttribute('aria-pressed', 'true')
    await named.press('Enter')
    await expect(card).toHaveAttribute('aria-pressed', 'false')
    await named.press(' ')
    await expect(card).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(new RegExp(`^${await named.innerText()} at 0x.*held by`))).toBeVisible()
  })

  test('the starting heap is there before the first run', async ({ page }) => {
    await page.goto('/challenges/free-this-cycle')
    await expect(page.getByRole('heading', { name: 'The memory you start with' })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Names and objects' })).toBeVisible({ timeout: 20_000 })
  })

  test('hints come one at a time and stay', async ({ page }) => {
    await page.goto('/challenges/free-this-cycle')
    await page.getByRole('button', { name: /Show hint 1 of/ }).click()
    const hints = page.getByRole('region', { name: 'Hints' })
    await expect(hints.getByText('hint 1', { exact: true })).toBeVisible()
    await page.reload()
    await expect(hints.getByText('hint 1', { exact: true })).toBeVisible()
    await expect(hints.getByRole('button', { name: /Show hint 2 of/ })).toBeVisible()
  })
})

test('Monaco colours Python, runs with Ctrl+Enter and lets Tab leave after Escape', async ({ page }) => {
  await page.goto('/playground')
  const editor = page.getByRole('textbox', { name: 'Python source' })
  await expect(editor).toBeAttached({ timeout: 30_000 })
  await editor.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('import gc\nprint(gc.isenabled())')
  await expect(page.locator('.view-line span', { hasText: /^import$/ }).last()).toHaveCSS('color', 'rgb(151, 25, 79)')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('console')).toHaveText('True\n', { timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Plain text editor' })).toBeFocused()
})

test('Monaco shows what another hand put into the editor, again and again', async ({ page }) => {
  await page.goto('/challenges/free-this-cycle')
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' })
  await expect(editor).toBeAttached({ timeout: 30_000 })
  await editor.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('mine = 1')
  const lines = page.locator('.view-lines')
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole('button', { name: 'Start again' }).click()
    await expect(lines).toContainText('class')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(lines).toHaveText(/^mine\s=\s1$/)
  }
})

test('the choice of editor is remembered', async ({ page }) => {
  await page.goto('/playground')
  await page.getByRole('checkbox', { name: 'Plain text editor' }).check()
  await page.reload()
  await expect(page.locator('textarea.plain-text')).toBeVisible()
})
