// What a wrong address shows.
import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <div className="shell py-24 text-center">
      <p className="hex">0x194</p>
      <h1 className="mt-2 text-4xl">Nothing at this address</h1>
      <p className="mx-auto mt-3 max-w-md text-soft">The page does not exist, or it belongs to somebody else. It may have been freed.</p>
      <p className="mt-6 flex justify-center gap-2">
        <Link className="button button-main" href="/challenges">
          See the challenges
        </Link>
        <Link className="button" href="/">
          Home
        </Link>
      </p>
    </div>
  )
}
