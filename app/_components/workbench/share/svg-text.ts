// Svg written as text: what the pictures that are saved have in common.

/** A drawing as an svg text; `note` says what a person should know of the file. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly note?: string
}

/** A whole svg of that size, in px. */
export function drawingOf(width: number, height: number, body: string): Drawing {
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`, width, height }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in an element or an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
}

/** A length, rounded to so many digits behind the point. */
export function num(value: number, digits: number): string {
  const unit = 10 ** digits
  return String(Math.round(value * unit) / unit)
}
