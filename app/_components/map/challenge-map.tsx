'use client'
// The map of all challenges: each unit is a pool, each challenge a block in it; with search and filters.
import Link from 'next/link'
import { useId, useState, type ReactNode } from 'react'
import { CodeText } from '../code-text.tsx'
import { CheckIcon, CircleIcon, HalfIcon } from '../icons.tsx'
import { isMedal, Medal } from '../medal.tsx'
import { difficultyWords, everything, isFound, kindWords, type MapChallenge, type MapQuery } from './map-model.ts'

interface ChallengeMapProps {
  readonly challenges: readonly MapChallenge[]
  readonly recommendedSlug: string | null
  readonly unitsWithLesson: readonly string[]
}

/** Search, filters and the units. */
export function ChallengeMap({ challenges, recommendedSlug, unitsWithLesson }: ChallengeMapProps) {
  const [query, setQuery] = useState(everything)
  const found = challenges.filter((challenge) => isFound(challenge, query))
  const units = new Map<string, MapChallenge[]>()
  for (const challenge of challenges) units.set(challenge.unit, [...(units.get(challenge.unit) ?? []), challenge])
  return (
    <>
      <Filters query={query} onChange={setQuery} found={found.length} all={challenges.length} />
      <ol className="grid gap-8">
        {[...units].map(([unit, list], index) => {
          const shown = list.filter((challenge) => found.includes(challenge))
          return shown.length === 0 ? null : (
            <li key={unit}>
              <Unit number={index + 1} all={list} shown={shown} recommendedSlug={recommendedSlug} hasLesson={unitsWithLesson.includes(unit)} />
            </li>
          )
        })}
      </ol>
      {found.length === 0 ? <p className="notice">No challenge is like that. Search for fewer words, or take a filter away.</p> : null}
    </>
  )
}

interface FiltersProps {
  readonly query: MapQuery
  readonly onChange: (query: MapQuery) => void
  readonly found: number
  readonly all: number
}

function Filters({ query, onChange, found, all }: FiltersProps) {
  const id = useId()
  return (
    <form role="search" aria-label="Challenges" className="mb-8 flex flex-wrap items-end gap-3" onSubmit={(event) => event.preventDefault()}>
      <div className="field min-w-56 flex-1">
        <label htmlFor={id}>Search</label>
        <input id={id} type="search" className="input" placeholder="cycles, getsizeof, leaks…" value={query.text} onChange={(event) => onChange({ ...query, text: event.target.value })} />
      </div>
      <Choice label="Kind" value={query.kind} onChange={(kind) => onChange({ ...query, kind })} options={[['', 'all'], ...entries(kindWords)]} />
      <Choice label="Difficulty" value={query.difficulty} onChange={(difficulty) => onChange({ ...query, difficulty })} options={[['', 'all'], ['1', 'easy'], ['2', 'medium'], ['3', 'hard']]} />
      <Choice label="State" value={query.state} onChange={(state) => onChange({ ...query, state })} options={[['', 'all'], ['open', 'not solved'], ['passed', 'solved']]} />
      <p className="min-h-11 content-center text-sm text-faint" role="status">
        {found === all ? `${all} challenges` : `${found} of ${all}`}
      </p>
    </form>
  )
}

function entries<K extends string>(record: Readonly<Record<K, string>>): [K, string][] {
  return Object.entries(record) as [K, string][]
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

interface UnitProps {
  readonly number: number
  readonly all: readonly MapChallenge[]
  readonly shown: readonly MapChallenge[]
  readonly recommendedSlug: string | null
  readonly hasLesson: boolean
}

function Unit({ number, all, shown, recommendedSlug, hasLesson }: UnitProps) {
  const [first] = all
  const solved = all.filter(({ state }) => state === 'passed').length
  const id = `unit-${number}`
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b-2 border-ink pb-2">
        <span className="hex" aria-hidden="true">
          0x{number.toString(16).padStart(2, '0')}
        </span>
        <h2 id={id} className="text-xl">
          {first?.unitTitle}
        </h2>
        {hasLesson && first !== undefined ? (
          <Link className="link text-sm" href={`/lessons/${first.unit}`}>
            Lesson<span className="sr-only">: {first.unitTitle}</span>
          </Link>
        ) : null}
        <p className="ml-auto text-sm text-faint">
          <span className="font-mono tabular-nums">
            {solved} / {all.length}
          </span>{' '}
          solved
        </p>
      </div>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((challenge) => (
          <li key={challenge.slug}>
            <Block challenge={challenge} isNext={challenge.slug === recommendedSlug} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateSigns = {
  passed: { Icon: CheckIcon, words: 'solved', classes: 'text-alive' },
  tried: { Icon: HalfIcon, words: 'tried', classes: 'text-warn' },
  untouched: { Icon: CircleIcon, words: 'not tried yet', classes: 'text-faint' },
} as const

function Block({ challenge, isNext }: { readonly challenge: MapChallenge; readonly isNext: boolean }) {
  const { Icon, words, classes } = stateSigns[challenge.state]
  const frame = isNext ? 'border-copper' : challenge.state === 'untouched' ? 'border-dashed border-line-strong' : 'border-line'
  return (
    <Link
      href={`/challenges/${challenge.slug}`}
      className={`group flex h-full flex-col rounded-(--radius-panel) border-[1.5px] bg-surface p-4 transition-colors hover:border-copper hover:border-solid ${frame}`}
    >
      <span className="flex items-start justify-between gap-3">
        <span className="text-[1.0625rem] font-semibold tracking-[-0.015em] group-hover:text-copper">{challenge.title}</span>
        {isMedal(challenge.medal) ? <Medal medal={challenge.medal} compact /> : null}
      </span>
      <span className="mt-1.5 text-sm text-soft">
        <CodeText text={challenge.summary} />
      </span>
      {challenge.missing.length === 0 ? null : <span className="mt-1.5 text-[0.8125rem] text-faint">Better after: {challenge.missing.join(', ')}</span>}
      <span className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-4 text-[0.8125rem]">
        <span className={`inline-flex items-center gap-1.5 ${classes}`}>
          <Icon size={15} />
          {words}
        </span>
        {challenge.points === 0 ? null : (
          <span className="text-faint">
            <span className="font-mono tabular-nums">{challenge.points}</span> points
          </span>
        )}
        <span className="ml-auto flex items-center gap-2">
          {isNext ? <Tag>next</Tag> : null}
          {challenge.golf ? <Tag>golf</Tag> : null}
          <span className="hex !text-xs">
            {kindWords[challenge.kind].toLowerCase()}, {difficultyWords[challenge.difficulty]}
          </span>
        </span>
      </span>
    </Link>
  )
}

function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag text-copper">{children}</span>
}
