// The backtracking machine of regular expressions (CPython Modules/_sre/sre_lib.h). Explicit stacks: no host recursion but for look-arounds, whose
// nesting the pattern bounds; every step is charged.
import type { Machine } from '../../machine.ts';
import { MATCHER_STEP_WORK } from '../../limits.ts';
import { Flag } from './syntax.ts';
import { type CharSet, type Instruction, Op, type Program, isWord } from './program.ts';

/** Steps that are charged at once. */
const CHARGE_STEP = 256;

// Kinds of entries on the backtrack stack; each entry is four numbers: kind, a, b, c.
const BRANCH = 0, CAPTURE = 1, COUNTER = 2, GREEDY = 3, LAZY = 4, RETRY_LOOP = 5;

/** A subject of matching: characters by index. */
export class Subject {
  readonly text: string;
  /** Code points of a text with astral characters; null otherwise. */
  readonly points: readonly number[] | null;
  readonly length: number;

  constructor(text: string, points: readonly number[] | null) {
    this.text = text;
    this.points = points;
    this.length = points === null ? text.length : points.length;
  }

  at(index: number): number {
    return this.points === null ? this.text.charCodeAt(index) : this.points[index] as number;
  }

  /** The characters [start, end). */
  slice(start: number, end: number): string {
    if (this.points === null) return this.text.slice(start, end);
    let out = '';
    for (let i = start; i < end; i++) out += String.fromCodePoint(this.points[i] as number);
    return out;
  }
}

/** One attempt after another of a program on a subject. */
export class Matcher {
  private readonly m: Machine;
  private readonly program: Program;
  private readonly subject: Subject;
  private readonly end: number;
  /** Group positions (2 per group; 0 and 1 are the whole match) and, last, the group closed last. -1 = unset. */
  registers: Int32Array;
  /** Loop counters and the positions where their iterations started. */
  private counters: Int32Array;
  private stack: number[] = [];
  private steps = 0;

  constructor(m: Machine, program: Program, subject: Subject, end: number) {
    this.m = m;
    this.program = program;
    this.subject = subject;
    this.end = end;
    this.registers = new Int32Array(2 * program.groups + 3).fill(-1);
    this.counters = new Int32Array(2 * program.loops);
  }

  /** Matches at `start`; `whole` asks for the end of the subject, `advance` refuses an empty match. */
  matchAt(start: number, whole: boolean, advance: boolean): boolean {
    this.registers.fill(-1);
    this.counters.fill(-1);
    this.stack.length = 0;
    const end = this.run(0, start, whole, advance ? start : -1);
    if (end < 0) return false;
    this.registers[0] = start;
    this.registers[1] = end;
    return true;
  }

  /** The first match at or after `from`. `advance`: not an empty one at `from` itself. */
  search(from: number, advance: boolean): boolean {
    const { program, subject } = this;
    const last = this.end - program.minWidth;
    for (let start = from; start <= last; start++) {
      if (program.prefix !== '' && subject.points === null) {
        const found = subject.text.indexOf(program.prefix, start);
        if (found < 0 || found > last) {
          this.charge((last - start) >> 3);
          return false;
        }
        this.charge((found - start) >> 3);
        if (found > start) start = found;
      } else if (program.first !== null) {
        while (start <= last && start < this.end && !inSet(program.first, subject.at(start))) start++;
        if (start > last || start >= this.end) return false;
      }
      if (this.matchAt(start, false, advance && start === from)) return true;
      this.charge(1);
    }
    return false;
  }

  private charge(steps: number): void {
    this.steps += steps;
    if (this.steps >= CHARGE_STEP) {
      this.m.chargeWork(this.steps * MATCHER_STEP_WORK);
      this.steps = 0;
    }
  }

  private setRegister(index: number, value: number): void {
    this.stack.push(CAPTURE, index, this.registers[index] as number, 0);
    this.registers[index] = value;
  }

  private setCounter(index: number, value: number): void {
    this.stack.push(COUNTER, index, this.counters[index] as number, 0);
    this.counters[index] = value;
  }

