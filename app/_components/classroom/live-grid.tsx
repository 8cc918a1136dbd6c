'use client'
// Learners × assigned challenges, kept up to date by polling; each tried cell leads to the attempts.
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import type { GridJson } from '#app/api/classrooms/grid-json.ts'
import { CheckIcon, CircleIcon, HalfIcon, WarningIcon } from '../icons.tsx'
import { LocalTime } from '../local-time.tsx'
import { isMedal, Medal } from '../medal.tsx'
import { verdictWords } from '../verdict-tag.tsx'

interface LiveGridProps {
  readonly classroomId: string
  readonly initial: GridJson
}

type Cell = GridJson['rows'][number]['cells'][number]

const pollMs = 5_000

/** The grid with its legend. */
export function LiveGrid({ classroomId, initial }: LiveGridProps) {
  const [grid, live] = useLiveGrid(classroomId, initial)
  return (
    <section aria-labelledby="grid-title">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="grid-title" className="text-xl">
          Progress
        </h2>
        <p className="text-sm text-faint">
          {live ? 'Live: new results appear by themselves.' : 'The server does not answer; these are the last known results.'}
        </p>
      </div>
      {grid.rows.length === 0 || grid.columns.length === 0 ? (
        <p className="notice">
          {grid.rows.length === 0 ? 'No learner has joined yet. Give them the join code.' : 'Assign challenges below, and each learner’s progress stands here.'}
        </p>
      ) : (
        <>
          <div className="table-wrap" role="region" aria-labelledby="grid-title" tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="sticky left-0 z-10 bg-surface">
                    Learner
                  </th>
                  {grid.columns.map((column) => (
                    <th key={`${column.assignmentId} ${column.slug}`} scope="col" className="!whitespace-normal align-bottom">
                      <span className="block min-w-28 font-sans text-sm font-semibold text-ink">{column.title}</span>
                      <span className="block font-sans">
                        {column.assignmentTitle}
                        {column.dueAt === null ? (
                          ''
                        ) : (
                          <>
                            , due <LocalTime iso={column.dueAt} withTime={false} />
                          </>
                        )}
                      </span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {grid.rows.map((row) => (
                  <tr key={row.userId}>
                    <th scope="row" className="sticky left-0 z-10 bg-surface">
                      {row.name}
                    </th>
                    {row.cells.map((cell, index) => {
                      const column = grid.columns[index]
                      return (
                        <td key={index} className="!p-1.5">
                          {column === undefined ? null : <GridCell cell={cell} href={`/classrooms/${classroomId}/students/${row.userId}/${column.slug}`} />}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-faint" aria-label="Legend">
            {Object.values(signs).map(({ Icon, words, meaning }) => (
              <li key={words} className="flex items-center gap-1.5">
                <Icon size={14} />
                {words}: {meaning}
              </li>
            ))}
          </ul>
          <StuckList classroomId={classroomId} stuck={grid.stuck} />
        </>
      )}
    </section>
  )
}

/** What holds up those who are stuck, each with an example to look at. */
function StuckList({ classroomId, stuck }: { readonly classroomId: string; readonly stuck: GridJson['stuck'] }) {
  if (stuck.length === 0) return null
  return (
    <div className="notice notice-bad mt-4 text-sm">
      <h3 className="text-base">Where they are stuck</h3>
      <ul className="mt-2 grid gap-1.5">
        {stuck.map(({ slug, title, goal, verdict, learners, outOf, example }) => (
          <li key={slug}>
            <strong className="font-[560]">{title}</strong>: {learners === outOf ? (learners === 1 ? 'one learner' : `all ${learners}`) : `${learners} of ${outOf}`},{' '}
            {goal === null ? `“${verdictWords(verdict).title}”` : `goal not met: “${goal}”`}.{' '}
            <Link className="link" href={`/classrooms/${classroomId}/students/${example.userId}/${slug}`}>
              For example {example.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

const signs = {
  passed: { Icon: CheckIcon, words: 'passed', meaning: 'accepted at least once', classes: 'text-alive bg-alive-soft' },
  tried: { Icon: HalfIcon, words: 'tried', meaning: 'not accepted yet', classes: 'text-warn bg-warn-soft' },
  stuck: { Icon: WarningIcon, words: 'stuck', meaning: 'many attempts without success', classes: 'text-garbage bg-garbage-soft' },
  untouched: { Icon: CircleIcon, words: 'untouched', meaning: 'nothing submitted', classes: 'text-faint' },
} as const

function GridCell({ cell, href }: { readonly cell: Cell; readonly href: string }) {
  const { Icon, words, classes } = signs[cell.state]
  const content = (
    <>
      <span className="inline-flex items-center gap-1.5">
        <Icon size={14} />
        <span>
          {words}
          {cell.late ? ', late' : ''}
          {cell.extendedTo === undefined ? null : (
            <>
              , due <LocalTime iso={cell.extendedTo} withTime={false} />
            </>
          )}
        </span>
      </span>
      <span className="flex items-center gap-2">
        {isMedal(cell.medal) ? <Medal medal={cell.medal} compact /> : null}
        {cell.attempts === 0 ? null : (
          <span className="font-mono tabular-nums" title="attempts">
            {cell.attempts}
            <span className="sr-only"> attempts</span>
          </span>
        )}
      </span>
    </>
  )
  const shape = `flex min-h-11 w-full items-center justify-between gap-3 rounded-[4px] px-2.5 text-[0.8125rem] ${classes}`
  return cell.attempts === 0 ? (
    <span className={shape}>{content}</span>
  ) : (
    <Link href={href} className={`${shape} hover:underline`}>
      {content}
    </Link>
  )
}

/** Asks every few seconds while the page is looked at; the server answers 304 while nothing changed. */
function useLiveGrid(classroomId: string, initial: GridJson): readonly [GridJson, boolean] {
  const [grid, setGrid] = useState(initial)
  const [live, setLive] = useState(true)
  const version = useRef(initial.version)
  useEffect(() => {
    setGrid(initial)
    version.current = initial.version
  }, [initial])
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      const response = await fetch(`/api/classrooms/${classroomId}/grid`, { headers: { 'if-none-match': `"${version.current}"` }, cache: 'no-store' }).catch(
        () => null,
      )
      setLive(response !== null && (response.ok || response.status === 304))
      if (response === null || !response.ok) return
      const body = (await response.json()) as { grid: GridJson }
      version.current = body.grid.version
      setGrid(body.grid)
    }
    const timer = setInterval(() => void ask(), pollMs)
    return () => clearInterval(timer)
  }, [classroomId])
  return [grid, live]
}
