// Home: what PyArena is, shown rather than told.
import Link from 'next/link'
import { ArrowIcon } from './_components/icons.tsx'
import { HeapStory } from './_home/heap-story.tsx'
import { exactFigures, storyProgram, storySteps } from './_home/story.ts'

export default function HomePage() {
  return (
    <>
      <section className="border-b border-line lattice">
        <div className="shell grid grid-cols-1 gap-10 py-12 lg:grid-cols-[minmax(0,0.8fr)_minmax(0,1.2fr)] lg:items-center lg:py-20">
          <div>
            <h1 className="text-[clamp(2.5rem,5.5vw,4.25rem)] font-[680] leading-[1.02] tracking-[-0.045em]">See what Python keeps alive.</h1>
            <p className="mt-6 max-w-md text-lg text-soft">
              Short puzzles about names, reference counts, cycles and bytes. You change a program, watch its memory move, and submit.
            </p>
            <p className="mt-8 flex flex-wrap gap-3">
              <Link href="/challenges" className="button button-main min-h-12! px-6! text-base!">
                Start playing
                <ArrowIcon />
              </Link>
              <Link href="/playground" className="button min-h-12! px-6! text-base!">
                Open the playground
              </Link>
            </p>
            <p className="mt-4 text-sm text-faint">No account needed. Sign up later and keep what you did.</p>
          </div>
          <HeapStory program={storyProgram} steps={storySteps()} />
        </div>
      </section>
      <Exactness />
      <Ways />
    </>
  )
}

function Exactness() {
  return (
    <section className="shell grid grid-cols-1 gap-10 py-16 lg:grid-cols-2 lg:items-center">
      <div>
        <h2 className="text-3xl">The numbers are your own Python’s</h2>
        <p className="mt-4 max-w-prose text-soft">
          A complete 64-bit CPython runs in your browser: object layouts, the allocator’s size classes, the collector’s generations, the order in which things
          die. Type the same lines on your computer and you read the same figures.
        </p>
        <p className="mt-4 max-w-prose text-soft">
          The server runs the same program on the same simulator. Its verdict counts, and it never depends on a clock or on luck.
        </p>
      </div>
      <div className="table-wrap">
        <table className="table">
          <caption className="sr-only">Figures of CPython 3.13, as PyArena prints them</caption>
          <thead>
            <tr>
              <th scope="col">You type</th>
              <th scope="col" className="num">
                CPython 3.13 prints
              </th>
            </tr>
          </thead>
          <tbody>
            {exactFigures().map(({ expression, answer }) => (
              <tr key={expression}>
                <td>
                  <code className="text-[0.875rem]">{expression}</code>
                </td>
                <td className="num text-[0.9375rem] font-semibold">{answer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const ways = [
  {
    address: '0x00',
    title: 'Let something go',
    text: 'Two objects hold each other and nobody else holds them. Break the cycle, or let the collector find it.',
    href: '/challenges/free-this-cycle',
    action: 'Free this cycle',
  },
  {
    address: '0x10',
    title: 'Spend fewer bytes',
    text: 'Same values, smaller heap. A medal for each step down, and a histogram of what everyone else needed.',
    href: '/challenges',
    action: 'See the challenges',
  },
  {
    address: '0x20',
    title: 'Teach a class',
    text: 'Open a classroom, pass on a code, and see live who has solved what and who is stuck. Grades leave as CSV.',
    href: '/classrooms',
    action: 'Open a classroom',
  },
] as const

function Ways() {
  return (
    <section aria-labelledby="ways" className="border-t border-line bg-surface">
      <div className="shell py-16">
        <h2 id="ways" className="text-3xl">
          What you can do here
        </h2>
        <ul className="mt-8 grid divide-y divide-line border-y border-line md:grid-cols-3 md:divide-x md:divide-y-0">
          {ways.map((way) => (
            <li key={way.address} className="flex flex-col gap-3 py-6 md:px-6 md:first:pl-0 md:last:pr-0">
              <span className="hex" aria-hidden="true">
                {way.address}
              </span>
              <h3 className="text-lg">{way.title}</h3>
              <p className="text-soft">{way.text}</p>
              <p className="mt-auto pt-2">
                <Link className="link" href={way.href}>
                  {way.action}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
