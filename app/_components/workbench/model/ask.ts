// Questions to a recording, for parts that only want an answer or none.
import type { RecordingClient } from '#lib/client/recording-client.ts'
import type { RecordingMethod } from '#lib/client/recording-protocol.ts'
import type { Recording } from '#lib/engine/index.ts'

/** The answer; null when the question was overtaken, the recording stopped, or there is none. */
export async function askFor<K extends RecordingMethod>(client: RecordingClient | null, method: K, ...args: Parameters<Recording[K]>): Promise<ReturnType<Recording[K]> | null> {
  const end = await client?.ask(method, ...args)
  return end?.kind === 'done' ? end.value : null
}
