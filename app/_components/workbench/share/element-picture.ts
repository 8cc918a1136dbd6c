// A part of the page as svg: the boxes that one sees, the lines around them, every line of text where it stands, and svg elements as they are.
import { escaped, num as rounded } from './svg-text.ts'

interface Origin {
  readonly left: number
  readonly top: number
}

interface ElementPicture {
  readonly body: string
  readonly width: number
  readonly height: number
}

/** All of an element, what is scrolled out of sight included. Controls that cannot be used in a picture are left out. */
export function svgOfElement(element: HTMLElement, copyOf: (svg: SVGSVGElement) => SVGSVGElement): ElementPicture {
  const rect = element.getBoundingClientRect()
  const origin = { left: rect.left - element.scrollLeft, top: rect.top - element.scrollTop }
  const [width, height] = [Math.ceil(Math.max(rect.width, element.scrollWidth)), Math.ceil(Math.max(rect.height, element.scrollHeight))]
  const parts = [`<rect width="${width}" height="${height}" fill="${groundBehind(element)}"/>`]
  draw(element, origin, copyOf, parts)
  return { body: parts.join(''), width, height }
}

const leftOut = 'input, select, textarea, script, style, .sr-only, [hidden], .player-bar'

function draw(element: Element, origin: Origin, copyOf: (svg: SVGSVGElement) => SVGSVGElement, parts: string[]): void {
  if (element.matches(leftOut)) return
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden') return
  if (element instanceof SVGSVGElement) {
    parts.push(placedCopy(copyOf(element), element.getBoundingClientRect(), origin))
    return
  }
  // What wraps without a box of its own draws nothing but its children.
  if (style.display !== 'contents') drawBox(element.getBoundingClientRect(), style, origin, parts)
  for (const child of element.childNodes) {
    if (child instanceof Element) draw(child, origin, copyOf, parts)
    else if (child instanceof Text) drawText(child, style, origin, parts)
  }
}

function placedCopy(copy: SVGSVGElement, rect: DOMRect, { left, top }: Origin): string {
  copy.style.background = 'none'
  copy.setAttribute('x', num(rect.left - left))
  copy.setAttribute('y', num(rect.top - top))
  copy.setAttribute('width', num(rect.width))
  copy.setAttribute('height', num(rect.height))
  return new XMLSerializer().serializeToString(copy)
}

const clear = 'rgba(0, 0, 0, 0)'

function drawBox(rect: DOMRect, style: CSSStyleDeclaration, origin: Origin, parts: string[]): void {
  if (rect.width === 0 || rect.height === 0) return
  const [x, y] = [rect.left - origin.left, rect.top - origin.top]
  const widths = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => (style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`])))
  const isFramed = widths.every((width) => width > 0)
  const inset = isFramed ? (widths[0] ?? 0) / 2 : 0
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, rect.width / 2, rect.height / 2)
  if (style.backgroundColor !== clear || isFramed) {
    const dashes = style.borderTopStyle === 'dashed' ? ' stroke-dasharray="5 4"' : ''
    const frame = isFramed ? ` stroke="${style.borderTopColor}" stroke-width="${num(widths[0] ?? 1)}"${dashes}` : ''
    const fill = style.backgroundColor === clear ? 'none' : style.backgroundColor
    parts.push(`<rect x="${num(x + inset)}" y="${num(y + inset)}" width="${num(rect.width - 2 * inset)}" height="${num(rect.height - 2 * inset)}" rx="${num(radius)}" fill="${fill}"${frame}/>`)
  }
  if (isFramed) return
  const [top = 0, right = 0, bottom = 0, left = 0] = widths
  const line = (path: string, color: string, width: number) => width > 0 && parts.push(`<path d="${path}" stroke="${color}" stroke-width="${num(width)}"/>`)
  line(`M${num(x)} ${num(y + top / 2)}h${num(rect.width)}`, style.borderTopColor, top)
  line(`M${num(x + rect.width - right / 2)} ${num(y)}v${num(rect.height)}`, style.borderRightColor, right)
  line(`M${num(x)} ${num(y + rect.height - bottom / 2)}h${num(rect.width)}`, style.borderBottomColor, bottom)
  line(`M${num(x + left / 2)} ${num(y)}v${num(rect.height)}`, style.borderLeftColor, left)
}

/** Each line of a text where the browser has put it. */
function drawText(node: Text, style: CSSStyleDeclaration, origin: Origin, parts: string[]): void {
  if (node.data.trim() === '') return
  for (const { text, rect } of linesOf(node)) {
    if (text.trim() === '' || rect.width === 0) continue
    const size = Number.parseFloat(style.fontSize)
    const baseline = rect.top - origin.top + rect.height / 2 + size * 0.35
    const slant = style.fontStyle === 'normal' ? '' : ` font-style="${style.fontStyle}"`
    parts.push(
      `<text x="${num(rect.left - origin.left)}" y="${num(baseline)}" textLength="${num(rect.width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="${style.color}" font-family="${escaped(style.fontFamily)}" font-size="${num(size)}" font-weight="${style.fontWeight}"${slant}>${escaped(text)}</text>`,
    )
  }
}

interface TextLine {
  readonly text: string
  readonly rect: DOMRect
}

function linesOf(node: Text): TextLine[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const [only, ...more] = range.getClientRects()
  if (only === undefined) return []
  if (more.length === 0) return [{ text: node.data.replaceAll(/\s+/g, ' '), rect: only }]
  // A letter that stands lower than the one before it begins a line.
  const lines: TextLine[] = []
  let start = 0
  let top: number | null = null
  const end = (at: number) => {
    range.setStart(node, start)
    range.setEnd(node, at)
    lines.push({ text: node.data.slice(start, at).replaceAll(/\s+/g, ' '), rect: range.getBoundingClientRect() })
    start = at
  }
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const [rect] = range.getClientRects()
    if (rect === undefined || rect.width === 0) continue
    if (top !== null && rect.top > top + 2) end(at)
    top = rect.top
  }
  end(node.length)
  return lines
}

/** The first colour behind an element. */
export function groundBehind(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (backgroundColor !== clear) return backgroundColor
  }
  return 'white'
}

const num = (value: number) => rounded(value, 1)
