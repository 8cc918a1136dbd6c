// Texts and small behaviours of library functions that changed between versions: the part of the profile that holds words.
import type { PythonVersion } from '../api.ts';

export interface TextProfile {
  /** repr() of weak references shows the referent's type with its module, that of proxies like it (3.13+). */
  readonly weakrefTextQualified: boolean;
  /** Copying and pickling itertools' iterators gives a DeprecationWarning (3.12 and 3.13). */
  readonly itertoolsPickleWarns: boolean;
  /** BaseException.add_note's argument is checked by the argument clinic, in its words (3.14+). */
  readonly addNoteChecked: boolean;
  /** Name of the type of `int | str`. */
  readonly unionTypeName: string;
  /** Mixed arithmetic of complex and real numbers leaves the missing imaginary part out; products and quotients follow C99's Annex G (3.14+). */
  readonly complexMixed: boolean;
  /** complex(): what may be given where (reworded in 3.14). */
  readonly complexNamesArguments: boolean;
  /** functools.Placeholder (3.14+). */
  readonly partialPlaceholders: boolean;
  /** `__bool__ = None` says that the object cannot be a boolean (3.14+). */
  readonly boolNoneText: boolean;
  /** A JSON error has notes that say where the value was (3.14+). */
  readonly jsonErrorNotes: boolean;
  /** End of the text about a time zone's offset (`.` before 3.14). */
  readonly offsetTextEnd: string;
  /** Negative sizes: "cannot be negative" (3.15) instead of "must be non-negative" and "must be >= 0". */
  readonly negativeText: string;
  readonly teeNegativeText: string;
  /** int.to_bytes with a negative length. */
  readonly lengthNegativeText: string;
  /** TypeError for a slice bound that is no integer. */
  readonly sliceIndexText: string;
  /** Start of the TypeError for `__slots__` on int, bytes … */
  readonly slotsText: string;
  /** Which function a missing datetime argument names. */
  readonly dateFunctionNamed: boolean;
  /** Conversions with % name the operation ("format argument: %d requires …") and count (3.15). */
  readonly percentNamesFormat: boolean;
  /** %c says what it was given (3.14+). */
  readonly percentCharNamesValue: boolean;
  /** os functions say where a path has a null character, and the function's name (3.13). */
  readonly nullInPathNamed: boolean;
  /** Type codes of array.array, in the order of array.typecodes (w: 3.13+; half floats and complex numbers: 3.15). */
  readonly arrayCodes: readonly string[];
  /** array.typecodes is a tuple, and codes may have two characters (3.15). */
  readonly arrayCodesAreTuple: boolean;
  /** memoryview.cast with a format of no native item. */
  readonly castFormatText: string;
  /** gc.get_stats() and gc.callbacks tell how many objects were looked at, and get_stats how long it took (3.15). */
  readonly gcCountsCandidates: boolean;
  /** AttributeError: "Did you mean '.x' instead of '.y'?", attributes of attributes, and words of other languages (3.15). */
  readonly suggestsAttributePaths: boolean;
  /** ModuleNotFoundError suggests names of modules (3.15). */
  readonly suggestsModules: boolean;
  /** repr of an ImportError shows name and path (3.15). */
  readonly importErrorShowsFields: boolean;
  /** decimal's errors about arguments name the function (3.15). */
  readonly decimalNamesFunctions: boolean;
  /** binascii.unhexlify of half a byte: its text, and whether it comes before that of what is no digit. */
  readonly halfByte: { readonly text: string; readonly comesFirst: boolean };
}

const V311: TextProfile = {
  addNoteChecked: false,
  unionTypeName: 'types.UnionType',
  complexMixed: false,
  complexNamesArguments: false,
  partialPlaceholders: false,
  boolNoneText: false,
  jsonErrorNotes: false,
  offsetTextEnd: '.',
  negativeText: 'must be non-negative',
  teeNegativeText: 'must be >= 0',
  lengthNegativeText: 'length argument must be non-negative',
  sliceIndexText: 'slice indices must be integers or None or have an __index__ method',
  slotsText: 'nonempty __slots__ not supported for subtype of',
  dateFunctionNamed: false,
  percentNamesFormat: false,
  percentCharNamesValue: false,
  nullInPathNamed: false,
  weakrefTextQualified: false,
  itertoolsPickleWarns: false,
  arrayCodes: [...'bBuhHiIlLqQfd'],
  arrayCodesAreTuple: false,
  castFormatText: "memoryview: destination format must be a native single character format prefixed with an optional '@'",
  gcCountsCandidates: false,
  suggestsAttributePaths: false,
  suggestsModules: false,
  importErrorShowsFields: false,
  decimalNamesFunctions: false,
  halfByte: { text: 'Odd-length string', comesFirst: true },
};

const V313: TextProfile = { ...V311, nullInPathNamed: true, weakrefTextQualified: true, itertoolsPickleWarns: true, arrayCodes: [...'bBuwhHiIlLqQfd'] };

const V314: TextProfile = {
  ...V313, addNoteChecked: true, unionTypeName: 'typing.Union', complexMixed: true, complexNamesArguments: true,
  percentCharNamesValue: true, partialPlaceholders: true, boolNoneText: true, jsonErrorNotes: true, offsetTextEnd: '',
};

const V315: TextProfile = {
  ...V314, negativeText: 'cannot be negative', teeNegativeText: 'cannot be negative', lengthNegativeText: 'length cannot be negative',
  sliceIndexText: 'slice indices must be integers or have an __index__ method', slotsText: 'arbitrary __slots__ not supported for subtype of', dateFunctionNamed: true,
  percentNamesFormat: true,
  arrayCodes: [...'bBuwhHiIlLqQefd', 'Zf', 'Zd'],
  arrayCodesAreTuple: true,
  castFormatText: "memoryview: destination format must be a native format prefixed with an optional '@'",
  gcCountsCandidates: true,
  suggestsAttributePaths: true,
  suggestsModules: true,
  importErrorShowsFields: true,
  decimalNamesFunctions: true,
  halfByte: { text: 'Odd number of hexadecimal digits', comesFirst: false },
};

/** The rows by version. */
export const TEXT_PROFILES: Readonly<Record<PythonVersion, TextProfile>> = { '3.11': V311, '3.12': { ...V311, itertoolsPickleWarns: true }, '3.13': V313, '3.14': V314, '3.15': V315 };
