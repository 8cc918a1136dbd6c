// A learner joins a class; the teacher sees the result and takes it home; a stranger sees nothing at all.
import fs from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, newName, openWith, signUp, submit, test, usePlainEditor } from './fixtures.ts'
import { solutionOf, starterOf } from './solutions.ts'

const slug = 'free-this-cycle'

async function openClassroom(page: Page, name: string): Promise<string> {
  await page.goto('/classrooms')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Open the classroom' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return page.getByTestId('join-code').innerText()
}

async function join(page: Page, code: string): Promise<void> {
  await page.goto('/classrooms')
  await page.getByLabel('Join code').fill(code)
  await page.getByRole('button', { name: 'Join' }).click()
}

test('a learner joins, solves what is assigned, and the teacher sees and exports it', async ({ page, browser }) => {
  const teacher = newName('Teacher')
  const learner = newName('Learner')
  await signUp(page, teacher)
  const code = await openClassroom(page, 'Memory, first year')
  await page.getByLabel('Title').fill('Week one')
  await page.getByRole('checkbox', { name: /^Free this cycle/ }).check()
  await page.getByLabel(/^Due/).fill('2099-05-01T12:00')
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByRole('heading', { name: 'Week one' })).toBeVisible()

  const learnerContext = await browser.newContext()
  const learnerPage = await learnerContext.newPage()
  await usePlainEditor(learnerPage)
  await signUp(learnerPage, learner)
  await join(learnerPage, code.toLowerCase())
  await expect(learnerPage.getByRole('heading', { name: 'Week one' })).toBeVisible()
  await expect(learnerPage.getByTestId('join-code')).toHaveCount(0)

  await openWith(learnerPage, slug, starterOf(slug))
  await submit(learnerPage)
  const row = page.getByRole('row', { name: new RegExp(learner) }).filter({ has: page.getByRole('rowheader') })
  await expect(row.first()).toContainText('tried', { timeout: 20_000 })

  await openWith(learnerPage, slug, solutionOf(slug, 'accepted'))
  await expect(await submit(learnerPage)).toContainText('Accepted')
  await expect(row.first()).toContainText('passed', { timeout: 20_000 })
  await expect(row.first()).toContainText('2 attempts')

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Grades as CSV' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const csv = await fs.readFile(await download.path(), 'utf8')
  expect(csv.split(/\r?\n/).find((line) => line.includes(learner))).toBeTruthy()

  await page.reload()
  await page.getByText('More time for one learner').click()
  const more = page.getByRole('form', { name: 'More time for one learner: Week one' })
  await more.getByLabel('Learner', { exact: true }).selectOption(learner)
  await more.getByLabel('Due for this learner').fill('2099-04-01T12:00')
  await more.getByRole('button', { name: 'Give more time' }).click()
  await expect(page.getByText('must come after the due date of the assignment')).toBeVisible()
  await more.getByLabel('Due for this learner').fill('2099-05-09T12:00')
  await more.getByRole('button', { name: 'Give more time' }).click()
  await expect(page.getByRole('list', { name: 'More time for Week one' })).toContainText(`${learner}: until 9 May 2099, 12:00`)
  await expect(row.first()).toContainText('due 9 May 2099')
  await learnerPage.goto('/classrooms')
  await expect(learnerPage.getByText('due 9 May 2099, 12:00 (more time for you)')).toBeVisible()

  await row.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(learner)
  await page.getByText('#1', { exact: true }).click()
  await expect(page.getByLabel('Program of attempt 1')).toBeVisible()
  await learnerContext.close()
})

test('a teacher changes an assignment, the classroom’s name, its boards, and copies and archives it', async ({ page, browser }) => {
  await signUp(page, newName('Teacher'))
  const code = await openClassroom(page, 'First name')
  await page.getByLabel('Title').fill('Week one')
  await page.getByRole('checkbox', { name: /^Free this cycle/ }).check()
  await page.getByRole('button', { name: 'Assign' }).click()
  await page.getByRole('button', { name: 'Change the assignment Week one' }).click()
  const form = page.getByRole('form', { name: /^Change/ })
  await form.getByLabel('Title').fill('Week two')
  await form.getByRole('checkbox', { name: /^Slots/ }).check()
  await form.getByLabel(/^Due/).fill('2099-05-02T12:00')
  await form.getByLabel(/^Late work/).fill('2099-05-01T12:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('must come after the due date')
  await form.getByLabel(/^Late work/).fill('2099-05-09T12:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Week two' })).toBeVisible()
  await expect(page.getByText('due 2 May 2099, 12:00, late work until 9 May 2099, 12:00')).toBeVisible()

  const settings = page.getByRole('region', { name: 'Settings' })
  await settings.getByLabel('Name of the classroom').fill('Second name')
  await settings.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Second name' })).toBeVisible()
  await settings.getByRole('checkbox', { name: /^No leaderboards/ }).check()
  await expect(settings.getByText('Leaderboards are off.')).toBeVisible()

  const context = await browser.newContext()
  const learner = await context.newPage()
  await signUp(learner, newName('Learner'))
  await join(learner, code)
  await expect(learner.getByRole('heading', { name: 'Week two' })).toBeVisible()
  for (const path of ['/leaderboard', `/challenges/${slug}`]) {
    await learner.goto(path)
    await expect(learner.getByText('The teacher of “Second name” has turned leaderboards off.')).toBeVisible()
    await expect(learner.getByRole('heading', { name: 'Where you stand' })).toHaveCount(0)
  }

  await settings.getByRole('button', { name: 'Archive this classroom' }).click()
  await settings.getByRole('button', { name: 'Yes, archive it' }).click()
  await expect(page.getByText('This classroom is archived')).toBeVisible()
  await settings.getByRole('button', { name: 'Open again' }).click()
  await expect(page.getByTestId('join-code')).toHaveText(code)
  await settings.getByRole('button', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Copy of Second name' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Week two' })).toBeVisible()
  await context.close()
})

test('a replaced join code no longer works', async ({ page, browser }) => {
  await signUp(page, newName('Teacher'))
  const code = await openClassroom(page, 'Closed door')
  await page.getByRole('button', { name: 'Replace it' }).click()
  await expect(page.getByTestId('join-code')).not.toHaveText(code)
  const context = await browser.newContext()
  const learner = await context.newPage()
  await signUp(learner, newName('Late'))
  await join(learner, code)
  await expect(learner.getByRole('alert').first()).toBeVisible()
  await context.close()
})

test.describe('a stranger', () => {
  test.use({ expectedConsole: [/404/] })
  test('gets 404 for everything of a class', async ({ page, browser }) => {
    await signUp(page, newName('Teacher'))
    await openClassroom(page, 'Private')
    const address = new URL(page.url()).pathname
    const context = await browser.newContext()
    const stranger = await context.newPage()
    const statuses = async () =>
      Promise.all(
        [address, `${address}/grades.csv`, `/api${address}/grid`].map(async (path) => (await context.request.get(new URL(path, page.url()).href)).status()),
      )
    expect(await statuses()).toEqual([404, 404, 404])
    await signUp(stranger, newName('Stranger'))
    expect(await statuses()).toEqual([404, 404, 404])
    await stranger.goto(address)
    await expect(stranger.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
    await context.close()
  })
})

test('a guest is asked to sign up before joining', async ({ page }) => {
  await page.goto('/classrooms')
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign up' })).toBeVisible()
})
