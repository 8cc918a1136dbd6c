// The hostile programs by kind, in the order of README.md.
import { bigSource } from './programs/big-source.ts'
import { collector } from './programs/collector.ts'
import { deepRecursion } from './programs/deep-recursion.ts'
import { deepSource } from './programs/deep-source.ts'
import { endlessLoops } from './programs/endless-loops.ts'
import { exceptions } from './programs/exceptions.ts'
import { finalizers } from './programs/finalizers.ts'
import { hostNames } from './programs/host-names.ts'
import { hugeIntegers } from './programs/huge-integers.ts'
import { hugeRanges } from './programs/huge-ranges.ts'
import { hugeText } from './programs/huge-text.ts'
import { library } from './programs/library.ts'
import { mutation } from './programs/mutation.ts'
import { nestedData } from './programs/nested-data.ts'
import { patterns } from './programs/patterns.ts'
import { sorts } from './programs/sorts.ts'
import { specialMethods } from './programs/special-methods.ts'
import type { Adversary } from './adversary.ts'

export const KINDS: Readonly<Record<string, readonly Adversary[]>> = {
  'Endless loops of every kind': endlessLoops,
  'Huge integers': hugeIntegers,
  'Huge strings and bytes': hugeText,
  'Huge ranges and containers': hugeRanges,
  'Sorts': sorts,
  'Nested data': nestedData,
  'Deep recursion in source, 100 nested parentheses': deepSource,
  'Deep recursion at run time': deepRecursion,
  'Regular expressions that explode': patterns,
  '__del__, __eq__ and other special methods that play tricks': specialMethods,
  'Mutation during iteration and comparison': mutation,
  'Resurrecting finalizers and weak references': finalizers,
  'A megabyte of source': bigSource,
  'The collector and the allocator': collector,
  'Exceptions, their chains and their printing': exceptions,
  'The library': library,
  'Names that mean something to the host': hostNames,
}
