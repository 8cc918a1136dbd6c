// What both editors take and give, so that one can stand in for the other.

/** Lets the page move the caret of whichever editor is shown. */
export interface EditorHandle {
  goToLine(line: number): void
}

export interface EditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onReady: (handle: EditorHandle) => void
  /** The line that an exception came from; marked in the text. */
  readonly errorLine: number | null
  /** Ctrl or Command with Enter. */
  readonly onRun: () => void
  readonly label: string
  readonly describedBy: string
}
