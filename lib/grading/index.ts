// The door of the grading layer: one function from a challenge and a source to a verdict.
export { type JudgeTask, judge } from './judge.ts'
export { type Examination, examine } from './examination.ts'
export type * from './types.ts'
