// Answers of several parts as text: `id: answer`, one a line, below a comment that names the variant.

/** The parts of an answer; none when it was for another variant. */
export function partsOf(answer: string, seed: number): ReadonlyMap<string, string> {
  const [first = '', ...lines] = answer.split('\n')
  if (first !== heading(seed)) return new Map()
  return new Map(
    lines.flatMap((line) => {
      const at = line.indexOf(': ')
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 2)] as const]
    }),
  )
}

/** The answer with one part changed. */
export function withPart(answer: string, seed: number, { id, text }: { readonly id: string; readonly text: string }): string {
  const parts = new Map(partsOf(answer, seed)).set(id, text.replaceAll('\n', ' '))
  return [heading(seed), ...[...parts].map(([part, value]) => `${part}: ${value}`)].join('\n')
}

function heading(seed: number): string {
  return `# variant ${seed}`
}