  /** Runs from an instruction; answers the end position or -1. `notAt` = an end that does not count (empty match refused). */
  private run(startPc: number, startPos: number, whole: boolean, notAt: number): number {
    const { code } = this.program;
    const { subject, end, stack } = this;
    const base = stack.length;
    let pc = startPc;
    let pos = startPos;
    for (;;) {
      if (++this.steps >= CHARGE_STEP) this.charge(0);
      const ins = code[pc] as Instruction;
      let ok = true;
      switch (ins.op) {
        case Op.CHAR:
          if (pos < end && subject.at(pos) === ins.x) {
            pos++;
            pc++;
          } else ok = false;
          break;
        case Op.ANY:
          if (pos < end) {
            pos++;
            pc++;
          } else ok = false;
          break;
        case Op.ANY_LINE: case Op.SET:
          if (pos < end && inSet(ins.set as CharSet, subject.at(pos))) {
            pos++;
            pc++;
          } else ok = false;
          break;
        case Op.AT:
          if (this.isAt(ins, pos)) pc++;
          else ok = false;
          break;
        case Op.SPLIT:
          stack.push(BRANCH, ins.y, pos, 0);
          pc = ins.x;
          break;
        case Op.JUMP: pc = ins.x; break;
        case Op.SAVE:
          this.setRegister(ins.x, pos);
          if ((ins.x & 1) === 1) this.setRegister(this.registers.length - 1, ins.x >> 1);
          pc++;
          break;
        case Op.REPEAT_ONE: case Op.POSSESSIVE_ONE: {
          const stop = this.runOf(ins, pos, ins.max);
          if (stop - pos < ins.min) {
            ok = false;
            break;
          }
          if (ins.op === Op.REPEAT_ONE && stop - pos > ins.min) stack.push(GREEDY, pc + 1, stop, pos + ins.min);
          pos = stop;
          pc++;
          break;
        }
        case Op.LAZY_ONE: {
          const stop = this.runOf(ins, pos, ins.min);
          if (stop - pos < ins.min) {
            ok = false;
            break;
          }
          if (ins.min < ins.max) stack.push(LAZY, pc, stop, ins.max - ins.min);
          pos = stop;
          pc++;
          break;
        }
        case Op.LOOP_ENTER:
          this.setCounter(2 * ins.x, -1);
          this.setCounter(2 * ins.x + 1, -1);
          pc = ins.y;
          break;
        case Op.LOOP: {
          const count = (this.counters[2 * ins.x] as number) + 1;
          const last = this.counters[2 * ins.x + 1] as number;
          this.setCounter(2 * ins.x, count);
          if (count < ins.min) {
            this.setCounter(2 * ins.x + 1, pos);
            pc = ins.y;
          } else if (ins.lazy) {
            if (count < ins.max && !(pos === last && count > ins.min)) stack.push(RETRY_LOOP, pc, pos, 0);
            pc++;
          } else if (count < ins.max && pos !== last) {
            stack.push(BRANCH, pc + 1, pos, 0);
            this.setCounter(2 * ins.x + 1, pos);
            pc = ins.y;
          } else pc++;
          break;
        }
        case Op.REFERENCE: {
          const stop = this.reference(ins, pos);
          if (stop < 0) ok = false;
          else {
            pos = stop;
            pc++;
          }
          break;
        }
        case Op.CONDITION:
          pc = (this.registers[2 * ins.x + 1] as number) >= 0 && (this.registers[2 * ins.x] as number) >= 0 ? pc + 1 : ins.y;
          break;
        case Op.LOOK: case Op.ATOMIC: {
          const stop = this.inner(ins, pc, pos);
          if (stop < 0) ok = false;
          else {
            pos = stop;
            pc = ins.x;
          }
          break;
        }
        case Op.LOOK_END: return pos;
        default:
          if ((whole && pos !== end) || pos === notAt) ok = false;
          else return pos;
      }
      if (ok) continue;
      // Backtrack: undo until a choice is left.
      for (;;) {
        if (stack.length === base) return -1;
        const c = stack.pop() as number;
        const b = stack.pop() as number;
        const a = stack.pop() as number;
        const kind = stack.pop() as number;
        if (kind === CAPTURE) this.registers[a] = b;
        else if (kind === COUNTER) this.counters[a] = b;
        else if (kind === BRANCH) {
          pc = a;
          pos = b;
          break;
        } else if (kind === GREEDY) {
          pc = a;
          pos = b - 1;
          if (pos > c) stack.push(GREEDY, a, pos, c);
          break;
        } else if (kind === LAZY) {
          const one = code[a] as Instruction;
          if (b < end && inSet(one.set as CharSet, subject.at(b))) {
            pc = a + 1;
            pos = b + 1;
            if (c > 1) stack.push(LAZY, a, pos, c - 1);
            break;
          }
        } else {
          // RETRY_LOOP: a lazy loop goes round once more.
          const loop = code[a] as Instruction;
          this.setCounter(2 * loop.x + 1, b);
          pc = loop.y;
          pos = b;
          break;
        }
      }
    }
  }

