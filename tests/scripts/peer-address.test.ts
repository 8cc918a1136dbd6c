// The preload of the web server notes who is connected, whatever the client claims.
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { at } from '../../scripts/places.ts'

test('the peer of a connection cannot be forged', async () => {
  const script = `import http from 'node:http'
    const server = http.createServer((request, response) => response.end(request.headers['x-pyarena-peer'] ?? 'nobody'))
    server.listen(0, '127.0.0.1', () => console.log(server.address().port))`
  const child = spawn(process.execPath, ['--import', `file://${at('scripts/peer-address.mjs')}`, '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const port = await new Promise<string>((settle) => child.stdout.once('data', (chunk: Buffer) => settle(chunk.toString().trim())))
    const ask = async (headers: Record<string, string>) => (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()
    expect(await ask({})).toBe('127.0.0.1')
    expect(await ask({ 'x-pyarena-peer': '203.0.113.5', 'x-forwarded-for': '203.0.113.5' })).toBe('127.0.0.1')
  } finally {
    child.kill()
  }
})
