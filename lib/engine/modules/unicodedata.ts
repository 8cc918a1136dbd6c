// The unicodedata module (CPython 3.13 Modules/unicodedata.c), as far as JavaScript's own tables reach. Names: parser/character-names.ts.
import { onDemand } from '#lib/std/on-demand.ts';
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newFloat } from '../objects/float.ts';
import { newInt } from '../objects/int.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { newException } from '../objects/exceptions.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { textArgument } from '../objects/str-args.ts';
import { isStr, newStr, newStrAscii } from '../objects/str.ts';
import type { NativeSpec } from '../objects/type.ts';
import { decimalValue, eastAsianWidth, isDigit, isNumeric } from '../objects/unicode.ts';
import { lookUpCharacter, nameOfCharacter } from '../parser/character-names.ts';

const CATEGORIES = ['Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Pc', 'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf', 'Cs', 'Co'];
const patterns = onDemand(() => CATEGORIES.map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const));

/** General category of a character; 'Cn' if unassigned. */
function categoryOf(char: string): string {
  return patterns().find(([, pattern]) => pattern.test(char))?.[0] ?? 'Cn';
}

function character(m: Machine, name: string, position: number, o: PyObject | undefined): string {
  const shown = position > 0 ? ` ${position}` : '';
  if (o === undefined || !isStr(o)) throw typeError(m, `${name}() argument${shown} must be a unicode character, not ${o?.ob_type.tp_name ?? 'None'}`);
  if (o.data.length !== 1) throw typeError(m, `${name}(): argument must be a unicode character, not a string of length ${o.data.length}`);
  return o.data.value;
}

const codeOf = (char: string): number => char.codePointAt(0) as number;

/** The number that a character stands for: digits of all scripts, and what compatibility mapping shows (², ½, ⅷ has none there). */
function numericValue(char: string): number | null {
  const decimal = decimalValue(codeOf(char));
  if (decimal >= 0) return decimal;
  const plain = char.normalize('NFKD').replace('\u2044', '/');
  const fraction = /^(\d+)\/(\d+)$/.exec(plain);
  if (fraction !== null) return Number(fraction[1]) / Number(fraction[2]);
  if (/^\d+$/.test(plain)) return Number(plain);
  const roman = ROMAN.indexOf(plain.toUpperCase());
  return isNumeric(codeOf(char)) && roman >= 0 ? roman + 1 : null;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A value function with an optional default. */
function valued(name: string, text: string, read: (char: string) => number | null, isInt: boolean): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 2,
    fn: (m, _self, args) => {
      const value = read(character(m, name, 1, args[0]));
      if (value !== null) return isInt ? newInt(m, value) : newFloat(m, value);
      if (args[1] !== undefined) return incref(args[1]);
      throw valueError(m, text);
    },
  };
}

function name(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const found = nameOfCharacter(codeOf(character(m, 'name', 1, args[0])));
  if (found !== null) return newStrAscii(m, found);
  if (args[1] !== undefined) return incref(args[1]);
  throw valueError(m, 'no such name');
}

function lookup(m: Machine, _self: PyObject, o: PyObject): PyObject {
  const text = textArgument(m, 'lookup', 0, o).data.value;
  const code = lookUpCharacter(text);
  if (code !== null) return newStr(m, String.fromCodePoint(code));
  const message = newStr(m, `undefined character name '${text}'`);
  try {
    throw new PyRaise(newException(m, m.types.KeyError, [message]));
  } finally {
    decref(m, message);
  }
}

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

function normalForm(m: Machine, method: string, args: readonly PyObject[]): [typeof FORMS[number], string] {
  const form = textArgument(m, method, 1, args[0]).data.value;
  const text = textArgument(m, method, 2, args[1]).data.value;
  const known = FORMS.find((candidate) => candidate === form);
  if (known === undefined) throw valueError(m, 'invalid normalization form');
  m.chargeWork(text.length * 2);
  return [known, text];
}

function decomposition(char: string): string {
  const canonical = char.normalize('NFD');
  if (canonical !== char) return hexOf(canonical);
  const compatible = char.normalize('NFKD');
  return compatible === char ? '' : `<compat> ${hexOf(compatible)}`;
}

function hexOf(text: string): string {
  return [...text].map((char) => codeOf(char).toString(16).toUpperCase().padStart(4, '0')).join(' ');
}

/** Makes the module. */
export function unicodedataModule(m: Machine): PyObject {
  const text = (method: string, read: (char: string) => string): NativeSpec => ({ name: method, kind: 'o', fn: (machine, _self, o) => newStr(machine, read(character(machine, method, 0, o))) });
  return newNativeModule(m, {
    name: 'unicodedata',
    functions: [
      { name: 'name', kind: 'fast', min: 1, max: 2, fn: name },
      { name: 'lookup', kind: 'o', fn: lookup },
      text('category', categoryOf),
      text('east_asian_width', (char) => eastAsianWidth(codeOf(char))),
      text('decomposition', decomposition),
      valued('decimal', 'not a decimal', (char) => (decimalValue(codeOf(char)) >= 0 ? decimalValue(codeOf(char)) : null), true),
      valued('digit', 'not a digit', (char) => (isDigit(codeOf(char)) ? numericValue(char) : null), true),
      valued('numeric', 'not a numeric character', numericValue, false),
      { name: 'normalize', kind: 'fast', min: 2, max: 2, fn: (machine, _self, args) => {
        const [form, value] = normalForm(machine, 'normalize', args);
        return newStr(machine, value.normalize(form));
      } },
      { name: 'is_normalized', kind: 'fast', min: 2, max: 2, fn: (machine, _self, args) => {
        const [form, value] = normalForm(machine, 'is_normalized', args);
        return incref(value.normalize(form) === value ? machine.True : machine.False);
      } },
    ],
    attributes: () => [['unidata_version', newStrAscii(m, m.profile.unicodeVersion)]],
  });
}
