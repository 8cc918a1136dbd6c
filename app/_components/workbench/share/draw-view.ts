// What there is to draw in the frame of each view.
import { drawingOfElement, drawingOfSvg } from './export-picture.ts'
import type { Drawing } from './svg-text.ts'

/** The graph. */
export function drawGraph(frame: Element): Drawing | null {
  const svg = frame.querySelector('svg.graph')
  return svg instanceof SVGSVGElement ? drawingOfSvg(svg) : null
}

/** A view that is written in the page's own elements. */
export function drawField(frame: Element): Drawing | null {
  const field = frame.querySelector('.view-field')
  return field instanceof HTMLElement ? drawingOfElement(field) : null
}
