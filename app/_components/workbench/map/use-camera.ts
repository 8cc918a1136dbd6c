'use client'
// The camera over a map: drag, wheel, pinch and keys move it. One animation frame paints, however many events came.
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Camera } from './map-paint.ts'

interface Extent {
  readonly width: number
  readonly height: number
}

const mostScale = 60

/** Keeps the camera in a ref, so that moving it renders no component. */
export function useCamera(canvas: RefObject<HTMLCanvasElement | null>, extent: Extent, paint: (camera: Camera) => void) {
  const camera = useRef<Camera>({ x: -8, y: -8, scale: 2 })
  const frame = useRef(0)
  const travelled = useRef(0)
  const latest = useRef({ paint, extent })
  useEffect(() => {
    latest.current = { paint, extent }
  })

  const redraw = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => latest.current.paint(camera.current))
  }, [])
  const set = useCallback(
    (next: Camera) => {
      camera.current = next
      redraw()
    },
    [redraw],
  )
  const fit = useCallback(() => {
    const box = canvas.current
    if (box === null) return
    const { width, height } = latest.current.extent
    const scale = Math.min(mostScale, Math.max(0.05, Math.min(box.clientWidth / (width + 16), box.clientHeight / (height + 16))))
    set({ x: -8, y: -8, scale: Math.min(scale, 6) })
  }, [canvas, set])
  /** Zooms about a point of the canvas; its middle without one. */
  const zoomBy = useCallback(
    (factor: number, at?: { x: number; y: number }) => {
      const box = canvas.current
      if (box === null) return
      const { x, y, scale } = camera.current
      const point = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 }
      const next = Math.min(mostScale, Math.max(0.05, scale * factor))
      set({ x: x + point.x / scale - point.x / next, y: y + point.y / scale - point.y / next, scale: next })
    },
    [canvas, set],
  )
  const panBy = useCallback(
    (dx: number, dy: number) => {
      const { x, y, scale } = camera.current
      set({ x: x + dx / scale, y: y + dy / scale, scale })
    },
    [set],
  )

  useEffect(() => {
    const box = canvas.current
    if (box === null) return
    return followPointers(box, zoomBy, panBy, travelled)
  }, [canvas, zoomBy, panBy])
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  /** Whether the press that ends now was a drag, not a click. */
  const moved = useCallback(() => travelled.current > 4, [])
  return { camera, redraw, fit, zoomBy, panBy, moved }
}

type ZoomBy = (factor: number, at: { x: number; y: number }) => void

/** Drag with one pointer, pinch with two, wheel. Returns how to stop. */
function followPointers(box: HTMLCanvasElement, zoomBy: ZoomBy, panBy: (dx: number, dy: number) => void, travelled: RefObject<number>): () => void {
  const pointers = new Map<number, { x: number; y: number }>()
  const local = (event: PointerEvent | WheelEvent) => {
    const rect = box.getBoundingClientRect()
    return { x: event.clientX - rect.left, y: event.clientY - rect.top }
  }
  const down = (event: PointerEvent) => {
    if (pointers.size === 0) travelled.current = 0
    pointers.set(event.pointerId, local(event))
    box.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (before === undefined) return
    const now = local(event)
    travelled.current += Math.hypot(now.x - before.x, now.y - before.y)
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    if (other === undefined) panBy(before.x - now.x, before.y - now.y)
    else zoomBy(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    pointers.set(event.pointerId, now)
  }
  const up = (event: PointerEvent) => pointers.delete(event.pointerId)
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    if (event.shiftKey) panBy(event.deltaY, 0)
    else zoomBy(Math.exp(-event.deltaY / 400), local(event))
  }
  box.addEventListener('pointerdown', down)
  box.addEventListener('pointermove', move)
  box.addEventListener('pointerup', up)
  box.addEventListener('pointercancel', up)
  box.addEventListener('wheel', wheel, { passive: false })
  return () => {
    box.removeEventListener('pointerdown', down)
    box.removeEventListener('pointermove', move)
    box.removeEventListener('pointerup', up)
    box.removeEventListener('pointercancel', up)
    box.removeEventListener('wheel', wheel)
  }
}
