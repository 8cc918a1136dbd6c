// How built-in callables take their arguments, by version: in place (vectorcall), or in a tuple made for the call (METH_VARARGS, a type without
// tp_vectorcall). Read from PyMethodDef.ml_flags and tp_vectorcall of real interpreters for 3.11 to 3.14
// (3.14.2 compiled to WebAssembly), from CPython's source for 3.15.
import type { PythonVersion } from '../api.ts';

export interface CallingProfile {
  /** METH_VARARGS functions and methods, as 'module.function' or 'type.method'. */
  readonly argumentTuples: ReadonlySet<string>;
  /** Those with `*args` in Argument Clinic, which made a tuple of them before 3.14. */
  readonly starArgumentTuples: ReadonlySet<string>;
  /** gc.get_referrers has its arguments in a tuple (until 3.13), which it does not report. */
  readonly referrersHeldInTuple: boolean;
  /** `str(x)` makes a tuple only until the call has specialised (CALL_NO_KW_STR_1, until 3.12; later `str` takes its arguments in place). */
  readonly strCallSpecialises: boolean;
  /** Types that can be called without a tuple; with keywords `int` and `str` cannot. */
  readonly vectorcallTypes: ReadonlySet<string>;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const methods = (owner: string, names: string): readonly string[] => words(names).map((name) => `${owner}.${name}`);

const ALWAYS = [
  ...methods('builtins', 'dir vars'), 'sys.getsizeof', 'sys.set_asyncgen_hooks', 'gc.set_threshold', 'atexit.register', 'dict.update', 'str.format',
  'collections.OrderedDict.update', 'types.SimpleNamespace.__replace__', 'memoryview.__exit__', 'property.__set_name__', 're.Match.group',
  ...methods('_thread', 'start_new start_new_thread start_joinable_thread stack_size interrupt_main'),
  ...methods('_thread.lock', 'acquire acquire_lock __enter__ __exit__'), ...methods('_thread.RLock', 'acquire __enter__ __exit__'),
  ...methods('_csv', 'reader writer register_dialect'), '_json.scanstring',
  ...methods('time', 'asctime ctime gmtime localtime strftime strptime clock_getres get_clock_info'),
  ...methods('datetime.date', '__format__ fromisocalendar fromordinal strftime'),
  ...methods('datetime.datetime', 'astimezone combine fromtimestamp isoformat strptime utcfromtimestamp'), ...methods('datetime.time', '__format__ isoformat strftime'),
  ...methods('decimal.Context', `add compare compare_signal compare_total compare_total_mag copy_sign create_decimal divide divide_int divmod fma max max_mag
    min min_mag multiply next_toward power quantize remainder remainder_near rotate same_quantum scaleb shift subtract`),
  ...methods('decimal.Decimal', `__format__ __round__ compare compare_signal compare_total compare_total_mag copy_sign exp fma is_normal is_subnormal ln log10
    logb max max_mag min min_mag next_minus next_plus next_toward normalize number_class quantize remainder_near rotate same_quantum scaleb shift sqrt
    to_eng_string to_integral to_integral_exact to_integral_value`),
];
const UNTIL_3_13 = ['functools.reduce', '_functools.reduce'];
const UNTIL_3_12 = [
  'gc.get_referents', ...methods('str', 'count endswith find index rfind rindex startswith'),
  ...methods('bytes', 'count endswith find index rfind rindex startswith'), ...methods('bytearray', 'count endswith find index rfind rindex startswith'),
  ...methods('builtins', 'min max'), ...methods('set', 'difference difference_update intersection intersection_update union update'),
  ...methods('frozenset', 'difference intersection union'), ...methods('datetime.date', 'replace'), ...methods('datetime.datetime', 'replace'),
  ...methods('datetime.time', 'replace'), ...methods('time', 'clock_gettime clock_gettime_ns'), 'BaseExceptionGroup.derive', 'BaseExceptionGroup.split',
  'BaseExceptionGroup.subgroup', 'operator.methodcaller',
];
const ONLY_3_11 = ['math.log', 'functools.cmp_to_key', '_functools.cmp_to_key'];
const STAR_UNTIL_3_12 = ['builtins.print'];
const STAR_3_13 = [
  ...STAR_UNTIL_3_12, 'gc.get_referents', ...methods('set', 'difference difference_update intersection intersection_update union update'),
  ...methods('frozenset', 'difference intersection union'),
];

const VECTORCALL = words('bool dict enumerate filter float frozenset list map range reversed set super tuple type');
// Types whose tp_new keeps the tuple of the call itself: here their own file makes it.
const KEEPS_TUPLE = words('itertools.chain');
const without = (names: readonly string[], gone: readonly string[]): readonly string[] => names.filter((name) => !gone.includes(name));

const v3_12: CallingProfile = {
  // dir() and vars() parse their argument in place in 3.12 only.
  argumentTuples: new Set([...without(ALWAYS, ['builtins.dir', 'builtins.vars']), ...UNTIL_3_13, ...UNTIL_3_12]),
  starArgumentTuples: new Set(STAR_UNTIL_3_12),
  referrersHeldInTuple: true,
  vectorcallTypes: new Set([...VECTORCALL, ...KEEPS_TUPLE]),
  strCallSpecialises: true,
};
const v3_13: CallingProfile = {
  ...v3_12, argumentTuples: new Set([...ALWAYS, ...UNTIL_3_13]), starArgumentTuples: new Set(STAR_3_13), vectorcallTypes: new Set([...VECTORCALL, ...KEEPS_TUPLE, 'int', 'str']),
  strCallSpecialises: false,
};
const v3_14: CallingProfile = { ...v3_13, argumentTuples: new Set(ALWAYS), starArgumentTuples: new Set(), referrersHeldInTuple: false };

export const CALLING_PROFILES: Readonly<Record<PythonVersion, CallingProfile>> = {
  '3.11': { ...v3_12, argumentTuples: new Set([...ALWAYS, ...UNTIL_3_13, ...UNTIL_3_12, ...ONLY_3_11]) },
  '3.12': v3_12,
  '3.13': v3_13,
  '3.14': v3_14,
  '3.15': { ...v3_14, argumentTuples: new Set(ALWAYS.filter((name) => !name.startsWith('decimal.'))) },
};
