// A sentence whose parts in backticks are code, as the judge writes them.

/** The text with its code set as code. */
export function CodeText({ text }: { readonly text: string }) {
  return text.split(/`([^`]*)`/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="rounded-[3px] bg-sunken px-[0.25em] text-[0.92em] text-ink">
        {part}
      </code>
    ),
  )
}
