// The door of the grading layer: one function from a challenge and a source to a verdict.
export { type JudgeTask, judge } from './judge.ts'
export { type BoardOrder, type CutBoard, cutBoard } from './cut.ts'
export { type Examination, examine } from './examination.ts'
export { type PublicTask, publicTask, visibleDefinition } from './task.ts'
export { type LessonPart, lessonParts } from './lesson.ts'
export { explanationAt, withFigures } from './figures.ts'
export { atSeed, seedOfTry, variantFor } from './variants.ts'
export type * from './types.ts'
