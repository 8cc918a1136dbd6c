// A guest solves *free this cycle* and signs up: everything comes along.
import { expect, newName, openWith, signUp, submit, test, usePlainEditor } from './fixtures.ts'
import { solutionOf, starterOf } from './solutions.ts'

test('a guest frees the cycle, signs up, and keeps attempts, points and place', async ({ page }) => {
  await usePlainEditor(page)
  await openWith(page, 'free-this-cycle', starterOf('free-this-cycle'))
  await expect(await submit(page)).toContainText(/Wrong answer|Partly there/)
  await expect(page.getByText('Checked by the server')).toBeVisible()

  await openWith(page, 'free-this-cycle', solutionOf('free-this-cycle', 'accepted'))
  const verdict = await submit(page)
  await expect(verdict).toContainText('Accepted')
  await expect(verdict).toContainText('You play as a guest.')
  await expect(verdict.getByRole('link', { name: /^Next|^All challenges/ })).toBeVisible()

  await verdict.getByRole('link', { name: 'Sign up' }).click()
  await expect(page.getByText('You have solved 1 challenge as a guest')).toBeVisible()
  const name = newName('Guest')
  await signUp(page, name)
  await expect(page.getByRole('link', { name: /Free this cycle/ })).toContainText('solved')

  await page.goto('/challenges/free-this-cycle')
  const attempts = page.getByRole('region', { name: 'Attempts' })
  await expect(attempts.getByText('#2', { exact: true })).toBeVisible()
  await expect(attempts.getByText('#1', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('you')

  await page.goto('/leaderboard')
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('you')
})

test('an attempt can be put back into the editor', async ({ page }) => {
  await usePlainEditor(page)
  const first = `${starterOf('free-this-cycle')}# first\n`
  await openWith(page, 'free-this-cycle', first)
  await submit(page)
  const editor = page.getByRole('textbox', { name: /program/ })
  await editor.fill('print("second")\n')
  await page.getByRole('region', { name: 'Attempts' }).getByText('#1', { exact: true }).click()
  await page.getByRole('button', { name: 'Put this program into the editor' }).click()
  await expect(editor).toHaveValue(first)
})
