// What functions of the bundled library that are C in CPython say about wrong arguments (CPython 3.13 Objects/methodobject.c cfunction_check_kwargs,
// cfunction_vectorcall_NOARGS and _O; Python/getargs.c _PyArg_CheckPositional). `_ctype` marks them.
import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code-unit.ts';
import type { FunctionData } from '../objects/function.ts';
import type { Machine } from '../machine.ts';
import type { PyRaise } from '../errors.ts';
import { typeError } from '../objects/raise.ts';
import { strValue } from '../objects/str.ts';
import { tupleItems } from '../objects/tuple.ts';

/**
 * The TypeError for `given` positional arguments (self included) or some keywords; null where Python's own text serves: for functions that are not marked,
 * for right counts, and for parameters that have names in CPython too.
 */
export function nativeArityError(m: Machine, data: FunctionData, given: number, hasKeywords: boolean): PyRaise | null {
  const { nativeName } = data.codeData;
  if (nativeName === null) return null;
  const { argcount, posonlyargcount, kwonlyargcount, flags } = data.codeData.unit;
  // They take any number, as their own text says.
  if ((flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0) return null;
  const ownSelf = nativeName.isMethod ? 1 : 0;
  const most = argcount - ownSelf;
  if (kwonlyargcount > 0 || (most > 0 && posonlyargcount < argcount)) return null;
  const least = most - (data.defaults === null ? 0 : tupleItems(data.defaults).length);
  const count = given - ownSelf;
  if (nativeName.byTuple && most > 0 && !(most === 1 && least === 1)) return tupleArityError(m, strValue(data.name), { least, most, count, hasKeywords });
  if (hasKeywords) return typeError(m, `${nativeName.text}() takes no keyword arguments`);
  if (count >= least && count <= most) return null;
  if (most === 0) return typeError(m, `${nativeName.text}() takes no arguments (${count} given)`);
  if (most === 1 && least === 1) return typeError(m, `${nativeName.text}() takes exactly one argument (${count} given)`);
  const bound = least === most ? '' : count < least ? 'at least ' : 'at most ';
  const wanted = count < least ? least : most;
  return typeError(m, `${strValue(data.name)} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${count}`);
}

/** METH_VARARGS and PyArg_ParseTuple with a format that names no function. */
function tupleArityError(m: Machine, name: string, { least, most, count, hasKeywords }: { least: number; most: number; count: number; hasKeywords: boolean }): PyRaise | null {
  if (hasKeywords) return typeError(m, `${name}() takes no keyword arguments`);
  if (count >= least && count <= most) return null;
  const [bound, wanted] = least === most ? ['exactly', most] : count < least ? ['at least', least] : ['at most', most];
  return typeError(m, `function takes ${bound} ${wanted} argument${wanted === 1 ? '' : 's'} (${count} given)`);
}
