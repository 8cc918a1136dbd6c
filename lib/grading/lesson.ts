// Lessons: Markdown whose figures are computed by the engine, with samples to step through and quick predictions between the paragraphs.
import { InvariantError } from '#lib/std/assert.ts'
import { withFigures } from './figures.ts'
import { remembered } from './remembered.ts'
import type { Key, PredictChallenge } from './types.ts'

/** A piece of a lesson, in the order of reading. */
export type LessonPart =
  | { readonly kind: 'text'; readonly markdown: string }
  /** A program to step through, opened before `line` runs for the `time`-th time; at the end without a line. */
  | { readonly kind: 'sample'; readonly title: string; readonly line: number | null; readonly time: number; readonly source: string }
  | { readonly kind: 'prediction'; readonly challenge: PredictChallenge }

/** The parts of a lesson, with every figure computed. */
export function lessonParts(markdown: string): readonly LessonPart[] {
  return remembered(`lesson ${markdown}`, () => partsOf(markdown))
}

const FENCE = /^```([^\n]*)\n([^]*?)^```\n?/gm

function partsOf(markdown: string): LessonPart[] {
  const setup = [...markdown.matchAll(FENCE)].filter(([, info]) => info === 'python figures').map(([, , code]) => code).join('')
  const text = withFigures(markdown, { setup })
  const parts: LessonPart[] = []
  let at = 0
  for (const fence of text.matchAll(FENCE)) {
    const [whole, info = '', body = ''] = fence
    const special = specialPart(info, body)
    if (special === undefined) continue
    parts.push({ kind: 'text', markdown: text.slice(at, fence.index) }, ...special)
    at = fence.index + whole.length
  }
  parts.push({ kind: 'text', markdown: text.slice(at) })
  return parts.filter((part) => part.kind !== 'text' || part.markdown.trim() !== '')
}

/** What a fenced block stands for; undefined for code that is only shown. */
function specialPart(info: string, body: string): LessonPart[] | undefined {
  if (info === 'python figures') return []
  if (info === 'predict') return [{ kind: 'prediction', challenge: quickPrediction(body) }]
  if (!info.startsWith('python step')) return undefined
  const [, title = 'A program to step through'] = /title="([^"]*)"/.exec(info) ?? []
  const [, line] = /line=(\d+)/.exec(info) ?? []
  const [, time] = /time=(\d+)/.exec(info) ?? []
  return [{ kind: 'sample', title, line: line === undefined ? null : Number(line), time: Number(time ?? 1), source: body }]
}

/** The first line says what is asked, as in a challenge; the rest is the program. */
function quickPrediction(body: string): PredictChallenge {
  const [first = '', ...lines] = body.split('\n')
  const { ask, key, choices = [] } = JSON.parse(first) as { ask?: string; key?: Key; choices?: string[] }
  if (ask === undefined || key === undefined) throw new InvariantError(`a quick prediction starts with {"ask": …, "key": …}: ${first}`)
  return {
    kind: 'predict',
    program: lines.join('\n'),
    questions: [{ id: 'answer', ask, key, choices }],
    models: [],
    goals: [{ id: 'answer', title: ask, hidden: false }],
    slug: 'lesson',
    unit: '',
    unitTitle: '',
    position: 0,
    title: '',
    summary: '',
    difficulty: 1,
    concepts: [],
    golf: false,
    statementMarkdown: '',
    starter: '',
    metric: null,
    medals: null,
    hints: [],
    limits: { steps: 200_000, memoryBytes: 16_000_000, outputChars: 10_000 },
    pythonVersion: '3.13',
    forbidden: [],
    prerequisites: [],
    explanationMarkdown: '',
    variants: [],
  }
}
