// The state of one simulated interpreter. Everything lives here; the engine has no globals, so two machines in one process never meet.
import type { MachineOptions, RunLimits } from './api.ts';
import { Collector } from './gc/collector.ts';
import { FreeLists } from './memory/free-lists.ts';
import { Memory } from './memory/memory.ts';
import type { ExitCallback } from './modules/atexit.ts';
import type { ConsoleName, VirtualFiles } from './modules/virtual-files.ts';
import type { BuiltinTypes } from './objects/builtin-types.ts';
import type { VirtualIterators } from './objects/virtual-iterators.ts';
import { DeadObjects } from './objects/dead-objects.ts';
import type { CommonNames } from './objects/names.ts';
import { type LifeWatcher, PyObject } from './objects/object.ts';
import type { Retry } from './objects/retry.ts';
import { PyType, type TypeSpec } from './objects/type.ts';
import type { Profile } from './profiles/profile.ts';
import type { Vm } from './vm/vm.ts';
import { addressOf } from './memory/address-space.ts';
import { RunEnded } from './errors.ts';
import { INT_MAX_STR_DIGITS, NATIVE_WORK_PER_STEP } from './limits.ts';

/** What stands in a field until bootstrap.ts fills it. An object where an object will be: V8 then reads such a field without looking what it is. */
const UNMADE_OBJECT = new PyObject(new PyType(null), null);
const UNMADE = null as never;

/**
 * One interpreter. Fields are grouped by who owns them; the constructor's caller (bootstrap.ts) fills them in order. All are there from the start: start-up
 * makes objects between them, and code that has met a machine of many shapes looks every field up by its name for ever.
 * Native code receives the machine as its first argument, as CPython's receives the thread state implicitly.
 */
export class Machine {
  readonly options: MachineOptions;
  readonly profile: Profile;
  readonly limits: RunLimits;
  /** `limits.steps`, once the program has begun: no program pays for its interpreter's start-up. */
  private stepLimit = Infinity;

  // --- memory/ and gc/ -------------------------------------------------------------------------------------------------------------
  readonly memory: Memory;
  readonly freeLists: FreeLists;
  readonly gc: Collector;
  /** Next allocation ordinal (PyObject.serial). */
  nextSerial = 1;
  /** Sees objects being made and dying while somebody records it; null in plain runs. */
  watcher: LifeWatcher | null = null;

  // --- objects/ --------------------------------------------------------------------------------------------------------------------
  /** Built-in types by key: `m.types.int`, `m.types.ValueError`. */
  types: BuiltinTypes = UNMADE;
  /** By the type of a sequence: how a loop runs over it without an iterator (3.15). */
  virtualIterators: VirtualIterators = UNMADE;
  None: PyObject = UNMADE_OBJECT;
  True: PyObject = UNMADE_OBJECT;
  False: PyObject = UNMADE_OBJECT;
  Ellipsis: PyObject = UNMADE_OBJECT;
  NotImplemented: PyObject = UNMADE_OBJECT;
  /** The empty tuple, the empty string, the empty bytes: shared, borrowed when read from here. */
  emptyTuple: PyObject = UNMADE_OBJECT;
  emptyStr: PyObject = UNMADE_OBJECT;
  emptyBytes: PyObject = UNMADE_OBJECT;
  /** sys.get_int_max_str_digits(). */
  intMaxStrDigits = INT_MAX_STR_DIGITS;
  /** Cached small ints; index = value - profile.smallInts.min. */
  smallInts: PyObject[] = [];
  readonly deadInts = new DeadObjects();
  readonly deadFloats = new DeadObjects();
  readonly deadStrs = new DeadObjects();
  /** One-character latin-1 strings by code point; one-byte bytes by value. */
  latin1Chars: PyObject[] = [];
  byteObjects: PyObject[] = [];
  /** Interned strings by value (sys.intern's table). */
  readonly interned = new Map<string, PyObject>();
  /** Interned strings that the engine holds for good. */
  readonly engineNames = new Set<PyObject>();
  /** Interned names that the engine itself uses, by spelling: `m.names.__init__` (immortal, borrowed). */
  names: CommonNames = UNMADE;
  /** High 32 bits of the hash that tp_hash returned last (second result register: tp_hash returns the low 32). */
  hashHi = 0;
  /** The length that was asked for last, exactly, where it is beyond what a double holds (another second result register, of `length`). */
  longLength = 0n;
  /** Next value for PyType.tp_version. */
  nextTypeVersion = 1;
  /** How often the slots of a ready type changed. */
  slotChanges = 0;
  /** Types of native modules, made when first needed; see objects/lazy-type.ts. */
  readonly lazyTypes = new Map<TypeSpec, PyType>();
  /** PyThreadState_GetDict (owned), and the list in it of objects whose repr is being computed (Py_ReprEnter; borrowed). */
  threadStateDict: PyObject | null = null;
  reprList: PyObject | null = null;

