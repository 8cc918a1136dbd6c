// A recording: one deterministic run that can be looked at at any step, forwards and backwards. All answers are plain data that survives
// structuredClone (typed arrays included); views, graders and messages are pure functions of them. createRecording (recording/) implements it.
//
// Steps. `step` n is the moment before the first instruction at or after n: 0 = nothing has run, `lastStep` = the program has ended, the interpreter is
// not yet torn down. Native work counts steps too (limits.ts), so not every number is a moment of its own: `neighbour` names those that are.
// Lines. Only lines of the program's main file count; code of other files (the standard library) belongs to the line that called it.
// Objects are named by serial: allocation ordinals of the run, the same in every re-execution, never used twice.
import type { RunResult } from './api.ts';
import type { PathStep } from './snapshot/holders.ts';
import type { Address, BindingView, FrameView, ObjectSerial, ObjectView, ReferenceView, Snapshot } from './snapshot/schema.ts';
import type { Holder } from './session-types.ts';

// --- the whole run ------------------------------------------------------------------------------------------------------------------------

/** One point of the curve over the run. */
export interface OverviewPoint {
  readonly step: number;
  readonly line: number | null;
  /** Frames on the stack; 1 = the module. */
  readonly depth: number;
  /** Requested bytes alive, and at most up to here. */
  readonly liveBytes: number;
  readonly peakBytes: number;
  /** Objects of the program alive. */
  readonly liveObjects: number;
  /** Collections so far. */
  readonly collections: number;
}

/** What one line of the program did over the whole run. */
export interface LineEffect {
  readonly line: number;
  readonly executions: number;
  /** Objects made and objects that died while it ran. */
  readonly allocations: number;
  readonly frees: number;
  /** Bytes requested and given back while it ran; `bytes` is their difference. */
  readonly allocatedBytes: number;
  readonly freedBytes: number;
  readonly bytes: number;
}

/** One collection of the run. */
export interface CollectionMark {
  /** Ordinal within the run, from 0. */
  readonly index: number;
  /** First step after it. */
  readonly step: number;
  readonly line: number | null;
  readonly generation: 0 | 1 | 2;
  /** 'threshold': the young generation was full; 'call': the program asked (gc.collect()). */
  readonly trigger: 'threshold' | 'call';
  /** Objects of the program that were looked at, what gc.collect() answers, and how many of the program's lived on. */
  readonly candidates: number;
  readonly collected: number;
  readonly survivors: number;
}

/** Output: before `step` ran, stdout was `length` characters long. */
export interface OutputMark {
  readonly step: number;
  readonly line: number | null;
  readonly length: number;
}

/** The run as a whole. Lists are thinned evenly when there are too many entries (`collections` and `outputs` to the same number as `points`). */
export interface Overview {
  readonly points: readonly OverviewPoint[];
  readonly lines: readonly LineEffect[];
  /** First step at which the peak of live bytes was reached. */
  readonly peakStep: number;
  readonly peakBytes: number;
  readonly collections: readonly CollectionMark[];
  readonly collectionCount: number;
  readonly outputs: readonly OutputMark[];
}

/** The first moment at which an object was unreachable but alive after a line had ended. */
export interface LeakMark {
  readonly step: number;
  /** The line that had just run. */
  readonly line: number | null;
  readonly serials: readonly ObjectSerial[];
}

// --- moving about -------------------------------------------------------------------------------------------------------------------------

/**
 * Where to go: the next instruction; the next line (into calls); the next line of this frame or its callers ('over'); the line after this frame's return
 * ('out'); the next entered frame ('call'); just after the next instruction that made an object ('allocation') or ran the collector ('collection').
 */
export type Move = 'instruction' | 'line' | 'over' | 'out' | 'call' | 'allocation' | 'collection';

export type Direction = 1 | -1;

// --- differences --------------------------------------------------------------------------------------------------------------------------

