// A submission is sent until it is answered, always with the same request id.
import { beforeEach, expect, it, vi } from 'vitest'
import { submitUntilAnswered, type SubmissionPhase } from '../../lib/client/submission-client.ts'

type Answer = { readonly status: number; readonly body: unknown } | 'lost' | 'cut short'

const pending = { requestId: '0b2f6f5e-6d1e-4c55-9d3c-111111111111', challengeVersionId: 'slots@1', source: 'pass\n' }
const queued = { attempt: { id: 's1', state: 'queued' } }
const judged = { attempt: { id: 's1', state: 'judged', verdict: 'accepted' } }
const sent: { readonly url: string; readonly body: string | null }[] = []

function serve(...answers: Answer[]): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: typeof init.body === 'string' ? init.body : null })
    const answer = answers.shift() ?? 'lost'
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    if (answer === 'cut short') return new Response('{"attempt": {"id"')
    return Response.json(answer.body, { status: answer.status })
  })
}

async function submit(): Promise<{ end: Awaited<ReturnType<typeof submitUntilAnswered>>; phases: SubmissionPhase[] }> {
  const phases: SubmissionPhase[] = []
  const working = submitUntilAnswered('slots', pending, (phase) => phases.push(phase), new AbortController().signal)
  await vi.runAllTimersAsync()
  return { end: await working, phases }
}

beforeEach(() => {
  sent.length = 0
  vi.useFakeTimers()
})

it('waits in the queue until there is a verdict', async () => {
  serve({ status: 200, body: queued }, { status: 200, body: queued }, { status: 200, body: judged })
  const { end, phases } = await submit()
  expect(end).toMatchObject({ kind: 'judged', attempt: { verdict: 'accepted' } })
  expect(phases).toEqual(['sending', 'queued'])
  expect(sent.map(({ url }) => url)).toEqual(['/api/submissions', '/api/submissions/s1', '/api/submissions/s1'])
})

it('sends the same request id again when the server goes away', async () => {
  serve('lost', { status: 200, body: queued }, 'lost', { status: 503, body: { message: 'busy' } }, { status: 200, body: judged })
  const { end, phases } = await submit()
  expect(end.kind).toBe('judged')
  expect(phases).toContain('reconnecting')
  const bodies = sent.filter(({ url }) => url === '/api/submissions').map(({ body }) => body)
  expect(bodies).toHaveLength(4)
  expect(new Set(bodies).size).toBe(1)
})

it('gives a refusal in the server’s words', async () => {
  serve({ status: 429, body: { reason: 'too-many', message: 'Please wait a minute.' } })
  expect((await submit()).end).toEqual({ kind: 'refused', message: 'Please wait a minute.' })
})

it('does not take half a reply for an answer', async () => {
  serve('cut short', { status: 404, body: null }, { status: 200, body: {} }, { status: 200, body: judged })
  expect((await submit()).end.kind).toBe('judged')
  expect(sent).toHaveLength(4)
})
