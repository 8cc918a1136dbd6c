// Every prediction of the catalogue is read in the forms that people write, and says which idea a wrong answer reveals and where it leaves the interpreter.
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '#challenges/catalogue.ts'
import { Proving, answerFor } from '#challenges/proofs.ts'

const predictions = loadCatalogue().filter(({ kind }) => kind === 'predict')

/** The ways in which people write an answer. */
function formsOf(answer: string): string[] {
  const number = /^(?:line )?(-?\d+)/.exec(answer)?.[1]
  const always = [answer, `  ${answer}  `, `\`${answer}\``, `'${answer}'`, `"${answer}"`, `“${answer}”`]
  if (answer === 'True' || answer === 'False') return [...always, answer.toLowerCase(), answer === 'True' ? 'yes' : 'no', answer === 'True' ? '1' : '0']
  if (answer === 'never') return [...always, 'Never', 'not at all']
  if (number === undefined) return always
  const value = Number(number)
  return [...always, number, `${number}.`, `${number} bytes`, `${number}B`, `= ${number}`, `line ${number}`, value.toLocaleString('en'), value.toLocaleString('en').replaceAll(',', ' '), value.toLocaleString('en').replaceAll(',', '_'), ...(value >= 0 ? [`0x${value.toString(16)}`, `0X${value.toString(16).toUpperCase()}`] : [])]
}

describe.each(predictions)('$slug', (challenge) => {
  const proving = new Proving(challenge)
  const accepted = proving.solutions.find(({ name }) => name === 'accepted')
  const right = accepted === undefined ? '' : answerFor(challenge, accepted, proving.firstSeed)
  const lines = right.split('\n').filter((line) => /^[\w-]+: /.test(line))

  test('the right answer is right in every form', () => {
    expect(lines.length).toBe(challenge.goals.length)
    for (const line of lines) {
      const [id = '', answer = ''] = line.split(/: (.*)/)
      for (const form of formsOf(answer)) {
        const { verdict, message } = proving.judged(right.replace(line, `${id}: ${form}`), { seed: proving.firstSeed, schedule: 'normal' })
        expect({ id, form, verdict, message }).toEqual({ id, form, verdict: 'accepted', message: null })
      }
    }
  })

  test('some wrong answer reveals an idea, and where it leaves the interpreter', () => {
    const messages = proving.solutions.flatMap((solution) => proving.result(solution).goals.map(({ message }) => message ?? ''))
    expect(messages.filter((message) => / would be right if .+ The interpreter goes another way from line \d+ on/.test(message)).length).toBeGreaterThan(0)
  })
})
