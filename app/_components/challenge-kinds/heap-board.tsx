'use client'
// The heap at the end of a program, with references to press: in the picture by mouse or finger, in the list by keyboard.
import { useMemo } from 'react'
import type { CutBoard } from '#lib/grading/cut.ts'
import { HeapPicture } from '../heap/heap-picture.tsx'
import { ReferenceList, canPress } from './reference-list.tsx'

type BoardEdge = CutBoard['edges'][number]

interface HeapBoardProps {
  readonly board: CutBoard | null
  readonly failure: string | null
  readonly marked?: ReadonlySet<string>
  readonly verb: 'Cut' | 'Mark'
  readonly onPress: (edge: BoardEdge) => void
}

const nothing: ReadonlySet<string> = new Set()

/** Picture and list over the same references. */
export function HeapBoard({ board, failure, marked = nothing, verb, onPress }: HeapBoardProps) {
  const dead = useMemo(() => new Set(board?.dead), [board])
  if (failure !== null) return <p className="notice notice-bad m-3 text-sm">The engine failed in this browser: {failure}</p>
  if (board === null) return <div className="skeleton m-3 h-72" />
  const edgeOf = ({ from, label, to }: { readonly from: number | null; readonly label: string; readonly to: number }) =>
    board.edges.find((edge) => edge.holder === from && edge.label === label && edge.target === to)
  return (
    <div className="grid min-w-0 gap-3 p-3">
      <HeapPicture
        snapshot={board.snapshot}
        dead={dead}
        label="Heap at the end of the program"
        className="panel-heap min-w-0"
        wires={{
          stateOf: (wire) => {
            const edge = edgeOf(wire)
            if (edge === undefined || !canPress(edge, verb)) return 'fixed'
            return marked.has(edge.text) ? 'marked' : edge.state === 'cut' ? 'cut' : 'free'
          },
          onPress: (wire) => {
            const edge = edgeOf(wire)
            if (edge !== undefined && canPress(edge, verb)) onPress(edge)
          },
        }}
      />
      <ReferenceList board={board} marked={marked} verb={verb} onPress={onPress} />
    </div>
  )
}
