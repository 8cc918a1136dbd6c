// Characters by name, for `\N{…}` (CPython Modules/unicodedata.c, _getcode).

/** Code point of a Unicode character name, `null` when unknown. Case does not matter. */
export function lookUpCharacter(name: string): number | null {
  const upper = name.toUpperCase();
  const cjk = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(upper);
  if (cjk?.[1] !== undefined) return Number.parseInt(cjk[1], 16);
  return null;
}
