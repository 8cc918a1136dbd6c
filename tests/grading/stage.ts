// A challenge made for a test: goals `one` and `two`, and whatever checks the test writes.
import type { CodeChallenge } from '#lib/grading/types.ts'

export function challengeWith(change: Partial<CodeChallenge> & { visible?: string; hiddenChecks?: string } = {}): CodeChallenge {
  const { visible = '', hiddenChecks = '', ...rest } = change
  return {
    slug: 'test',
    unit: 'unit',
    unitTitle: 'Unit',
    position: 0,
    title: 'Test',
    summary: '',
    kind: 'code',
    difficulty: 1,
    concepts: [],
    variants: [],
    golf: false,
    statementMarkdown: '',
    starter: '',
    goals: [
      { id: 'one', title: 'Goal one', hidden: false },
      { id: 'two', title: 'Goal two', hidden: false },
    ],
    metric: { id: 'cost', label: 'cost', lowerIsBetter: true },
    medals: { gold: 10, silver: 20 },
    hints: [],
    limits: { steps: 200_000, memoryBytes: 4_000_000, outputChars: 1000 },
    pythonVersion: '3.13',
    forbidden: [],
    prerequisites: [],
    checks: { visible: `from observe import *\nfrom observe import case, check, measure, rng\n${visible}`, hidden: hiddenChecks },
    explanationMarkdown: '',
    ...rest,
  }
}
