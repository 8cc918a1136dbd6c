// Every lesson is what it says: its figures are computed, its samples run, its predictions have an answer, and no number in its prose was typed.
import { describe, expect, test } from 'vitest'
import { loadLessonFiles } from '#challenges/catalogue.ts'
import { createRecording } from '#lib/engine/index.ts'
import { judge, lessonParts } from '#lib/grading/index.ts'

const lessons = loadLessonFiles()

test('every unit has a lesson', () => {
  expect(lessons.length).toBe(13)
})

/** Prose alone: no code, no places. */
function prose(markdown: string): string {
  return markdown.replace(/^```[^]*?^```/gm, '').replace(/\{\{.*?\}\}/g, '').replace(/`[^`]*`/g, '')
}

describe.each(lessons)('$unit', ({ markdown }) => {
  const parts = lessonParts(markdown)

  test('its figures are computed and none is typed', () => {
    const text = parts.flatMap((part) => (part.kind === 'text' ? [part.markdown] : [])).join('\n')
    expect(text).not.toMatch(/\{\{/)
    // Versions of Python are names.
    expect(prose(markdown).replace(/\b3\.1[1-5]\b/g, '')).not.toMatch(/\d/)
  })

  test('it is short, and has something to step through and to predict', () => {
    expect(prose(markdown).split(/\s+/).length).toBeLessThanOrEqual(330)
    expect(parts.filter(({ kind }) => kind === 'sample').length).toBeGreaterThanOrEqual(1)
    expect(parts.filter(({ kind }) => kind === 'prediction').length).toBeGreaterThanOrEqual(2)
  })

  test('its code is narrow enough for a phone', () => {
    for (const part of parts) {
      const code = part.kind === 'sample' ? part.source : part.kind === 'prediction' ? part.challenge.program : ''
      expect(code.split('\n').filter((line) => line.length > 44)).toEqual([])
    }
  })

  test('its samples run, and stop where they open', () => {
    for (const part of parts) {
      if (part.kind !== 'sample') continue
      const recording = createRecording({ source: part.source })
      expect(recording.result.exception).toBeNull()
      const executions = recording.overview(2).lines.find(({ line }) => line === part.line)?.executions ?? 0
      expect(part.line === null ? part.time : executions, part.title).toBeGreaterThanOrEqual(part.time)
    }
  })

  test('its predictions can be answered, and a wrong answer is told from a right one', () => {
    for (const part of parts) {
      if (part.kind !== 'prediction') continue
      const { challenge } = part
      const [question] = challenge.questions
      const written = [...Array.from({ length: 200 }, (_, number) => String(number)), 'immortal', 'never']
      const tries = question === undefined || question.choices.length === 0 ? written : question.choices
      const answers = tries.filter((text) => judge({ challenge, source: `answer: ${text}`, seed: 0 }).verdict === 'accepted')
      expect(answers.length, question?.ask).toBe(1)
    }
  })
})
