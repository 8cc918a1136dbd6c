// Verdicts in words that a learner understands, each with a sign of its own.
import { CheckIcon, CrossIcon, HalfIcon, WarningIcon } from './icons.tsx'

interface VerdictWords {
  readonly title: string
  readonly meaning: string
  readonly tone: 'good' | 'part' | 'bad' | 'ours'
}

const verdicts: Record<string, VerdictWords> = {
  accepted: { title: 'Accepted', meaning: 'Every goal holds.', tone: 'good' },
  partial: { title: 'Partly there', meaning: 'Some goals hold and some do not yet.', tone: 'part' },
  'wrong-answer': { title: 'Wrong answer', meaning: 'A goal is not met. The goals say which one and what is wrong in the heap.', tone: 'bad' },
  'compile-error': { title: 'Does not compile', meaning: 'Python could not read the program. This costs you nothing.', tone: 'part' },
  'runtime-error': { title: 'Stopped by an exception', meaning: 'The program raised an exception that nobody caught.', tone: 'bad' },
  'step-limit': { title: 'Too many steps', meaning: 'The program ran for longer than this challenge allows. Is there a loop that never ends?', tone: 'bad' },
  'memory-limit': { title: 'Too much memory', meaning: 'The program had more bytes alive at once than this challenge allows.', tone: 'bad' },
  'output-limit': { title: 'Too much output', meaning: 'The program printed more than this challenge allows.', tone: 'bad' },
  forbidden: { title: 'Not allowed here', meaning: 'The program uses something that this challenge rules out.', tone: 'bad' },
  'gc-dependent': { title: 'Depends on the collector', meaning: 'It only passes when the collector happens to run at a lucky moment.', tone: 'bad' },
  'judge-error': { title: 'Our fault', meaning: 'The judge itself failed. This costs you nothing; please submit again.', tone: 'ours' },
}

const tones = {
  good: { classes: 'text-alive bg-alive-soft', Icon: CheckIcon },
  part: { classes: 'text-warn bg-warn-soft', Icon: HalfIcon },
  bad: { classes: 'text-garbage bg-garbage-soft', Icon: CrossIcon },
  ours: { classes: 'text-info bg-info-soft', Icon: WarningIcon },
} as const

/** What is said otherwise where there is no program to write, only answers to give. */
const ofAnswers: Record<string, VerdictWords> = {
  partial: { title: 'Partly there', meaning: 'Some of it is right, and some is not yet.', tone: 'part' },
  'wrong-answer': { title: 'Wrong answer', meaning: 'It is not right yet.', tone: 'bad' },
  'compile-error': { title: 'Not complete', meaning: 'This could not be judged, and costs you nothing.', tone: 'part' },
}

/** Title, meaning and tone of a verdict on a program, or on answers. An unknown one is shown under its own name. */
export function verdictWords(verdict: string, on: 'program' | 'answers' = 'program'): VerdictWords {
  return (on === 'answers' ? ofAnswers[verdict] : undefined) ?? verdicts[verdict] ?? { title: verdict, meaning: '', tone: 'part' }
}

/** A verdict as a small labelled sign. */
export function VerdictTag({ verdict, on = 'program' }: { readonly verdict: string; readonly on?: 'program' | 'answers' }) {
  const words = verdictWords(verdict, on)
  const { classes, Icon } = tones[words.tone]
  return (
    <span className={`tag ${classes}`}>
      <Icon size={13} />
      {words.title}
    </span>
  )
}