/** An object of both moments that is not the same. */
export interface ObjectChange {
  readonly serial: ObjectSerial;
  /** Serial in the second snapshot: the same within a run, another one between two runs. */
  readonly serialAfter: ObjectSerial;
  readonly before: ObjectView;
  readonly after: ObjectView;
  /** Difference of the refcounts; null when one of them is immortal. */
  readonly countDelta: number | null;
  /** Targets are serials of the first snapshot for removed ones, of the second for added ones. */
  readonly addedReferences: readonly ReferenceView[];
  readonly removedReferences: readonly ReferenceView[];
  /** What else differs. */
  readonly fields: readonly ('type' | 'repr' | 'sizeBytes' | 'blockBytes' | 'generation' | 'reachable' | 'address' | 'line')[];
}

/** A name whose binding differs. `frame` is the index from the outermost frame; null = the main module's globals. */
export interface BindingChange {
  readonly frame: number | null;
  readonly name: string;
  readonly kind: BindingView['kind'];
  readonly before: ObjectSerial | null;
  readonly after: ObjectSerial | null;
}

/** An object that is gone, and why, where that is known. */
export interface DeadObject {
  readonly object: ObjectView;
  readonly lifetime: Lifetime | null;
}

/** What differs between two snapshots, in the order of serials. `applyDiff(a, diff)` gives back b, for two moments of one run. */
export interface SnapshotDiff {
  readonly fromStep: number;
  readonly toStep: number;
  readonly born: readonly ObjectView[];
  readonly died: readonly DeadObject[];
  readonly changed: readonly ObjectChange[];
  readonly bindings: readonly BindingChange[];
  /** Frames entered (of the second snapshot) and left (of the first), outermost first. */
  readonly framesEntered: readonly FrameView[];
  readonly framesLeft: readonly FrameView[];
  /** Everything of the second snapshot but its objects. */
  readonly rest: Omit<Snapshot, 'objects'>;
}

// --- the allocator ------------------------------------------------------------------------------------------------------------------------

/** What a block is used for. */
export const BlockUse = {
  /** Never handed out. */
  UNTOUCHED: 0,
  /** On its pool's free list. */
  FREE: 1,
  /** The object itself. */
  OBJECT: 2,
  /** Storage of an object: list items, dict keys, values … */
  STORAGE: 3,
  /** Of a dead object, kept on the type's free list for the next one. */
  KEPT: 4,
  /** Of the interpreter (start-up), or of something that has no object. */
  INTERPRETER: 5,
} as const;

/** The blocks of every pool, one after the other, in arrays of one entry per block. */
export interface BlockTable {
  /** A BlockUse. */
  readonly use: Uint8Array;
  /** OBJECT, STORAGE: serial of the object; FREE: position in the free list, 1 = handed out next; else 0. */
  readonly owner: Int32Array;
  /** Bytes asked for, 0 when not in use; block size minus this is lost to rounding. */
  readonly requested: Uint16Array;
  /** Line that made the owner; 0 = unknown. */
  readonly line: Int32Array;
  /** Index into `types`; 0 = none. */
  readonly type: Uint16Array;
}

export interface PoolMap {
  readonly address: Address;
  /** Bytes per block. A pool with no used block is free for any size class; this is its last one. */
  readonly blockBytes: number;
  readonly capacity: number;
  readonly used: number;
  /** Index of its first block in the BlockTable. */
  readonly firstBlock: number;
}

export interface ArenaMap {
  readonly address: Address;
  /** Pools that were carved, ascending. An arena has room for `poolCapacity`. */
  readonly pools: readonly PoolMap[];
  readonly poolCapacity: number;
}

/** A request too large for pymalloc: the model of malloc's heap. */
export interface LargeBlock {
  readonly address: Address;
  readonly requestedBytes: number;
  readonly blockBytes: number;
  /** Serial of the object that it belongs to; null = nobody's. */
  readonly owner: ObjectSerial | null;
  readonly use: 'object' | 'storage' | 'interpreter';
}

