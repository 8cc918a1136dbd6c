// Where the command line's output goes: at once, whole, whatever kind of pipe it is.
import fs from 'node:fs';

const RETRY_MS = 5;
const BROKEN_PIPE = 120; // What python3 ends with when nobody reads its output any more.
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of `text`, waiting where a pipe is full. */
export function writeOut(stream: 'stdout' | 'stderr', text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += fs.writeSync(stream === 'stdout' ? 1 : 2, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'EAGAIN') process.exit(code === 'EPIPE' ? BROKEN_PIPE : 74);
      Atomics.wait(pause, 0, 0, RETRY_MS);
    }
  }
}
