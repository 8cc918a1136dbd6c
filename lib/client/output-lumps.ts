// Output on its way from a worker to its page: sent in lumps, so that a chatty program does not flood the page.

/** Output is sent in lumps of at least this many characters. */
const lumpChars = 2_000

/** Collects what a program writes; after `close` nothing is sent any more (the engine may run the program once again). */
export function outputLumps(post: (stream: 'stdout' | 'stderr', text: string) => void) {
  let stream: 'stdout' | 'stderr' = 'stdout'
  let lump = ''
  let closed = false
  const send = () => {
    if (lump !== '' && !closed) post(stream, lump)
    lump = ''
  }
  const write = (to: 'stdout' | 'stderr', text: string) => {
    if (to !== stream || lump.length >= lumpChars) send()
    stream = to
    lump += text
  }
  const close = () => {
    send()
    closed = true
  }
  return { write, send, close }
}