  // --- vm/ -------------------------------------------------------------------------------------------------------------------------
  /** How objects/ and gc/ call Python: the interface that vm/ implements. */
  vm: Vm = UNMADE;
  /** The builtins module's dict and sys.modules (owned). */
  builtins: PyObject = UNMADE_OBJECT;
  modules: PyObject = UNMADE_OBJECT;
  /** Frames that tracemalloc keeps a trace (tracemalloc.get_traceback_limit()). */
  tracemallocFrames = 1;
  /** Set when something must happen at the next safe point (a collection was triggered, a pending call). */
  evalBreaker = false;
  /** KeyboardInterrupt is due at the next safe point. */
  interrupted = false;
  /** Step at which the running thread has used its switch interval; only other threads make it finite. */
  switchAt = Infinity;
  switchDue = false;
  /** 3.15: the one `__dict__` and the one `__weakref__` descriptor of all classes. */
  readonly sharedDescriptors: { dict: PyObject | null; weakref: PyObject | null } = { dict: null, weakref: null };
  /** What atexit.register() was given. */
  readonly exitCallbacks: ExitCallback[] = [];
  /** The run's files; made when the program first touches one (modules/virtual-files.ts). */
  fileSystem: VirtualFiles | null = null;
  /** 'True' and 'False' as repr() gives them; static. */
  readonly boolTexts = new Map<string, PyObject>();
  /** io.UnsupportedOperation, made with the io module (owned). */
  unsupportedOperation: PyType | null = null;
  /** abc_invalidation_counter: grows with every ABC.register(). */
  abcCounter = 0;
  /** Items of the tuple that the running f(*args) call was made with: type.__call__ needs no tuple of its own for them. */
  heldArguments: readonly PyObject[] | null = null;
  /** The trashcan (objects/trashcan.ts): nested deallocations of containers, and what waits. */
  trashDepth = 0;
  trashBegins = 0;
  readonly trashSkips: number[] = [];
  readonly trashLater: PyObject[] = [];
  /** Nested deallocations of any kind, and what waits for fewer of them (objects/object.ts). */
  deallocDepth = 0;
  /** deallocDepth when the innermost loop was entered. */
  loopDeallocDepth = 0;
  readonly deallocLater: { readonly o: PyObject; readonly wasTracked: boolean }[] = [];
  /** Tuples whose hash is being computed inside another's (objects/tuple.ts). */
  tupleHashDepth = 0;
  /** Nested native → Python entries; see NATIVE_DEPTH_LIMIT. */
  nativeDepth = 0;
  /** The running instruction, if it can be executed again (objects/retry.ts). */
  retry: Retry | null = null;
  /** Native calls that CPython would have on its stack now; see C_STACK_UNITS. */
  cStack = 0;
  /** Depth of native recursion through user data; see C_RECURSION_LIMIT. */
  cRecursionDepth = 0;
  /** The newest of those recursions and its depth: what had been going on when the host's stack ended. */
  lastRecursion = '';
  lastRecursionDepth = 0;

  /** sys.set_asyncgen_hooks (owned). */
  readonly asyncgenHooks: { firstiter: PyObject | null; finalizer: PyObject | null } = { firstiter: null, finalizer: null };

  // --- budget ----------------------------------------------------------------------------------------------------------------------
  /** Steps of the slices that are over; see stepsNow. Native work is charged to the same countdown as instructions. */
  steps = 0;
  /** The running slice: the loop counts `budget` down from `slice` and asks vm/budget.ts for more when it is negative. */
  slice = 0;
  budget = 0;
  private pendingWork = 0;
  /** Nanoseconds that the simulated clock moved apart from steps: by sleeping and by being looked at (modules/time.ts). */
  clockNs = 0;
  /** Characters (code points) of the source. */
  readonly sourceChars: number;

  // --- output ----------------------------------------------------------------------------------------------------------------------
  /** Shows program output; counts it against the limit. Set by bootstrap. */
  show: (stream: ConsoleName, text: string) => void = () => {};

  constructor(options: MachineOptions, profile: Profile, limits: RunLimits) {
    this.options = options;
    this.sourceChars = [...options.source].length;
    this.profile = profile;
    this.limits = limits;
    this.memory = new Memory(limits.memoryBytes);
    this.freeLists = new FreeLists(this.memory, profile.freeLists, profile.tupleHeader);
    this.gc = new Collector(this);
  }

  /** `id(o)`: the address behind the GC head and pre-header. */
  addressOfObject(o: PyObject): number {
    return addressOf(o.block, o.ob_type.tp_presize);
  }

  /** Start-up is over: from here on work is the program's, and the limit of steps holds. */
  holdStepLimit(): void {
    this.steps = this.slice = this.budget = 0;
    this.stepLimit = this.limits.steps;
  }

  /** Steps done so far: instructions and native work. */
  get stepsNow(): number {
    return this.steps + this.slice - this.budget;
  }

  /** Writes to descriptor 1 or 2: to the console, unless the program let the descriptor stand for something else. False: it cannot be written to. */
  write(stream: ConsoleName, text: string): boolean {
    if (this.isRedirected) return this.fileSystem?.writeConsole(stream, text) ?? false;
    this.show(stream, text);
    return true;
  }

  /** Descriptor 1 or 2 does not stand for the console that it stood for at the start. */
  get isRedirected(): boolean {
    return this.fileSystem !== null && this.fileSystem.isRedirected;
  }

  /** Charges native work (`units` elementary operations: items copied, bytes compared …) to the step budget. Call it before doing the work. */
  chargeWork(units: number): void {
    this.pendingWork += units;
    if (this.pendingWork >= NATIVE_WORK_PER_STEP) {
      this.budget -= Math.floor(this.pendingWork / NATIVE_WORK_PER_STEP);
      this.pendingWork %= NATIVE_WORK_PER_STEP;
      if (this.stepsNow > this.stepLimit) throw new RunEnded('step-limit', `The program did more than ${this.stepLimit} steps.`);
    }
  }
}