/** The simulated memory at one step. used + free + untouched = capacity in every pool. */
export interface MemoryMap {
  readonly step: number;
  readonly arenas: readonly ArenaMap[];
  readonly blocks: BlockTable;
  /** Type names; index 0 is ''. */
  readonly types: readonly string[];
  readonly large: readonly LargeBlock[];
  /** Bytes of the first block of a pool from the pool's address. */
  readonly poolHeaderBytes: number;
  readonly totals: {
    readonly arenaBytes: number;
    readonly usedBytes: number;
    readonly requestedBytes: number;
    readonly freeBytes: number;
    readonly untouchedBytes: number;
    readonly largeBytes: number;
  };
}

// --- one object ---------------------------------------------------------------------------------------------------------------------------

/** One part of an object's memory. */
export interface LayoutPart {
  /** `GC header`, `ob_refcnt`, `items`, `spare slots` … */
  readonly label: string;
  readonly bytes: number;
  /** Whether sys.getsizeof counts it. */
  readonly counted: boolean;
}

/** Eight bytes (or the tail of a few) of an object, as they lie in the real interpreter's memory. */
export interface WordView {
  readonly address: Address;
  /** Bytes from `id(o)`; negative for the GC header and pre-header. In a storage block: from its start. */
  readonly offset: number;
  readonly bytes: number;
  /** `0x…` of the word, little endian read as a number; null where the value is not modelled (a pointer into the interpreter's own code). */
  readonly hex: string | null;
  /** The C field's name: `ob_refcnt`, `ob_item[0]`. */
  readonly label: string;
  /** What it says: `3 references`, `→ list #12`, `length 4`. */
  readonly meaning: string;
  /** The object pointed to. */
  readonly target: ObjectSerial | null;
}

/** A block of memory with its words: the object's own, or storage. */
export interface MemoryBlockView {
  /** 'object', or the field that points here: `ob_item`, `ma_keys`. */
  readonly role: string;
  readonly address: Address;
  readonly requestedBytes: number;
  readonly blockBytes: number;
  readonly words: readonly WordView[];
  /** Words that were left out at the end because there are too many. */
  readonly omittedWords: number;
}

/** Everything about one object at one moment. */
export interface Inspection {
  readonly step: number;
  readonly object: ObjectView;
  /** In the order of addresses; the counted ones sum up to sys.getsizeof. */
  readonly parts: readonly LayoutPart[];
  readonly blocks: readonly MemoryBlockView[];
  /** Names, temporaries on evaluation stacks, objects; what is missing up to the refcount is held by the interpreter. */
  readonly holders: readonly Holder[];
  /** References that no holder explains: native code at work, or the interpreter. */
  readonly heldByInterpreter: number;
  readonly rootPath: readonly PathStep[] | null;
  /** "`Node` #2 is still alive: refcount 2, held by …". */
  readonly sentence: string;
  readonly lifetime: Lifetime;
}

