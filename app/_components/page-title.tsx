// The head of a page: one h1, one sentence, and room for what can be done here.
import type { ReactNode } from 'react'

interface PageTitleProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** The page's h1 with its explanation and its actions. */
export function PageTitle({ title, children, actions }: PageTitleProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pb-8 pt-10">
      <div className="max-w-2xl">
        <h1 className="text-[clamp(1.75rem,4vw,2.5rem)]">{title}</h1>
        {children === undefined ? null : <div className="mt-3 text-[1.0625rem] text-soft">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
