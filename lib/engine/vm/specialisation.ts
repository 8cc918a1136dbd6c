// When an instruction specialises, as far as a program can see it (CPython Python/specialize.c; pycore_code.h and pycore_backoff.h, the adaptive counters).
// The state of an instruction is in CodeData.places, which only instructions that load or store names use otherwise. Runs with operands that nobody asks
// about here are not counted: they would put the specialisation off where one instruction meets operands of several kinds by turns.
import type { CodeData } from '../objects/code.ts';
import type { Machine } from '../machine.ts';

/** From bit 2 on: runs that the instruction still waits (WARM), or that it may still miss (SPECIALISED). */
const State = { COLD: 0, WARM: 1, SPECIALISED: 2, OTHERWISE: 3 } as const;
const STATE_BITS = 2;
const STATE_MASK = 3;
const ONE_RUN = 1 << STATE_BITS;

/** How often a specialised instruction finds what it is not made for before it is given up (miss_counter_start, adaptive_counter_cooldown), less one. */
const MISSES = 52;

/** How an instruction runs this time; 'specialises': the caller says what becomes of it (specialised, specialisedOtherwise). */
export type RunForm = 'general' | 'specialises' | 'specialised';

/** Counts a run of the instruction at `pc`. `fits`: the operands are what it is specialised for, if it is. */
export function formOfRun(m: Machine, code: CodeData, pc: number, fits: boolean): RunForm {
  const { places } = code;
  const state = places[pc] as number;
  switch (state & STATE_MASK) {
    case State.OTHERWISE:
      return 'general';
    case State.COLD:
      if (m.profile.specialises === 'code') return code.isQuickened ? 'specialises' : 'general';
      places[pc] = State.WARM;
      return 'general';
    case State.SPECIALISED:
      if (fits) return 'specialised';
      if (state >= ONE_RUN) places[pc] = state - ONE_RUN;
      else if (m.profile.specialisationPause === 0) return 'specialises';
      else places[pc] = State.WARM | (m.profile.specialisationPause << STATE_BITS);
      return 'general';
    default:
      if (state < ONE_RUN) return 'specialises';
      places[pc] = state - ONE_RUN;
      return 'general';
  }
}

/** The instruction is specialised from now on. */
export function specialised(code: CodeData, pc: number): void {
  code.places[pc] = State.SPECIALISED | (MISSES << STATE_BITS);
}

/** The instruction is specialised for something that looks as the general form does. */
export function specialisedOtherwise(code: CodeData, pc: number): void {
  code.places[pc] = State.OTHERWISE;
}
