'use client'
// The keys of the workbench. They work while the focus is inside it, and never while somebody types.
import { useEffect, useRef, type RefObject } from 'react'
import type { OwnedBench } from '../model/use-bench.ts'

/** Keys with what they do, as the help shows them. */
export const shortcuts: readonly (readonly [string, string])[] = [
  ['← →', 'one step back, forth'],
  ['Shift ← →', 'one instruction back, forth'],
  ['Home End', 'start, end of the run'],
  ['Space', 'play, pause'],
  ['[ ]', 'breakpoint before, after'],
  ['F9', 'breakpoint at the caret’s line'],
  ['C, A, G', 'next call, allocation, collection (with Shift: the one before)'],
  ['P, L', 'to the peak, to the first leak'],
  ['B, D', 'to where the chosen object was born, died'],
  ['1 … 6', 'the views'],
  ['↑ ↓ ← → Enter', 'in the graph: from object to object, choose'],
  ['Space T', 'in the graph: fold an object, tidy the graph'],
  ['Esc', 'let the chosen object go'],
  ['Ctrl Enter', 'run'],
]

interface ShortcutActions {
  /** The bench's outermost element. */
  readonly box: RefObject<HTMLElement | null>
  readonly bench: OwnedBench
  readonly onView: (number: number) => void
}

/** Listens on the window, behind React's own handlers: a view that used a key has said so. */
export function useShortcuts({ box, bench, onView }: ShortcutActions): void {
  const latest = useRef({ bench, onView })
  useEffect(() => {
    latest.current = { bench, onView }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const element = box.current
      if (element === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (!(event.target instanceof Node) || !element.contains(event.target) || isTyping(event.target)) return
      const help = () => element.querySelector<HTMLElement>('[data-shortcut-help]')?.click()
      const action = actionOf(event, latest.current.bench, latest.current.onView, help)
      if (action === null) return
      event.preventDefault()
      action()
      // The element that had the focus may go with its view: the view's tab takes it.
      if (/^[1-9]$/.test(event.key)) element.querySelectorAll<HTMLElement>('.bench-tabs [role=tab]')[Number(event.key) - 1]?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [box])
}

function actionOf(event: KeyboardEvent, bench: OwnedBench, onView: (number: number) => void, onHelp: () => void): (() => void) | null {
  const back = event.shiftKey ? -1 : 1
  if (/^[1-9]$/.test(event.key)) return () => onView(Number(event.key))
  switch (event.key) {
    case 'ArrowLeft':
      return () => bench.move(event.shiftKey ? 'instruction' : bench.unit, -1)
    case 'ArrowRight':
      return () => bench.move(event.shiftKey ? 'instruction' : bench.unit, 1)
    case 'Home':
      return () => bench.goTo(0)
    case 'End':
      return () => bench.goTo(bench.run?.lastStep ?? 0)
    case ' ':
      return isButton(event.target) ? null : () => bench.play(!bench.playing)
    case '[':
      return () => bench.toBreakpoint(-1)
    case ']':
      return () => bench.toBreakpoint(1)
    case '?':
      return onHelp
    case 'Escape':
      return bench.focus.chosen === null ? null : () => bench.focus.choose(null)
    default:
      return letterAction(event.key.toLowerCase(), back, bench)
  }
}

function letterAction(letter: string, direction: 1 | -1, bench: OwnedBench): (() => void) | null {
  const { run, leak, focus } = bench
  switch (letter) {
    case 'c':
      return () => bench.move('call', direction)
    case 'a':
      return () => bench.move('allocation', direction)
    case 'g':
      return () => bench.move('collection', direction)
    case 'p':
      return run === null ? null : () => bench.goTo(run.overview.peakStep)
    case 'l':
      return leak === null ? null : () => bench.goTo(leak.step)
    case 'b':
    case 'd':
      return focus.chosen === null ? null : () => void goToEndOfLife(bench, focus.chosen, letter)
    default:
      return null
  }
}

async function goToEndOfLife(bench: OwnedBench, serial: number | null, letter: 'b' | 'd'): Promise<void> {
  const life = serial === null ? null : await bench.ask.lifetime(serial)
  const step = letter === 'b' ? life?.bornStep : life?.diedStep
  if (step !== null && step !== undefined) bench.goTo(step)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && !target.classList.contains('timeline-range')
  return target.closest('textarea, select, [contenteditable="true"], .monaco-editor') !== null
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, summary, input, a, [role="tab"]') !== null
}

