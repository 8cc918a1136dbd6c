// _sre: what the Python part of re needs (CPython Modules/_sre/sre.c): compiling patterns, the types, the class of errors.
import type { Machine } from '../../machine.ts';
import { allocObject, gcTrack } from '../../objects/alloc.ts';
import { bytesLikeOrNull } from '../../objects/buffer.ts';
import { latin1Text } from '../../objects/codecs.ts';
import { newBool } from '../../objects/bool.ts';
import { dictSet, newDict } from '../../objects/dict.ts';
import { asIndexNumber, newInt } from '../../objects/int.ts';
import { type PyModule, newNativeModule, setModuleAttribute } from '../../objects/module.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { overflowError, raise, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { codeWords } from './code-words.ts';
import { regexRaise } from './errors.ts';
import { matchType } from './match.ts';
import { type PatternData, type RegexTypes, patternType, scannerType } from './pattern.ts';
import { compileProgram } from './program.ts';
import { MAX_REPEAT, OverflowText, RegexError, TooDeeplyNested, parsePattern } from './syntax.ts';

function compile(m: Machine, types: RegexTypes, source: PyObject, flagsObject: PyObject): PyObject {
  const isBytes = !isStr(source);
  const bytes = isBytes ? bytesLikeOrNull(m, source, true) : null;
  if (isBytes && bytes === null) throw typeError(m, 'first argument must be string or compiled pattern');
  const text = isBytes ? latin1Text(bytes as Uint8Array) : strValue(source);
  m.chargeWork(text.length * 8);
  const parsed = parse(m, types, text, asIndexNumber(flagsObject), isBytes);
  const groupIndex = newDict(m);
  for (const [name, index] of parsed.names) {
    const key = newStr(m, name);
    const value = newInt(m, index);
    dictSet(m, groupIndex, key, value);
    decref(m, key);
    decref(m, value);
  }
  const program = compileProgram(parsed);
  const words = codeWords(parsed, { emptyNegationFails: m.profile.regexEmptyNegationFails, charge: (amount) => m.chargeWork(amount) });
  const data: PatternData = { pattern: incref(source), flags: parsed.flags, program, isBytes, words, names: parsed.names, groupIndex, types, templates: new Map() };
  const o = allocObject(m, types.pattern, data, 4 * words);
  gcTrack(m, o);
  return o;
}

function parse(m: Machine, types: RegexTypes, text: string, flags: number, isBytes: boolean): ReturnType<typeof parsePattern> {
  try {
    return parsePattern([...text], flags, isBytes);
  } catch (trouble) {
    if (trouble instanceof RegexError) throw regexRaise(m, types, trouble.text, text, trouble.at, isBytes);
    if (trouble instanceof OverflowText) throw overflowError(m, trouble.text);
    if (trouble instanceof TooDeeplyNested) throw raise(m, m.types.RecursionError, 'maximum recursion depth exceeded');
    if (trouble instanceof RangeError) throw valueError(m, trouble.message);
    throw trouble;
  }
}

/** Makes the module. */
export function sreModule(m: Machine): PyObject {
  const types: RegexTypes = { pattern: lazyType(m, patternType), match: lazyType(m, matchType), scanner: lazyType(m, scannerType), errorClass: null };
  return newNativeModule(m, {
    name: '_sre',
    functions: [
      { name: 'compile', kind: 'fast', min: 2, max: 2, fn: (machine, _self, args) => compile(machine, types, args[0] as PyObject, args[1] as PyObject) },
      { name: 'set_error', kind: 'o', fn: (machine, self, cls) => {
        // The module's dict owns it.
        setModuleAttribute(machine, self as PyModule, 'error', incref(cls));
        types.errorClass = cls;
        return incref(machine.None);
      } },
    ],
    attributes: () => [['Pattern', incref(types.pattern)], ['Match', incref(types.match)], ['MAXREPEAT', newInt(m, MAX_REPEAT)], ['MAGIC', newInt(m, 20230502)], ['OLD_ERROR_NAME', newBool(m, m.profile.release.minor < 13)]],
  });
}
