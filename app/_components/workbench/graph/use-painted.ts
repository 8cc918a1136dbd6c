'use client'
// Scrubbing: while moments come faster than a browser lays elements out, they are painted on a canvas over the svg, which follows as soon as they pause.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTheme } from '../../theme.tsx'
import { paintGraph, type GraphScene } from './graph-paint.ts'
import type { GraphPicture } from './graph-types.ts'
import { InkBook } from './ink-book.ts'

interface Painted extends Omit<GraphScene, 'picture'> {
  readonly field: RefObject<HTMLElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** null while there is no hurry. */
  readonly picture: GraphPicture | null
}

/** Moments pause when none comes for this long. */
const pauseMs = 200

/** Whether the canvas is what is to be seen. */
export function usePainted({ field, canvas, picture, chosen, zoom }: Painted): boolean {
  const theme = useTheme()
  const [pausedAt, setPausedAt] = useState<GraphPicture | null>(null)
  const painted = picture !== null && pausedAt !== picture
  const sight = useSight(field)
  const inks = useRef<{ readonly theme: string; readonly book: InkBook } | null>(null)
  useLayoutEffect(() => {
    const [box, board] = [field.current, canvas.current]
    const context = board?.getContext('2d') ?? null
    if (!painted || box === null || board === null || context === null) return
    if (inks.current?.theme !== theme) inks.current = { theme, book: new InkBook(box) }
    const ratio = window.devicePixelRatio || 1
    const { left, top, width, height } = sight.current
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (board.width !== wide || board.height !== high) Object.assign(board, { width: wide, height: high })
    board.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`
    paintGraph(context, { picture, chosen, zoom }, { left, top, width, height, ratio }, inks.current.book)
  }, [painted, picture, chosen, zoom, theme, field, canvas, sight])
  useEffect(() => {
    if (picture === null) return
    const timer = setTimeout(() => setPausedAt(picture), pauseMs)
    return () => clearTimeout(timer)
  }, [picture])
  return painted
}

/** What of the field is in sight, known without asking the layout. */
function useSight(field: RefObject<HTMLElement | null>) {
  const sight = useRef({ left: 0, top: 0, width: 0, height: 0 })
  useEffect(() => {
    const box = field.current
    if (box === null) return
    const measure = () => {
      sight.current = { left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight }
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      watcher.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [field])
  return sight
}
