// From what an examination found to a verdict, goals, metric and medal. Pure; and the gate through which nothing of a hidden case passes.
import { ENGINE_VERSION } from '#lib/engine/index.ts'
import type { Examination, Stop } from './examination.ts'
import type { ChallengeDefinition, CodeChallenge, Goal, GoalResult, JudgeResult, MedalName, Verdict } from './types.ts'

/** The result of an examination. */
export function resultOf(challenge: CodeChallenge, examination: Examination): JudgeResult {
  const { stop, trouble, stdout } = examination
  const goals = challenge.goals.flatMap((goal) => goalResult(goal, challenge, examination))
  const verdict = trouble !== null || stop?.status === 'internal-error' ? 'judge-error' : stop !== null ? stopVerdict(stop) : goalVerdict(goals, examination)
  const metrics = metricsOf(challenge, examination)
  const metric = verdict === 'accepted' && challenge.metric !== null ? (metrics[challenge.metric.id] ?? null) : null
  return {
    verdict,
    goals,
    metrics,
    metric,
    medal: verdict === 'accepted' ? medalFor(challenge, metric) : null,
    message: messageFor(verdict, goals, examination),
    traceback: stop === null || stop.hidden ? null : (stop.exception?.traceback ?? null),
    engineVersion: ENGINE_VERSION,
    stdout,
  }
}

/** The result of an answer whose goals were looked at one by one. */
export function choiceResult(challenge: ChallengeDefinition, goals: readonly GoalResult[], metrics: Readonly<Record<string, number>>, stdout = ''): JudgeResult {
  const failed = goals.filter(({ passed }) => !passed)
  const verdict = failed.length === 0 ? 'accepted' : failed.length < goals.length ? 'partial' : 'wrong-answer'
  const metric = verdict === 'accepted' && challenge.metric !== null ? (metrics[challenge.metric.id] ?? null) : null
  return {
    verdict,
    goals,
    metrics,
    metric,
    medal: verdict === 'accepted' ? medalFor(challenge, metric) : null,
    message: failed[0]?.message ?? null,
    traceback: null,
    engineVersion: ENGINE_VERSION,
    stdout,
  }
}

/** The result of a program that did not get to its end. */
export function stoppedResult(challenge: ChallengeDefinition, stop: Pick<Stop, 'status' | 'exception' | 'message' | 'hidden'>, stdout: string): JudgeResult {
  const verdict = stopVerdict(stop)
  const message = verdict === 'judge-error' ? OUR_FAULT : stopMessage(stop)
  return { ...refusedResult(challenge, verdict, message), traceback: stop.hidden ? null : (stop.exception?.traceback ?? null), stdout }
}

/** The result when nothing was run. */
export function refusedResult(challenge: ChallengeDefinition, verdict: Verdict, message: string | null): JudgeResult {
  const goals = challenge.goals.map(({ id, title, hidden }) => ({ id, title, hidden, passed: false, message: null }))
  return { verdict, goals, metrics: {}, metric: null, medal: null, message, traceback: null, engineVersion: ENGINE_VERSION, stdout: '' }
}

/** All that is said about a hidden case. */
export const ONLY_VISIBLE = 'This holds for the visible case, but not for a hidden one.'

function goalResult({ id, title, hidden }: Goal, challenge: CodeChallenge, { checks, stop }: Examination): GoalResult[] {
  const looks = checks.filter(({ goal }) => goal === id)
  const failed = looks.find(({ passed }) => !passed)
  if (failed !== undefined) return [{ id, title, hidden, passed: false, message: hidden ? null : failed.hidden ? ONLY_VISIBLE : scheduleWords(failed.schedule) + failed.message }]
  if (stop !== null) return [{ id, title, hidden, passed: false, message: null }]
  // Without its hidden checks (in a browser) a goal may have none at all.
  if (looks.length === 0 && challenge.checks.hidden.trim() === '') return []
  return [{ id, title, hidden, passed: looks.length > 0, message: null }]
}

function scheduleWords(schedule: string): string {
  if (schedule === 'disabled') return 'With the collector switched off: '
  return schedule === 'every-allocation' ? 'When the collector runs at every allocation: ' : ''
}

function goalVerdict(goals: readonly GoalResult[], { checks }: Examination): Verdict {
  if (goals.every(({ passed }) => passed)) return 'accepted'
  const failed = checks.filter(({ passed }) => !passed)
  if (failed.length > 0 && failed.every(({ schedule }) => schedule !== 'normal')) return 'gc-dependent'
  return goals.some(({ passed }) => passed) ? 'partial' : 'wrong-answer'
}

function stopVerdict({ status }: Pick<Stop, 'status'>): Verdict {
  switch (status) {
    case 'compile-error':
    case 'step-limit':
    case 'memory-limit':
    case 'output-limit':
      return status
    case 'exception':
    case 'not-simulated':
      return 'runtime-error'
    case 'stopped':
    case 'internal-error':
      return 'judge-error'
    default:
      return status satisfies never
  }
}

const OUR_FAULT = 'The judge failed on this program. That is our fault and costs you nothing.'

function messageFor(verdict: Verdict, goals: readonly GoalResult[], { stop }: Examination): string | null {
  if (verdict === 'accepted') return null
  if (verdict === 'judge-error') return OUR_FAULT
  if (stop !== null) return stopMessage(stop)
  const message = goals.find((goal) => !goal.passed && !goal.hidden && goal.message !== null)?.message ?? null
  if (verdict === 'gc-dependent') return message === null || message === ONLY_VISIBLE ? 'The result depends on when the collector happens to run.' : message
  return message ?? 'A goal is not met for a hidden input.'
}

function stopMessage({ hidden, exception, message }: Pick<Stop, 'hidden' | 'exception' | 'message'>): string | null {
  if (exception !== null) return hidden ? `\`${exception.type}\` for a hidden input.` : exception.message === '' ? exception.type : `${exception.type}: ${exception.message}`
  return hidden ? 'This happened for a hidden input.' : message
}

/** The worst value of everything measured, beside the engine's counters. */
function metricsOf({ metric }: ChallengeDefinition, { measures, counters }: Examination): Record<string, number> {
  const metrics: Record<string, number> = counters === null ? {} : { ...counters }
  const measured = new Map<string, number[]>()
  for (const { metric: id, value } of measures) {
    const name = id ?? metric?.id
    if (name !== undefined) measured.set(name, [...(measured.get(name) ?? []), value])
  }
  const worst = metric?.lowerIsBetter === false ? Math.min : Math.max
  for (const [name, values] of measured) metrics[name] = name === metric?.id ? worst(...values) : Math.max(...values)
  return metrics
}

function medalFor({ metric, medals }: ChallengeDefinition, value: number | null): MedalName {
  if (metric === null || medals === null) return 'gold'
  if (value === null) return 'bronze'
  const reaches = (cut: number) => (metric.lowerIsBetter ? value <= cut : value >= cut)
  return reaches(medals.gold) ? 'gold' : reaches(medals.silver) ? 'silver' : 'bronze'
}
