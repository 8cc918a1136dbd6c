// The colours and fonts that the style sheets give to the graph's classes, for the canvas: each is asked once, of an element that is taken away again.

export interface Ink {
  readonly fill: string | null
  readonly stroke: string | null
  readonly lineWidth: number
  readonly dash: number[]
  readonly font: string
  readonly opacity: number
}

/** What a painter asks for. */
export interface Inks {
  /** The ink of an element of a class within a node: a `path`, `card-box` in `node-card garbage lit`. A `g` is the node itself. */
  of(node: string, tag: 'g' | 'path' | 'text', className?: string): Ink
  /** The ground under garbage. */
  hatch(context: CanvasRenderingContext2D): CanvasPattern | string
}

const svgNames = 'http://www.w3.org/2000/svg'

/** The inks of one theme. */
export class InkBook implements Inks {
  readonly #field: HTMLElement
  readonly #known = new Map<string, Ink>()
  #hatch: CanvasPattern | string | null = null

  constructor(field: HTMLElement) {
    this.#field = field
  }

  of(node: string, tag: 'g' | 'path' | 'text', className = ''): Ink {
    const key = `${node}/${tag}/${className}`
    let ink = this.#known.get(key)
    if (ink === undefined) {
      ink = this.#ask(node, tag, className)
      this.#known.set(key, ink)
    }
    return ink
  }

  hatch(context: CanvasRenderingContext2D): CanvasPattern | string {
    this.#hatch ??= this.#drawHatch(context)
    return this.#hatch
  }

  #ask(node: string, tag: 'g' | 'path' | 'text', className: string): Ink {
    const svg = document.createElementNS(svgNames, 'svg')
    svg.setAttribute('class', 'graph')
    svg.setAttribute('aria-hidden', 'true')
    svg.style.cssText = 'position:absolute;width:0;height:0;visibility:hidden'
    const group = document.createElementNS(svgNames, 'g')
    const [kind = '', ...flags] = node.split(' ')
    if (kind !== '') group.setAttribute('class', `node ${kind}`)
    for (const flag of flags) group.setAttribute(`data-${flag}`, 'true')
    const element = document.createElementNS(svgNames, tag)
    element.setAttribute('class', className)
    group.append(element)
    svg.append(group)
    this.#field.append(svg)
    const ink = inkOf(getComputedStyle(tag === 'g' ? group : element))
    svg.remove()
    return ink
  }

  #drawHatch(context: CanvasRenderingContext2D): CanvasPattern | string {
    const color = this.of('', 'path', 'hatch').fill ?? 'transparent'
    const tile = document.createElement('canvas')
    const [width, density] = [9, 2]
    tile.width = width * density
    tile.height = width * density
    const paint = tile.getContext('2d')
    if (paint === null) return color
    paint.fillStyle = color
    paint.fillRect(0, 0, 2.4 * density, width * density)
    const pattern = context.createPattern(tile, 'repeat')
    pattern?.setTransform(new DOMMatrix().rotate(45).scale(1 / density))
    return pattern ?? color
  }
}

function inkOf(style: CSSStyleDeclaration): Ink {
  const paint = (value: string) => (value === 'none' || value === '' ? null : value)
  return {
    fill: paint(style.fill),
    stroke: paint(style.stroke),
    lineWidth: Number.parseFloat(style.strokeWidth),
    dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map((length) => Number.parseFloat(length)),
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    opacity: Number.parseFloat(style.opacity),
  }
}
