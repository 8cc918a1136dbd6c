// Who referred to an object from its birth to its death: a re-execution that looks at its count and holders after every instruction.
import type { LiveRun } from '../machine-run.ts';
import type { Origins } from '../snapshot/capture.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../machine.ts';
import type { ObjectSerial } from '../snapshot/schema.ts';
import type { PyObject } from '../objects/object.ts';
import type { ReferenceEvent, ReferenceHistory } from '../recording-types.ts';
import type { RunHooks } from '../vm/budget.ts';
import { opcodeInfo } from '../compiler/opcodes.ts';
import { codeLine } from '../objects/interpreter-frame.ts';
import { strValue } from '../objects/str.ts';
import { forEachReference } from '../snapshot/contents.ts';
import { numbered } from '../snapshot/holders.ts';
import { allObjects } from '../snapshot/reach.ts';
import { captureContext } from '../machine-run.ts';
import { heldBySlot } from '../objects/virtual-iterators.ts';
import { visibleRefcount } from '../vm/borrowed.ts';
import { mainNamespace } from '../vm/run.ts';

/** References of the interpreter itself that are listed one by one. */
const MOST_UNSEEN = 100;
/** Events that are kept, and objects looked at for holders, before the history is cut. */
const MAX_EVENTS = 5_000;
const MAX_VISITS = 4_000_000;

/** How often each holder, by its name for people, refers to the object. */
type Holders = ReadonlyMap<string, number>;

/** Watches one object while a machine runs. */
export class HistoryRecorder {
  readonly events: ReferenceEvent[] = [];
  isCut = false;
  private readonly run: LiveRun;
  private readonly m: Machine;
  private readonly origins: Origins;
  private readonly serial: ObjectSerial;
  private readonly hooks: RunHooks;
  private target: PyObject | null;
  private count = 0;
  private rawCount = 0;
  private holders: Holders = new Map();
  private heapHolders: readonly string[] = [];
  private heapCount = 0;
  private wasOnStack = false;
  private visits = 0;
  /** The running instruction. */
  private at = 0;
  private instruction = '';
  private line: number | null = null;

  /** Starts watching at the machine's present moment. */
  constructor(run: LiveRun, hooks: RunHooks, origins: Origins, serial: ObjectSerial) {
    this.run = run;
    this.origins = origins;
    this.m = run.m;
    this.hooks = hooks;
    this.serial = serial;
    this.target = this.findNow();
    // While somebody watches, no host object serves twice (objects/alloc.ts).
    this.m.watcher = {
      made: (o) => {
        if (o.serial === serial) this.target = o;
      },
      dealloc: (o) => o.ob_type.tp_dealloc(this.m, o),
    };
    if (this.target !== null) this.settle(this.m.steps);
    this.note((this.m.vm as Interpreter).frame);
    hooks.onInstruction = (frame) => {
      this.settle(this.m.steps);
      this.note(frame);
    };
  }

  /** Stops watching; the last instruction is settled. */
  finish(): ReferenceHistory {
    this.settle(this.m.steps);
    this.stop();
    return { serial: this.serial, events: this.events, isCut: this.isCut };
  }

  private stop(): void {
    this.hooks.onInstruction = undefined;
    this.m.watcher = null;
    this.target = null;
  }

  private note(frame: Frame | null): void {
    if (frame === null) return;
    const pc = frame.pc - 1;
    this.at = this.m.steps;
    this.instruction = opcodeInfo(frame.code.ops[pc] as number).name;
    this.line = codeLine(frame.code, pc);
  }

  /** The instruction is over: what has changed? */
  private settle(step: number): void {
    const { target } = this;
    if (target === null) return;
    if (target.ob_refcnt === this.rawCount && !this.wasOnStack && !this.isOnTopStack(target)) return;
    const isDead = target.ob_refcnt === 0;
    this.rawCount = target.ob_refcnt;
    const count = isDead || target.ob_refcnt < 0 ? 0 : visibleRefcount(this.m, target);
    const holders = isDead ? new Map<string, number>() : this.holdersOf(target);
    const gained = surplus(holders, this.holders);
    const lost = surplus(this.holders, holders);
    if (count !== this.count || gained.length > 0 || lost.length > 0) {
      this.events.push({ step, at: this.at, line: this.line, instruction: this.instruction, delta: count - this.count, count, gained, lost });
    }
    this.count = count;
    this.holders = holders;
    this.wasOnStack = this.isOnTopStack(target);
    if (isDead) this.stop();
    else if (this.events.length >= MAX_EVENTS || this.visits > MAX_VISITS) {
      this.isCut = true;
      this.stop();
    }
  }

  private isOnTopStack(target: PyObject): boolean {
    const { frame } = this.m.vm;
    if (frame === null) return false;
    for (let i = frame.code.nlocalsplus; i < frame.sp; i++) if (holds(frame.slots[i], target)) return true;
    return false;
  }

  private findNow(): PyObject | null {
    return this.reachable().find((o) => o.serial === this.serial) ?? null;
  }

  private reachable(): readonly PyObject[] {
    const objects = allObjects(this.m, captureContext(this.run, this.origins));
    this.visits += objects.length;
    return objects;
  }

  /** Names and temporaries at every look; other objects only when their number has changed: finding them means walking the whole heap. */
  private holdersOf(target: PyObject): Holders {
    const found = new Map<string, number>();
    const add = (name: string): void => {
      found.set(name, (found.get(name) ?? 0) + 1);
    };
    let left = target.ob_refcnt;
    for (let frame = this.m.vm.frame; frame !== null && left > 0; frame = frame.prev) left -= this.countInFrame(frame, target, add);
    if (left !== this.heapCount) {
      this.heapCount = left;
      this.heapHolders = left > 0 ? this.findInHeap(target, left) : [];
    }
    this.heapHolders.forEach(add);
    return found;
  }

  private findInHeap(target: PyObject, count: number): readonly string[] {
    const holders: string[] = [];
    const main = mainNamespace(this.m);
    for (const o of this.reachable()) {
      forEachReference(this.m, o, (label, child) => {
        if (child === target) holders.push(o === main ? `global ${label.replace(/^\[(.*)\]$/, '$1')}` : `${numbered(o.ob_type.tp_name, this.origins.ordinalOf(o.serial))} ${label}`);
      });
      if (holders.length >= count) break;
    }
    // 3.11's static objects count from a large number.
    for (let unseen = Math.min(count - holders.length, MOST_UNSEEN); unseen > 0; unseen--) holders.push('the interpreter');
    return holders;
  }

  /** References in a frame's names and on its evaluation stack. */
  private countInFrame(frame: Frame, target: PyObject, add: (name: string) => void): number {
    const { code, slots } = frame;
    const where = frame.prev === null ? '' : ` of \`${strValue(code.name)}\``;
    let count = 0;
    for (let i = 0; i < frame.sp; i++) {
      if (!holds(slots[i], target)) continue;
      count++;
      if (i >= code.nlocalsplus) add(`evaluation stack${where}`);
      else add(`name \`${strValue(code.localsplusnames[i] as PyObject)}\`${where}`);
    }
    return count;
  }
}

function holds(slot: PyObject | null | undefined, target: PyObject): boolean {
  return slot !== null && slot !== undefined && heldBySlot(slot) === target;
}

function surplus(a: Holders, b: Holders): readonly string[] {
  const names: string[] = [];
  for (const [name, count] of a) for (let i = b.get(name) ?? 0; i < count; i++) names.push(name);
  return names;
}
