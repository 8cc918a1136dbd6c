// Names of bundled modules that came with a later version than the oldest simulated one: the sources define them, the import takes them away again.

/** By module: a name, or Class.name, and the minor version of Python 3 that brought it. */
export const LIBRARY_NAMES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  _collections_abc: { Buffer: 12 },
  copy: { replace: 13 },
  csv: { QUOTE_NOTNULL: 12, QUOTE_STRINGS: 12 },
  enum: { EnumDict: 13 },
  fractions: { 'Fraction.__format__': 12, 'Fraction.is_integer': 12 },
  inspect: {
    AGEN_CLOSED: 12, AGEN_CREATED: 12, AGEN_RUNNING: 12, AGEN_SUSPENDED: 12, BufferFlags: 12, getasyncgenstate: 12, getasyncgenlocals: 12, markcoroutinefunction: 12,
  },
  posixpath: { isjunction: 12, splitroot: 12, isreserved: 13, isdevdrive: 13 },
  random: { binomialvariate: 12, 'Random.binomialvariate': 12 },
  statistics: { kde: 13, kde_random: 13 },
  types: { get_original_bases: 12 },
  typing: { override: 12, TypeAliasType: 12, NoDefault: 13, ReadOnly: 13, TypeIs: 13, get_protocol_members: 13, is_protocol: 13 },
  warnings: { deprecated: 13 },
};
