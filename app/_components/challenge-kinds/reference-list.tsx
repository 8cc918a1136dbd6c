'use client'
// References as a list of buttons: the same choice as pressing wires in the picture, for keyboards, readers and small screens.
import type { CutBoard } from '#lib/grading/cut.ts'
import { CodeText } from '../code-text.tsx'

type BoardEdge = CutBoard['edges'][number]

interface ReferenceListProps {
  readonly board: CutBoard
  readonly marked: ReadonlySet<string>
  /** What pressing one does. */
  readonly verb: 'Cut' | 'Mark'
  readonly onPress: (edge: BoardEdge) => void
}

/** Whether a reference can be pressed: it is there, and, to be cut, it is one that a program can take away. */
export function canPress({ state }: BoardEdge, verb: 'Cut' | 'Mark'): boolean {
  return state !== 'gone' && (verb === 'Mark' || state !== 'fixed')
}

/** One button a reference. */
export function ReferenceList({ board, marked, verb, onPress }: ReferenceListProps) {
  const names = new Map(board.snapshot.objects.map(({ serial }) => [serial, nameOf(board, serial)]))
  return (
    <ul className="grid gap-1.5 sm:grid-cols-2" aria-label="References">
      {board.edges.map((edge) => (
        <li key={edge.text}>
          <button
            type="button"
            className="reference-button"
            data-state={marked.has(edge.text) ? 'marked' : canPress(edge, verb) ? edge.state : 'gone'}
            aria-pressed={edge.state === 'cut' || marked.has(edge.text)}
            disabled={!canPress(edge, verb)}
            onClick={() => onPress(edge)}
          >
            <span className="sr-only">{edge.state === 'cut' ? 'Cut: ' : edge.state === 'gone' ? 'Gone: ' : canPress(edge, verb) ? `${verb} ` : 'Cannot be cut: '}</span>
            <CodeText text={`\`${edge.text}\``} />
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> to </span>
            <CodeText text={`\`${names.get(edge.target) ?? '?'}\``} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The numbers that the judge's sentences use. */
function nameOf({ snapshot }: CutBoard, serial: number): string {
  const object = snapshot.objects.find((candidate) => candidate.serial === serial)
  if (object === undefined) return '?'
  return `${object.type} #${snapshot.objects.filter(({ type, serial: other }) => type === object.type && other <= serial).length}`
}
