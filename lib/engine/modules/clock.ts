// The simulated clock: it moves with the program's work, with every look at it, and with sleep.
import type { Machine } from '../machine.ts';

/** Nanoseconds that a step of the program takes, and a look at the clock. */
const STEP_NS = 50;
const LOOK_NS = 100;

/** Nanoseconds since the program started; the clock stays. */
export function elapsedNs(m: Machine): number {
  return m.clockNs + m.stepsNow * STEP_NS;
}

/** Nanoseconds since the program started; the look moves the clock. */
export function lookAtClock(m: Machine): number {
  m.clockNs += LOOK_NS;
  return elapsedNs(m);
}
