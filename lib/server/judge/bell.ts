// The bell between those who hand in and those who judge, inside one process. Only a shortcut: whoever missed it (or
// lives in another process) finds the same news in the database within half a second.
import { EventEmitter } from 'node:events'

const WORK = 'work'
const VERDICT = 'verdict'

// Next loads server code more than once; all of it shares one bell.
const shared = globalThis as { pyarenaBell?: EventEmitter }

function bell(): EventEmitter {
  shared.pyarenaBell ??= new EventEmitter().setMaxListeners(0)
  return shared.pyarenaBell
}

/** A submission waits. */
export function ringForWork(): void {
  bell().emit(WORK)
}

/** Calls back whenever a submission waits; returns how to stop that. */
export function onWork(listener: () => void): () => void {
  bell().on(WORK, listener)
  return () => bell().off(WORK, listener)
}

/** A submission was judged. */
export function ringForVerdict(id: string): void {
  bell().emit(VERDICT, id)
}

/** Resolves when the submission was judged here, or after the time. */
export function waitForVerdict(id: string, waitMs: number): Promise<void> {
  return new Promise((settle) => {
    const finish = () => {
      clearTimeout(timer)
      bell().off(VERDICT, heard)
      settle()
    }
    const heard = (judged: string) => {
      if (judged === id) finish()
    }
    const timer = setTimeout(finish, waitMs)
    bell().on(VERDICT, heard)
  })
}
