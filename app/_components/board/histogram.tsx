// Everyone's results as bars. The bar of one's own result is filled, labelled, and named in the text below.
import type { challengeHistogram } from '#lib/server/leaderboards.ts'

type HistogramData = Extract<Awaited<ReturnType<typeof challengeHistogram>>, { ok: true }>['value']

interface HistogramProps {
  readonly histogram: HistogramData
  readonly metricName: string | null
}

const height = 150

/** A bar chart with a table for readers who don't see it. */
export function Histogram({ histogram, metricName }: HistogramProps) {
  const { bins, own } = histogram
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const range = (from: number, to: number) => (from === to ? from.toLocaleString('en') : `${from.toLocaleString('en')} to ${to.toLocaleString('en')}`)
  return (
    <figure className="relative">
      <div
        className="lattice flex items-end gap-1 rounded-(--radius-panel) border border-line bg-sunken px-4 pt-8"
        style={{ height: height + 40 }}
        aria-hidden="true"
      >
        {bins.map((bin) => (
          <div key={bin.from} className="relative flex min-w-0 flex-1 flex-col items-center justify-end" title={`${range(bin.from, bin.to)}: ${bin.count}`}>
            {bin.isYours ? <span className="mb-1 font-mono text-xs font-semibold text-copper">you</span> : null}
            <div
              className={`w-full max-w-16 rounded-t-[3px] border-2 border-b-0 ${bin.isYours ? 'border-copper bg-copper' : 'border-line-strong bg-surface'}`}
              style={{ height: bin.count === 0 ? 0 : Math.max(6, (bin.count / most) * height), borderWidth: bin.count === 0 ? 0 : undefined }}
            />
          </div>
        ))}
      </div>
      <div className="mt-1 flex justify-between px-4 font-mono text-xs text-faint" aria-hidden="true">
        <span>{bins[0]?.from.toLocaleString('en')}</span>
        <span>{metricName}</span>
        <span>{bins.at(-1)?.to.toLocaleString('en')}</span>
      </div>
      <figcaption className="mt-3 text-sm text-soft">
        {own === null ? (
          'Everyone’s best results. Solve the challenge to see yours among them.'
        ) : (
          <>
            Your best: <strong className="font-mono">{own.toLocaleString('en')}</strong>, marked among everyone’s best results.
          </>
        )}
      </figcaption>
      <div className="sr-only">
        <table>
          <caption>Results of everyone</caption>
          <thead>
            <tr>
              <th scope="col">{metricName ?? 'result'}</th>
              <th scope="col">people</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">
                  {range(bin.from, bin.to)}
                  {bin.isYours ? ' (yours)' : ''}
                </th>
                <td>{bin.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