/** One change of who refers to an object. */
export interface ReferenceEvent {
  /** First step after the instruction. */
  readonly step: number;
  /** Step of the instruction itself. */
  readonly at: number;
  readonly line: number | null;
  /** `LOAD_FAST`, `STORE_ATTR` … */
  readonly instruction: string;
  /** 0 = the reference only moved (from the stack to a name). */
  readonly delta: number;
  /** Refcount afterwards. */
  readonly count: number;
  /** Holders gained and lost: `name \`x\``, `evaluation stack`, `\`list\` #7 [0]` … */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** The references to an object from birth to death. */
export interface ReferenceHistory {
  readonly serial: ObjectSerial;
  readonly events: readonly ReferenceEvent[];
  /** True when there were more events than can be kept: the list ends early. */
  readonly isCut: boolean;
}

/** When an object was made and when and why it died. */
export interface Lifetime {
  readonly serial: ObjectSerial;
  readonly type: string | null;
  /** null: made before the program started. `bornStep` is the first step at which it exists, `diedStep` the first at which it does not. */
  readonly bornStep: number | null;
  readonly bornLine: number | null;
  readonly diedStep: number | null;
  readonly diedLine: number | null;
  /** Ordinal of the collection that found it, if one did. */
  readonly collection: number | null;
  /** Sentence: "its count reached zero in `del x` (line 4)", "collected with its cycle in generation 2 (line 9)", "alive at the end". */
  readonly cause: string;
}

// --- one collection -----------------------------------------------------------------------------------------------------------------------

/** An object that takes part in a collection. */
export interface CollectionObject {
  readonly serial: ObjectSerial;
  readonly type: string;
  readonly ordinal: number | null;
  readonly repr: string;
  readonly refcount: number;
  /** gc_refs after all internal references were subtracted: > 0 means that something outside holds it. */
  readonly outsideReferences: number;
  readonly generation: 0 | 1 | 2;
}

/** The work of one collection, phase by phase, in the collector's own order. */
export type CollectionPhase =
  /** gc_refs starts as a copy of every candidate's refcount. */
  | { readonly kind: 'candidates'; readonly objects: readonly { readonly serial: ObjectSerial; readonly gcRefs: number }[] }
  /** One entry per reference between candidates: the target's gc_refs goes down by one, to `gcRefs`. */
  | { readonly kind: 'subtract'; readonly references: readonly { readonly from: ObjectSerial; readonly to: ObjectSerial; readonly label: string; readonly gcRefs: number }[] }
  /** gc_refs reached zero: nothing outside is known yet. */
  | { readonly kind: 'tentatively-unreachable'; readonly serials: readonly ObjectSerial[] }
  /** Reached after all, from an object with outside references. */
  | { readonly kind: 'rescued'; readonly serials: readonly { readonly serial: ObjectSerial; readonly from: ObjectSerial }[] }
  | { readonly kind: 'unreachable'; readonly serials: readonly ObjectSerial[] }
  /** Weak references to the garbage: cleared, and the ones whose callback was called. */
  | { readonly kind: 'weak-references'; readonly cleared: readonly ObjectSerial[]; readonly callbacks: readonly ObjectSerial[] }
  | { readonly kind: 'finalizers'; readonly called: readonly ObjectSerial[] }
  | { readonly kind: 'resurrected'; readonly serials: readonly ObjectSerial[] }
  /** tp_clear was called on these; reference counting freed the rest: in order of death. */
  | { readonly kind: 'cleared'; readonly cleared: readonly ObjectSerial[]; readonly died: readonly ObjectSerial[] }
  | { readonly kind: 'promoted'; readonly serials: readonly ObjectSerial[]; readonly toGeneration: 0 | 1 | 2 };

export interface CollectionView {
  readonly mark: CollectionMark;
  readonly objects: readonly CollectionObject[];
  readonly phases: readonly CollectionPhase[];
  /** Counts and thresholds just before. */
  readonly counts: readonly [number, number, number];
  readonly thresholds: readonly [number, number, number];
}

// --- the door -----------------------------------------------------------------------------------------------------------------------------

/** One run that can be looked at at any step. */
export interface Recording {
  /** How the whole program ended, tear-down included. */
  readonly result: RunResult;
  readonly lastStep: number;
  overview(maxPoints: number): Overview;
  /** Searches; null when no line ever left garbage behind. */
  firstLeak(): LeakMark | null;
  /** The next or previous such moment; null when there is none. */
  neighbour(step: number, move: Move, direction: Direction): number | null;
  /** The next or previous moment at which one of these lines is about to run. */
  breakpoint(step: number, lines: readonly number[], direction: Direction): number | null;
  snapshot(step: number): Snapshot;
  diff(fromStep: number, toStep: number): SnapshotDiff;
  memoryMap(step: number): MemoryMap;
  /** null when the object does not exist at that step. */
  inspect(step: number, serial: ObjectSerial): Inspection | null;
  history(serial: ObjectSerial): ReferenceHistory;
  /** null for a serial that the run never gave. */
  lifetime(serial: ObjectSerial): Lifetime | null;
  /** null for an ordinal that the run never reached. */
  collection(index: number): CollectionView | null;
  /** Does what the next look backwards will need, ahead: call it when there is nothing else to do. */
  prepare(): void;
}
