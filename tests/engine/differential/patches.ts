// What the interpreters at hand do otherwise than the patch versions that the profiles mirror: each mechanism by name, as what it changes in the profile.
// A difference that goes away with one of them is the older version's, and nothing else is explained away.
import type { Profile } from '#lib/engine/profiles/profile.ts';

export interface PatchDifference {
  readonly name: string;
  /** The minor version, and the first micro version that behaves as the profile says. */
  readonly minor: number;
  readonly since: number;
  readonly profile: Partial<Profile>;
  /** Where no profile has the older behaviour: every minimal program contains the first, and only lines of the second differ. */
  readonly signs?: { readonly program: RegExp; readonly lines: RegExp };
}

export const PATCH_DIFFERENCES: readonly PatchDifference[] = [
  { name: 'close() of a generator that never ran keeps its locals', minor: 13, since: 1, profile: { closeOfUnstartedKeepsLocals: true } },
  { name: "an instance's own dict is not traversed (gh-130327)", minor: 13, since: 13, profile: {}, signs: { program: /vars\(|__dict__/, lines: /^(ref|collect|collected) / } },
  { name: 'presized dicts are rounded up (gh-133703)', minor: 13, since: 4, profile: { dictPresizeRoundsUp: true } },
  { name: 'one-character strings are not shared', minor: 12, since: 7, profile: { latin1CharsShared: false } },
  { name: 'struct sequences do not count hidden fields', minor: 12, since: 5, profile: { structSequenceCountsHidden: false } },
];
