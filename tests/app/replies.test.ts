// What the API's routes read of a request.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readBody } from '#app/api/replies.ts'
import { LIMITS } from '#lib/server/limits.ts'

const schema = z.object({ source: z.string() })

function request(body: BodyInit, type = 'application/json'): Request {
  return new Request('http://pyarena.test/api/submissions', { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit)
}

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])('a body of type %s is read', async (type) => {
  expect(await readBody(request('{"source":"é"}', type), schema)).toEqual({ source: 'é' })
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])('a body of type %s, which another site’s page could send, is not', async (type) => {
  expect(await readBody(request('{"source":"x"}', type), schema)).toBeNull()
})

test.each(['', 'null', '{', '[]', '{"source":1}', '"source"'])('%j is not what was asked for', async (body) => {
  expect(await readBody(request(body), schema)).toBeNull()
})

test('the longest source fits, however it is escaped', async () => {
  const source = '\u0001'.repeat(LIMITS.sourceCharacters)
  expect(await readBody(request(JSON.stringify({ source })), schema)).toEqual({ source })
})

test('a body without end is left after the limit', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 65_536
      controller.enqueue(new TextEncoder().encode('"'.padEnd(65_536, 'x')))
    },
  })
  expect(await readBody(request(endless), schema)).toBeNull()
  expect(pulled).toBeLessThan(LIMITS.requestBytes + 4 * 65_536)
})
