'use client'
// What the editor shows of a run: only while its text is the one that ran.
import { useMemo } from 'react'
import type { EditorNotes } from '../../editor/editor-types.ts'
import type { Bench } from '../model/bench.ts'
import { inlineValues } from './inline-values.ts'

export function useEditorNotes(bench: Bench, source: string | null): EditorNotes | null {
  const { run, moment, focus, breakpoints, toggleBreakpoint } = bench
  const marks = useMemo(
    () => new Map(run?.overview.lines.filter(({ allocations, frees }) => allocations > 0 || frees > 0).map(({ line, allocations, frees }) => [line, { made: allocations, freed: frees }])),
    [run],
  )
  const fits = run !== null && run.source === source
  const here = useMemo(() => {
    if (!fits || moment === null || source === null) return null
    const ended = moment.step >= run.lastStep
    return { currentLine: ended ? null : moment.index.snapshot.line, values: inlineValues(source, moment.index) }
  }, [fits, run, moment, source])
  return useMemo(() => (here === null ? null : { ...here, focus, marks, breakpoints, onBreakpoint: toggleBreakpoint }), [here, focus, marks, breakpoints, toggleBreakpoint])
}
