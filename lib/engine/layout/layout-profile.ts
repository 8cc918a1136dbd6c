// How object layouts differ between CPython versions, as data (Include/object.h, Include/cpython/longintrepr.h, unicodeobject.h, funcobject.h;
// pycore_object.h for the words before an object).
import type { PythonVersion } from '../api.ts';

/** One version's layouts. */
export interface LayoutProfile {
  /** Contents of ob_refcnt of immortal objects: of static ones, and of ones that became immortal at run time; null = there are none. */
  readonly immortalWord: { readonly static: bigint; readonly dynamic: bigint } | null;
  /** The two words before the GC header of instances with a managed dict or weak references, lower address first. */
  readonly preHeader: readonly [string, string];
  /** Values pointers in the pre-header carry this many bytes less (3.12 tags them). */
  readonly valuesTag: number;
  /** ob_size with a sign (3.11), or lv_tag. */
  readonly intTag: boolean;
  /** Bit of lv_tag on the cached ints. */
  readonly smallIntBit: number;
  /** dicts: what stands at +24. */
  readonly dictTag: { readonly label: string; readonly isZero: boolean };
  /** Tuples have a word for the hash. */
  readonly tupleHash: boolean;
  /** Bits of a str's state. */
  readonly strState: { readonly ready: boolean; readonly immortalInterned: number };
  /** Pointers of a function from +16 on. */
  readonly functionFields: readonly string[];
}

const FUNCTION_11 = ['func_globals', 'func_builtins', 'func_name', 'func_qualname', 'func_code', 'func_defaults', 'func_kwdefaults', 'func_closure', 'func_doc', 'func_dict', 'func_weakreflist', 'func_module', 'func_annotations'];
const FUNCTION_12 = [...FUNCTION_11, 'func_typeparams'];
const FUNCTION_14 = [...FUNCTION_11, 'func_annotate', 'func_typeparams'];

const V11: LayoutProfile = {
  immortalWord: null,
  preHeader: ['values', 'dict'],
  valuesTag: 0,
  intTag: false,
  smallIntBit: 0,
  dictTag: { label: 'ma_version_tag', isZero: false },
  tupleHash: false,
  strState: { ready: true, immortalInterned: 1 },
  functionFields: FUNCTION_11,
};
const V12: LayoutProfile = {
  ...V11,
  immortalWord: { static: 0xffffffffn, dynamic: 0xffffffffn },
  preHeader: ['weakreflist', 'dict or values'],
  valuesTag: 1,
  intTag: true,
  strState: { ready: false, immortalInterned: 2 },
  functionFields: FUNCTION_12,
};
const V13: LayoutProfile = { ...V12, preHeader: ['weakreflist', 'dict'], valuesTag: 0 };
const V14: LayoutProfile = {
  ...V13,
  immortalWord: { static: 0x50000c0000000n, dynamic: 0x10000c0000000n },
  smallIntBit: 4,
  dictTag: { label: '_ma_watcher_tag', isZero: true },
  tupleHash: true,
  functionFields: FUNCTION_14,
};

export const LAYOUT_PROFILES: Readonly<Record<PythonVersion, LayoutProfile>> = { '3.11': V11, '3.12': V12, '3.13': V13, '3.14': V14, '3.15': V14 };
