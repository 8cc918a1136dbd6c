// What both editors take and give, so that one can stand in for the other.
import type { InlineValue } from '../workbench/code/inline-values.ts'
import type { Focus } from '../workbench/model/focus.ts'

/** Lets the page move the caret of whichever editor is shown. */
export interface EditorHandle {
  goToLine(line: number): void
}

/** What one line of the program did over the whole run. */
export interface LineMark {
  readonly made: number
  readonly freed: number
}

/** What the workbench shows at the lines of a program that has run. */
export interface EditorNotes {
  /** The line that is about to run at the step that is shown. */
  readonly currentLine: number | null
  /** Values of names, beside the lines that bind them. */
  readonly values: ReadonlyMap<number, readonly InlineValue[]>
  /** Values light up with their objects. */
  readonly focus: Focus
  readonly marks: ReadonlyMap<number, LineMark>
  readonly breakpoints: ReadonlySet<number>
  readonly onBreakpoint: (line: number) => void
}

export interface EditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onReady: (handle: EditorHandle) => void
  /** The line that an exception came from; marked in the text. */
  readonly errorLine: number | null
  /** null while the text is not the one that ran. */
  readonly notes: EditorNotes | null
  /** Ctrl or Command with Enter. */
  readonly onRun: () => void
  readonly label: string
  readonly describedBy: string
}

/** A mark in words: `made 3 objects, freed 1`. */
export function markWords({ made, freed }: LineMark): string {
  const objects = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'object' : 'objects'}`
  return [made > 0 ? `made ${objects(made)}` : '', freed > 0 ? `freed ${objects(freed)}` : ''].filter((part) => part !== '').join(', ')
}
