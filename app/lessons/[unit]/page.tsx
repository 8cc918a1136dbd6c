// The lesson of a unit: short texts, programs to step through, quick predictions, then the unit's challenges.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { lessonParts, type LessonPart } from '#lib/grading/index.ts'
import { challengeList } from '#lib/server/challenges.ts'
import { lessonOf } from '#lib/server/lessons.ts'
import { ArrowIcon } from '#app/_components/icons.tsx'
import { QuickPrediction } from '#app/_components/lesson/quick-prediction.tsx'
import { Markdown } from '#app/_components/markdown.tsx'
import { PageTitle } from '#app/_components/page-title.tsx'
import { SteppableSample } from '#app/_components/workbench/steppable-sample.tsx'

interface PageProps {
  readonly params: Promise<{ unit: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await lessonOf((await params).unit)
  return { title: found.ok ? found.value.lesson.title : 'Not found' }
}

export default async function LessonPage({ params }: PageProps) {
  const { unit } = await params
  const [found, challenges] = await Promise.all([lessonOf(unit), challengeList()])
  if (!found.ok) notFound()
  const { lesson, next } = found.value
  return (
    <article className="shell pb-16">
      <PageTitle title={lesson.title}>
        Lesson {lesson.position + 1}.{' '}
        <Link className="link" href="/challenges">
          All units
        </Link>
      </PageTitle>
      {lessonParts(lesson.markdown).map((part, index) => (
        <Part key={index} part={part} />
      ))}
      <section aria-labelledby="now-play" className="mt-10 border-t-2 border-ink pt-4">
        <h2 id="now-play" className="text-xl">
          Now play
        </h2>
        <ul className="mt-3 grid gap-1.5">
          {challenges
            .filter((challenge) => challenge.unit === unit)
            .map(({ slug, title, summary }) => (
              <li key={slug}>
                <Link className="link" href={`/challenges/${slug}`}>
                  {title}
                </Link>
                : {summary.replaceAll('`', '')}
              </li>
            ))}
        </ul>
        {next === null ? null : (
          <Link href={`/lessons/${next.unit}`} className="button mt-5">
            Next lesson: {next.title}
            <ArrowIcon size={14} />
          </Link>
        )}
      </section>
    </article>
  )
}

function Part({ part }: { readonly part: LessonPart }) {
  switch (part.kind) {
    case 'text':
      return <Markdown text={part.markdown} />
    case 'sample': {
      const { title, source, line, time } = part
      return (
        <div className="my-6">
          <SteppableSample title={title} source={source} openAt={line === null ? 'end' : { line, time }} />
        </div>
      )
    }
    case 'prediction':
      return <QuickPrediction challenge={part.challenge} />
    default:
      return part satisfies never
  }
}
