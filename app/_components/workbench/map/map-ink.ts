// The map's colours, read from the page's tokens: a canvas knows no custom properties.
import type { MapInk } from './map-paint.ts'

const slotTokens = [
  'type-number',
  'type-sequence',
  'type-text',
  'type-mapping',
  'type-instance',
  'map-sixth',
  'map-seventh',
  'map-eighth',
  'map-free',
  'map-untouched',
  'map-interpreter',
  'map-kept',
  'type-code',
]

/** The ink of the theme that is shown. */
export function readInk(element: Element): MapInk {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return { slots: slotTokens.map(token), ground: token('sunken'), line: token('line-strong'), text: token('ink-faint'), strong: token('ink'), copper: token('copper') }
}

/** The token of a slot, for legends. */
export function slotColor(slot: number): string {
  return `var(--${slotTokens[slot] ?? 'type-code'})`
}
