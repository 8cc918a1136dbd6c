// Next calls this once when the server starts: judging begins with it.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJudging } = await import('#lib/server/judge/judging.ts')
  startJudging()
}