  /** How far a one-character repeat reaches from `pos`, at most `max` times. */
  private runOf(ins: Instruction, pos: number, max: number): number {
    const stop = Math.min(this.end, pos + max);
    const set = ins.set as CharSet;
    const { subject } = this;
    let i = pos;
    if (subject.points === null) {
      const { text } = subject;
      while (i < stop) {
        const code = text.charCodeAt(i);
        if (code < 256 ? set.bitmap[code] !== 1 : !set.high(code)) break;
        i++;
      }
    } else while (i < stop && inSet(set, subject.at(i))) i++;
    this.charge((i - pos) >> 2);
    return i;
  }

  /** A look-around or an atomic group: its own run; what it captured stays unless it is negated. */
  private inner(ins: Instruction, pc: number, pos: number): number {
    const base = this.stack.length;
    const isLook = ins.op === Op.LOOK;
    const start = isLook ? pos - ins.min : pos;
    const end = start < 0 ? -1 : this.run(pc + 1, start, false, -1);
    if (end < 0) {
      this.undo(base);
      return isLook && ins.lazy ? pos : -1;
    }
    if (isLook && ins.lazy) {
      this.undo(base);
      return -1;
    }
    this.dropChoices(base);
    return isLook ? pos : end;
  }

  /** Undoes captures and counters down to a stack height. */
  private undo(base: number): void {
    const { stack } = this;
    while (stack.length > base) {
      stack.pop();
      const b = stack.pop() as number;
      const a = stack.pop() as number;
      const kind = stack.pop() as number;
      if (kind === CAPTURE) this.registers[a] = b;
      else if (kind === COUNTER) this.counters[a] = b;
    }
  }

  /** Forgets the choices above a stack height but keeps what undoes captures. */
  private dropChoices(base: number): void {
    const { stack } = this;
    let kept = base;
    for (let i = base; i < stack.length; i += 4) {
      if (stack[i] === CAPTURE || stack[i] === COUNTER) {
        for (let k = 0; k < 4; k++) stack[kept + k] = stack[i + k] as number;
        kept += 4;
      }
    }
    stack.length = kept;
  }

  private reference(ins: Instruction, pos: number): number {
    const start = this.registers[2 * ins.x] as number;
    const stop = this.registers[2 * ins.x + 1] as number;
    if (start < 0 || stop < start) return -1;
    if (pos + stop - start > this.end) return -1;
    this.charge(stop - start);
    const { subject } = this;
    const fold = (ins.flags & Flag.IGNORECASE) !== 0;
    for (let i = start; i < stop; i++) {
      const a = subject.at(i);
      const b = subject.at(pos + i - start);
      if (a !== b && !(fold && String.fromCodePoint(a).toLowerCase() === String.fromCodePoint(b).toLowerCase())) return -1;
    }
    return pos + stop - start;
  }

  private isAt(ins: Instruction, pos: number): boolean {
    const { subject, end } = this;
    const multiline = (ins.flags & Flag.MULTILINE) !== 0;
    switch (ins.at) {
      case 'string-start': return pos === 0;
      case 'start': return pos === 0 || (multiline && subject.at(pos - 1) === 10);
      case 'string-end': return pos === end;
      case 'end': return pos === end || (subject.at(pos) === 10 && (multiline || pos + 1 === end));
      case 'boundary': case 'not-boundary': {
        if (end === 0) return false;
        const before = pos > 0 && isWord(subject.at(pos - 1), ins.flags);
        const after = pos < end && isWord(subject.at(pos), ins.flags);
        return (before !== after) === (ins.at === 'boundary');
      }
    }
  }
}

function inSet(set: CharSet, code: number): boolean {
  return code < 256 ? set.bitmap[code] === 1 : set.high(code);
}
