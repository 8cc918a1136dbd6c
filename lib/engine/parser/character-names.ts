// Characters by name, for `\N{…}` (CPython Modules/unicodedata.c, _getcode).
// NOT CPYTHON: only the scripts and symbols of character-name-table.ts have names; for others a program gets the
// error for an unknown name.

import { NAME_ALPHABET, ONE_CHARACTER_WORDS, nameData, nameWords } from './character-name-table.ts';

let codePoints: Map<string, number> | null = null;

/** Names that the standard gives to control characters only as aliases, and other common aliases. */
const ALIASES: Readonly<Record<string, number>> = {
  NULL: 0, BELL: 0x1f514, ALERT: 7, BACKSPACE: 8, 'CHARACTER TABULATION': 9, TAB: 9, 'LINE FEED': 10, NEWLINE: 10,
  'NEW LINE': 10, 'LINE TABULATION': 11, 'FORM FEED': 12, 'CARRIAGE RETURN': 13, ESCAPE: 27, SPACE: 32, DELETE: 127,
  'NEXT LINE': 0x85, NBSP: 0xa0, SHY: 0xad, ZWSP: 0x200b, ZWNJ: 0x200c, ZWJ: 0x200d, LRM: 0x200e, RLM: 0x200f,
  'BYTE ORDER MARK': 0xfeff, BOM: 0xfeff, ZWNBSP: 0xfeff, LF: 10, CR: 13, ESC: 27, NUL: 0, HT: 9, VT: 11, FF: 12, BEL: 7,
};

/** Code point of a Unicode character name, `null` when unknown. Case does not matter. */
export function lookUpCharacter(name: string): number | null {
  const upper = name.toUpperCase();
  const alias = Object.hasOwn(ALIASES, upper) ? ALIASES[upper] : undefined;
  if (alias !== undefined) return alias;
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(upper);
  if (ideograph?.[1] !== undefined) return ideographCode(Number.parseInt(ideograph[1], 16));
  codePoints ??= readTable();
  return codePoints.get(upper) ?? null;
}

let nameTable: Map<number, string> | null = null;

/** Unicode name of a character, `null` when the table does not have it. */
export function nameOfCharacter(code: number): string | null {
  if (ideographCode(code) !== null) return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase()}`;
  if (nameTable === null) {
    codePoints ??= readTable();
    nameTable = new Map();
    for (const [name, point] of codePoints) if (!nameTable.has(point)) nameTable.set(point, name);
  }
  return nameTable.get(code) ?? null;
}

function ideographCode(code: number): number | null {
  const known = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
    || (code >= 0x20000 && code <= 0x2a6df) || (code >= 0x2a700 && code <= 0x2ebe0) || (code >= 0x30000 && code <= 0x323af);
  return known ? code : null;
}

/** Expands the table, once, when the first name is asked for. */
function readTable(): Map<string, number> {
  const words = nameWords().split(' ');
  const digits = new Map([...NAME_ALPHABET].map((character, i) => [character, i]));
  const table = new Map<string, number>();
  let code = 0;
  for (const entry of nameData().split(' ')) {
    if (entry.startsWith('~')) {
      code = Number.parseInt(entry.slice(1), 16);
      continue;
    }
    const name: string[] = [];
    for (let i = 0; i < entry.length; i++) {
      let number = digits.get(entry.charAt(i)) ?? 0;
      if (number >= ONE_CHARACTER_WORDS) {
        i++;
        number = ONE_CHARACTER_WORDS + (number - ONE_CHARACTER_WORDS) * NAME_ALPHABET.length + (digits.get(entry.charAt(i)) ?? 0);
      }
      name.push(words[number] ?? '');
    }
    table.set(name.join(' '), code++);
  }
  return table;
}
