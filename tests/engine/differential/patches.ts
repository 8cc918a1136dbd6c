// What the interpreters at hand do otherwise than the patch versions that the profiles mirror: each mechanism by name, as what it changes in the profile.
// The differential tester takes the engine back to the interpreter's patch version with them; nothing else is explained away.
import type { CompilerFeatures } from '#lib/engine/compiler/features.ts';
import type { Profile } from '#lib/engine/profiles/profile.ts';

export interface PatchDifference {
  readonly name: string;
  /** The minor version, and the first micro version that behaves as the profile says. */
  readonly minor: number;
  readonly since: number;
  readonly profile: Partial<Profile>;
  /** What it changes in the compiler's features. */
  readonly features?: Partial<CompilerFeatures>;
  /** Where no profile has the older behaviour: every minimal program contains the first, and only lines of the second differ. */
  readonly signs?: { readonly program: RegExp; readonly lines: RegExp };
}

export const PATCH_DIFFERENCES: readonly PatchDifference[] = [
  { name: 'close() of a generator that never ran keeps its locals', minor: 13, since: 1, profile: { closeOfUnstartedKeepsLocals: true } },
  { name: "an instance's own dict is not traversed (gh-130327)", minor: 13, since: 13, profile: {}, signs: { program: /vars\(|__dict__|copy\./, lines: /^(ref|collect|collected|lazy|cycle|phoenix) / } },
  { name: 'close() of a generator expression gives back its locals alone (gh-142766)', minor: 13, since: 12, profile: {}, signs: { program: /\(\w+ for /, lines: /^(collect|collected|lazy|cycle|phoenix) / } },
  { name: 'repr() of a list borrows its items (gh-132713)', minor: 13, since: 4, profile: { listReprHoldsItem: false } },
  { name: 'presized dicts are rounded up (gh-133703)', minor: 13, since: 4, profile: { dictPresizeRoundsUp: true } },
  { name: 'except* gives no traceback entry to the group around a naked exception (gh-128049)', minor: 13, since: 2, profile: { exceptStarAddsTraceback: false } },
  { name: 'except* gives no traceback entry to the group around a naked exception (gh-128049)', minor: 12, since: 9, profile: { exceptStarAddsTraceback: false } },
  { name: 'groups do not keep the text of their exceptions (gh-141732)', minor: 13, since: 12, profile: { exceptionBytes: { importError: 104, group: 88, syntaxError: 136 } } },
  { name: 'loops and with statements stand where the whole statement does (gh-93691, gh-123142)', minor: 12, since: 6, profile: {}, features: { entriesSpanStatement: true } },
  { name: 'one-character strings are not shared', minor: 12, since: 7, profile: { latin1CharsShared: false } },
  { name: 'struct sequences do not count hidden fields', minor: 12, since: 5, profile: { structSequenceCountsHidden: false } },
  { name: 'a slice of a list takes what it is assigned as a sequence first (gh-120384)', minor: 12, since: 5, profile: {}, signs: { program: /\[[^\]\n]*:[^\]\n]*\] = /, lines: /^caught TypeError (can only assign an iterable|must assign iterable to extended slice) / } },
  { name: 'a slice of a list takes what it is assigned as a sequence first (gh-120384)', minor: 11, since: 10, profile: {}, signs: { program: /\[[^\]\n]*:[^\]\n]*\] = /, lines: /^caught TypeError (can only assign an iterable|must assign iterable to extended slice) / } },
];
