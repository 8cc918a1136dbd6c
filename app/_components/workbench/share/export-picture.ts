// Pictures of a view as files that stand alone: what the page's style sheets and fonts say is written into them.
import { groundBehind, svgOfElement } from './element-picture.ts'
import { drawingOf, type Drawing } from './svg-text.ts'

/** What of a style is written, with what need not be said: the value that an element has anyway; null where it has its holder's. */
const carried: Readonly<Record<string, string | null>> = {
  fill: null, stroke: null, 'stroke-width': null, 'stroke-dasharray': null, 'stroke-linecap': null, 'font-family': null, 'font-size': null, 'font-weight': null, 'text-anchor': null, 'paint-order': null, visibility: null,
  opacity: '1', transform: 'none', filter: 'none',
}

/** The drawing of an svg element. */
export function drawingOfSvg(svg: SVGSVGElement): Drawing {
  endMotion(svg)
  const { width, height } = svg.viewBox.baseVal
  return { svg: new XMLSerializer().serializeToString(styledCopy(svg)), width, height }
}

/** The drawing of a part of the page: its boxes, lines, texts and svg elements, as vectors. */
export function drawingOfElement(element: HTMLElement): Drawing {
  endMotion(element)
  const { body, width, height } = svgOfElement(element, styledCopy)
  return drawingOf(width, height, body)
}

/** A copy of an svg element with its computed styles in it. */
function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, order) => {
    copies[order]?.setAttribute('style', ownStyle(original, original === svg))
    copies[order]?.removeAttribute('tabindex')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.style.background = groundBehind(svg)
  return copy
}

function ownStyle(element: SVGElement, isRoot: boolean): string {
  const style = getComputedStyle(element)
  const above = element.parentElement === null ? null : getComputedStyle(element.parentElement)
  const words = Object.entries(carried).flatMap(([name, usual]) => {
    const value = style.getPropertyValue(name)
    const isSaid = usual === null ? isRoot || element.hasAttribute(name) || value !== above?.getPropertyValue(name) : value !== usual
    return isSaid && value !== '' ? [`${name}:${value}`] : []
  })
  return words.join(';')
}

/** A picture is of the end of a motion, not of its middle. */
function endMotion(element: Element): void {
  for (const animation of element.getAnimations({ subtree: true })) if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
}

/** The file of a drawing, its fonts included. */
export async function fileOf(drawing: Drawing, kind: 'svg' | 'png'): Promise<Blob | null> {
  const { svg } = drawing
  const rules = await fontRules(svg)
  const withFonts = rules === '' ? svg : svg.replace(/(<svg[^>]*>)/, `$1<style>${rules}</style>`)
  return kind === 'svg' ? new Blob([withFonts], { type: 'image/svg+xml' }) : await pixelsOf(withFonts, drawing)
}

const mostPixels = 8_000

/** Twice as fine as on the page, as far as a canvas goes. */
async function pixelsOf(svg: string, { width, height }: Drawing): Promise<Blob | null> {
  const scale = Math.min(2, mostPixels / width, mostPixels / height)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * scale)
    canvas.height = Math.ceil(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve))
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The page's fonts that the text names, their Latin letters, as data: a file has no style sheets to load. */
async function fontRules(svg: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
  const wanted = faces.filter(({ style }) => svg.includes(style.getPropertyValue('font-family').replaceAll(/["']/g, '')) && /U\+0+-0*FF/i.test(style.getPropertyValue('unicode-range')))
  const texts = await Promise.all(wanted.map(embedded))
  return texts.join('')
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    // Another site's style sheet.
    return []
  }
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const source = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1]
  if (source === undefined) return ''
  try {
    const bytes = new Uint8Array(await (await fetch(new URL(source, parentStyleSheet?.href ?? document.baseURI))).arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return `@font-face{font-family:${style.getPropertyValue('font-family')};font-weight:${style.getPropertyValue('font-weight') || 'normal'};src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`
  } catch {
    // Without it the picture has the reader's own letters.
    return ''
  }
}

/** Hands a file to the browser. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
