// Every page, in both themes: no serious accessibility finding, landmarks, one h1, nothing wider than a phone.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { editorOf, expect, newName, signUp, test, usePlainEditor } from './fixtures.ts'

const openPages = ['/', '/challenges', '/challenges/free-this-cycle', '/challenges/two-names', '/challenges/cut-the-ring', '/challenges/who-keeps-the-session', '/lessons/names', '/playground', '/leaderboard', '/sign-in', '/sign-up', '/classrooms', '/account', '/card']

async function expectSound(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/PyArena/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('banner')).toHaveCount(1)
  await expect(page.getByRole('contentinfo')).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })
    for (const path of openPages) {
      test(`${path} is sound`, async ({ page }) => {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
        await expectSound(page)
      })
    }

    test('pages of a member are sound', async ({ page }) => {
      await signUp(page, newName('Reader'))
      await page.goto('/classrooms')
      await page.getByRole('textbox', { name: 'Name' }).fill('Reading room')
      await page.getByRole('button', { name: 'Open the classroom' }).click()
      await expect(page.getByTestId('join-code')).toBeVisible()
      await expectSound(page)
      await page.goto('/challenges')
      await page
        .getByRole('banner')
        .getByRole('link', { name: /^Reader/ })
        .click()
      await expect(page.getByRole('heading', { name: 'Solved challenges' })).toBeVisible()
      await expectSound(page)
      await page.goto('/account')
      await expect(page.getByRole('heading', { name: 'Other browsers' })).toBeVisible()
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expectSound(page)
    })
  })
}

test.describe('a page that does not exist', () => {
  test.use({ expectedConsole: [/404/] })
  test('says so', async ({ page }) => {
    const response = await page.goto('/nothing/here')
    expect(response?.status()).toBe(404)
    await expectSound(page)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  for (const path of openPages) {
    test(`${path} fits`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    })
  }

  test('the menu opens, leads on and closes', async ({ page }) => {
    await page.goto('/')
    const menu = page.getByRole('button', { name: 'Menu' })
    await menu.click()
    await expect(menu).toHaveAttribute('aria-expanded', 'true')
    await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).click()
    await page.waitForURL('**/leaderboard')
    await expect(menu).toHaveAttribute('aria-expanded', 'false')
  })

  test('the editor is a plain text field at first', async ({ page }) => {
    await page.goto('/playground')
    await expect(await editorOf(page)).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Plain text editor' })).toBeChecked()
  })
})

test('the skip link leads to the content', async ({ page }) => {
  await page.goto('/challenges')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the chosen theme stays after a reload', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Use the dark theme' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('an object of the heap picture says who holds it, by keyboard alone', async ({ page }) => {
  await usePlainEditor(page)
  await page.goto('/playground')
  await (await editorOf(page)).fill('class Box: pass\nouter = Box()\nouter.inner = Box()\n')
  await page.keyboard.press('Control+Enter')
  const inner = page.getByRole('button', { name: /^Box/ }).nth(1)
  await expect(inner).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: /^Box/ }).first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(inner).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/refcount 1, held by Box #1 \.inner/)).toBeVisible()
})

test.describe('what belongs to nobody', () => {
  test.use({ expectedConsole: [/404/] })
  for (const path of ['/challenges/no-such-challenge', '/profile/00000000-0000-7000-8000-000000000000', '/classrooms/00000000-0000-7000-8000-000000000000']) {
    test(`${path} answers 404`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404)
      await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
    })
  }
})
