// What everyone may see of a person: points, medals, solved challenges.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { profileOf } from '#lib/server/profile.ts'
import { currentActor } from '#lib/server/session.ts'
import { LocalTime } from '../../_components/local-time.tsx'
import { isMedal, Medal } from '../../_components/medal.tsx'
import { PageTitle } from '../../_components/page-title.tsx'
import { SoleHolder } from '../../_components/board/sole-holder.tsx'

interface PageProps {
  readonly params: Promise<{ id: string }>
}

async function load({ params }: PageProps) {
  return profileOf(await currentActor(), (await params).id)
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const profile = await load(props)
  return { title: profile.ok ? profile.value.name : 'Not found' }
}

export default async function ProfilePage(props: PageProps) {
  const found = await load(props)
  if (!found.ok) notFound()
  const profile = found.value
  const figures = [
    ['Points', profile.points],
    ['Solved', profile.solved],
    ['Rank', profile.rank ?? '–'],
    ['Days in a row', profile.streak.days],
  ] as const
  return (
    <div className="shell pb-16">
      <PageTitle
        title={profile.name}
        actions={
          profile.isYou ? (
            <Link className="button" href="/account">
              Your account
            </Link>
          ) : undefined
        }
      >
        {profile.isYou ? 'This is you, as others see you. ' : ''}Here since <LocalTime iso={profile.joinedAt.toISOString()} withTime={false} />.
      </PageTitle>
      <div className="flex flex-wrap items-end gap-x-12 gap-y-6 border-y border-line py-6">
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-faint">{name}</dt>
              <dd className="font-mono text-3xl font-semibold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <ul aria-label="Medals" className="flex flex-wrap gap-3">
          {(['gold', 'silver', 'bronze'] as const).map((medal) => (
            <li key={medal} className="flex items-center gap-2">
              <Medal medal={medal} />
              <span className="font-mono tabular-nums">× {profile.medals[medal]}</span>
            </li>
          ))}
        </ul>
      </div>
      {profile.isYou ? <p className="mt-3 text-sm text-faint">{streakSentence(profile.streak)}</p> : null}
      <h2 className="mt-10 text-xl">Solved challenges</h2>
      {profile.challenges.length === 0 ? (
        <p className="mt-3 text-soft">None yet.</p>
      ) : (
        <div className="table-wrap mt-4">
          <table className="table">
            <caption className="sr-only">Solved challenges</caption>
            <thead>
              <tr>
                <th scope="col">Challenge</th>
                <th scope="col">Medal</th>
                <th scope="col" className="num">
                  Result
                </th>
              </tr>
            </thead>
            <tbody>
              {profile.challenges.map((challenge) => (
                <tr key={challenge.slug}>
                  <th scope="row">
                    <Link className="hover:underline" href={`/challenges/${challenge.slug}`}>
                      {challenge.title}
                    </Link>
                    {challenge.soleHolder ? <SoleHolder /> : null}
                  </th>
                  <td>{isMedal(challenge.medal) ? <Medal medal={challenge.medal} compact /> : null}</td>
                  <td className="num">{challenge.metric?.toLocaleString('en') ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {profile.awards.length === 0 ? null : (
        <>
          <h2 className="mt-10 text-xl">Awards</h2>
          <ul className="mt-3 flex flex-wrap gap-2">
            {profile.awards.map((award) => (
              <li key={award.reason} className="tag text-soft">
                {award.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function streakSentence({ days, longest, freezes }: { readonly days: number; readonly longest: number; readonly freezes: number }): string {
  const best = longest > days ? ` Your longest was ${longest}.` : ''
  if (days === 0) return `Solve something today and a streak begins.${best}`
  const saved = freezes === 0 ? 'Seven days in a row earn a freeze, which bridges a missed day.' : `${freezes === 1 ? 'One missed day' : `${freezes} missed days`} would be bridged.`
  return `${saved}${best}`
}
