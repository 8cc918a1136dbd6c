// What every end-to-end test starts from: a page whose console must stay clean, and the few things that people do again and again.
import { randomUUID } from 'node:crypto'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

interface Fixtures {
  /** Console messages that a test expects, beside none at all. */
  readonly expectedConsole: RegExp[]
}

export const test = base.extend<Fixtures>({
  expectedConsole: [[], { option: true }],
  context: async ({ context, expectedConsole }, use) => {
    const complaints: string[] = []
    context.on('weberror', (error) => complaints.push(error.error().message))
    context.on('console', (message) => {
      if (message.type() === 'error' && !expectedConsole.some((pattern) => pattern.test(message.text())))
        complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`)
    })
    await use(context)
    expect(complaints, 'errors in the browser console').toEqual([])
  },
})

export { expect }

export const password = 'correct horse battery'

/** A name that nobody has yet. */
export function newName(stem: string): string {
  return `${stem} ${randomUUID().slice(0, 8)}`
}

/** Makes an account through the page; ends on the map of challenges. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.waitForURL('**/challenges')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** From now on this page's editors are plain text fields, which tests can fill. */
export async function usePlainEditor(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('pyarena:editor', 'plain'))
}

/** The plain editor, once it holds a program. */
export async function editorOf(page: Page): Promise<Locator> {
  const editor = page.getByRole('textbox', { name: /program|source/i })
  await expect(editor).toHaveValue(/\S/)
  return editor
}

/** Opens a challenge and replaces the program. */
export async function openWith(page: Page, slug: string, source: string): Promise<void> {
  await page.goto(`/challenges/${slug}`)
  await (await editorOf(page)).fill(source)
}

/** Submits what the editor holds and gives the region that shows the verdict, once there is one. */
export async function submit(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Submit' }).click()
  const verdict = page.getByTestId('verdict')
  await expect(verdict).toContainText(/attempt \d+/, { timeout: 30_000 })
  return verdict
}
