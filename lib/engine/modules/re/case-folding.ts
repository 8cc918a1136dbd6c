// Cases as regular expressions see them: simple mappings of one character to one (CPython Modules/_sre/sre.c, sre_lower_unicode and
// unicode_iscased; Lib/re/_casefix.py).

/** Lower-case characters that share an upper case though neither is the other's lower case. */
const EQUIVALENT_LOWER: readonly (readonly number[])[] = [
  [0x69, 0x131], [0x73, 0x17f], [0xb5, 0x3bc], [0x345, 0x3b9, 0x1fbe], [0x390, 0x1fd3], [0x3b0, 0x1fe3], [0x3b2, 0x3d0], [0x3b5, 0x3f5], [0x3b8, 0x3d1],
  [0x3ba, 0x3f0], [0x3c0, 0x3d6], [0x3c1, 0x3f1], [0x3c2, 0x3c3], [0x3c6, 0x3d5], [0x432, 0x1c80], [0x434, 0x1c81], [0x43e, 0x1c82], [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85], [0x44a, 0x1c86], [0x463, 0x1c87], [0x1c88, 0xa64b], [0x1e61, 0x1e9b], [0xfb05, 0xfb06],
];

const others = new Map(EQUIVALENT_LOWER.flatMap((group) => group.map((code) => [code, group.filter((other) => other !== code)] as const)));
const NONE: readonly number[] = [];

/** The other members of a lower-case character's group. */
export function lowerEquivalents(lower: number): readonly number[] {
  return others.get(lower) ?? NONE;
}

/** Lower case: of A-Z only, or Unicode's simple mapping. */
export function simpleLower(code: number, unicode: boolean): number {
  if (code < 128 || !unicode) return code >= 65 && code <= 90 ? code + 32 : code;
  // Only U+0130 has a longer lower case; its simple mapping is i.
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) as number;
}

/** unicode_iscased, ascii_iscased: the character has another case. */
export function isCasedChar(code: number, unicode: boolean): boolean {
  if (code < 128 || !unicode) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  // Of a longer upper case (SS) CPython compares the first character.
  return simpleLower(code, true) !== code || String.fromCodePoint(code).toUpperCase().codePointAt(0) !== code;
}
