// ". Did you mean: 'x'?" behind AttributeError, NameError and ImportError (CPython 3.13 Lib/traceback.py, TracebackException.__init__).
import { lookupType } from '../objects/type-ready.ts';
import { intern } from '../objects/names.ts';
import type { ExceptionData } from '../objects/exceptions.ts';
import type { FrameObjectData } from '../objects/frame-object.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { TracebackData } from '../objects/traceback-object.ts';
import { PyRaise } from '../errors.ts';
import { dir } from '../objects/dir.ts';
import { lookupAttr } from '../objects/abstract.ts';
import { dictGetStr, dictItemPairs, isDict } from '../objects/dict.ts';
import { visibleLocal } from '../objects/frame-object.ts';
import { listItems } from '../objects/list.ts';
import { decref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { isSubtype } from '../objects/type.ts';
import { foreignNameHint } from './foreign-names.ts';
import { STDLIB_SUBMODULES, stdlibNames } from './stdlib-names.ts';
import { suggestName } from '../objects/suggestions.ts';
import type { ExceptionPrinter } from './traceback-text.ts';

/** The text to append to the message, '' for none. Names are looked for in the frame that raised, unless nobody gives its traceback. */
export function suggestionFor(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter): string {
  const m = vm.m;
  const type = exc.ob_type;
  const isName = isSubtype(type, m.types.NameError);
  const isAttribute = isSubtype(type, m.types.AttributeError);
  const isImport = isSubtype(type, m.types.ImportError);
  if (!isName && !isAttribute && !isImport) return '';
  if (isSubtype(type, m.types.ModuleNotFoundError) && m.profile.suggestsModules) return moduleHint(vm, exc);
  const wrong = attribute(vm, exc, isImport ? 'name_from' : 'name');
  if (wrong === null || !isStr(wrong)) return '';
  const name = strValue(wrong);
  if (isImport && !m.profile.suggestsImports) return '';
  const candidates = isAttribute ? attributeNames(vm, exc, name) : isImport ? moduleNames(vm, exc, name) : printer !== 'module-unframed' ? visibleNames(vm, exc, printer) : null;
  if (isAttribute && m.profile.suggestsAttributePaths) return attributeHint(vm, exc, name, candidates);
  let hint = '';
  if (isName && m.profile.suggestsImports && candidates !== null && selfHas(vm, exc, name)) hint = `. Did you mean: 'self.${name}'?`;
  else {
    const suggestion = candidates === null ? null : suggestName(name, candidates, printer !== 'interpreter' && !m.profile.tracebackMultiline);
    if (suggestion !== null) hint = `. Did you mean: '${suggestion}'?`;
  }
  if (isName && m.profile.suggestsImports && stdlibNames(m).has(name)) {
    hint = hint === '' ? `. Did you forget to import '${name}'?` : `${hint} Or did you forget to import '${name}'?`;
  }
  return hint;
}

/** 3.15: the nearest attribute, else one of an attribute, else what other languages call so. */
function attributeHint(vm: Interpreter, exc: PyObject, name: string, candidates: readonly string[] | null): string {
  const o = attribute(vm, exc, 'obj');
  if (o === null) return '';
  const suggestion = candidates === null ? null : suggestName(name, candidates) ?? attributePath(vm, o, name, candidates);
  if (suggestion !== null) return `. Did you mean '.${suggestion}' instead of '.${name}'?`;
  return foreignNameHint(vm.m, o.ob_type, name);
}

/** Attributes that are looked into for another one. */
const MOST_INNER = 20;

/** _check_for_nested_attribute: `inner.x` for the first public attribute that has it; descriptors are not read. */
function attributePath(vm: Interpreter, o: PyObject, name: string, candidates: readonly string[]): string | null {
  const m = vm.m;
  for (const candidate of candidates.filter((c) => !c.startsWith('_')).slice(0, MOST_INNER)) {
    const key = intern(m, candidate);
    if ((lookupType(m, o.ob_type, key)?.ob_type.tp_descr_get ?? null) !== null) continue;
    let inner: PyObject | null = null;
    try {
      inner = lookupAttr(m, o, key);
      if (inner !== null && vm.hasAttribute(inner, name)) return `${candidate}.${name}`;
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      dropRaise(m, error);
    } finally {
      if (inner !== null) decref(m, inner);
    }
  }
  return null;
}

/** 3.15: a module of the standard library with a similar name. */
function moduleHint(vm: Interpreter, exc: PyObject): string {
  const wrong = attribute(vm, exc, 'name');
  if (wrong === null || !isStr(wrong)) return '';
  const name = strValue(wrong);
  if (stdlibNames(vm.m).has(name)) return '';
  const dot = name.lastIndexOf('.');
  const parent = name.slice(0, Math.max(dot, 0));
  const names = dot < 0 ? [...stdlibNames(vm.m)] : STDLIB_SUBMODULES[parent];
  const suggestion = names === undefined ? null : suggestName(name.slice(dot + 1), names);
  return suggestion === null ? '' : `. Did you mean: '${dot < 0 ? '' : `${parent}.`}${suggestion}'?`;
}

/** An attribute of the exception (borrowed), null if missing or None. */
function attribute(vm: Interpreter, exc: PyObject, name: string): PyObject | null {
  const value = lookupAttr(vm.m, exc, vm.m.names[name] as PyObject);
  if (value === null) return null;
  decref(vm.m, value);
  return value === vm.m.None ? null : value;
}

function namesOf(vm: Interpreter, o: PyObject): string[] | null {
  try {
    const list = dir(vm.m, o);
    const names = listItems(list).filter(isStr).map(strValue);
    decref(vm.m, list);
    return names;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(vm.m, error);
    return null;
  }
}

/** Names of the object; private ones only if the wrong name is private. */
function attributeNames(vm: Interpreter, exc: PyObject, wrong: string): string[] | null {
  const o = attribute(vm, exc, 'obj');
  if (o === null) return null;
  const names = namesOf(vm, o);
  if (names === null) return null;
  return vm.m.profile.suggestionsHidePrivate && !wrong.startsWith('_') ? names.filter((name) => !name.startsWith('_')) : names;
}

function moduleNames(vm: Interpreter, exc: PyObject, wrong: string): string[] | null {
  const module = attribute(vm, exc, 'name');
  if (module === null || !isStr(module)) return null;
  const found = dictGetStr(vm.m, vm.m.modules, strValue(module));
  if (found === null) return null;
  const names = namesOf(vm, found);
  return names === null || !vm.m.profile.suggestionsHidePrivate || wrong.startsWith('_') ? names : names.filter((name) => !name.startsWith('_'));
}

/** The frame of the traceback's last entry. */
function lastFrame(exc: PyObject): FrameObjectData['frame'] | null {
  let tb = (exc.data as ExceptionData).traceback;
  if (tb === null) return null;
  for (let next = (tb.data as TracebackData).next; next !== null; next = (tb.data as TracebackData).next) tb = next;
  return ((tb.data as TracebackData).frame.data as FrameObjectData).frame;
}

/** Locals, globals and builtins of the raising frame. */
function visibleNames(vm: Interpreter, exc: PyObject, printer: ExceptionPrinter): string[] | null {
  const frame = lastFrame(exc);
  if (frame === null) return null;
  // The printer in C (until 3.12) does not ask whether a local variable has a value.
  const unboundToo = printer === 'interpreter' && !vm.m.profile.tracebackMultiline;
  const names: string[] = [];
  if (frame.locals !== null && frame.locals !== frame.globals && isDict(frame.locals)) names.push(...keysOf(frame.locals));
  else if (frame.locals === null) {
    frame.code.localsplusnames.forEach((name, i) => {
      if (unboundToo || visibleLocal(vm.m, frame, i) !== null) names.push(strValue(name));
    });
  }
  names.push(...keysOf(frame.globals), ...keysOf(frame.builtins));
  return names;
}

function keysOf(dict: PyObject): string[] {
  return dictItemPairs(dict).map(([key]) => key).filter(isStr).map(strValue);
}

/** A method whose `self` has an attribute of that name. */
function selfHas(vm: Interpreter, exc: PyObject, name: string): boolean {
  const frame = lastFrame(exc);
  if (frame === null) return false;
  const index = frame.code.localsplusnames.findIndex((local) => strValue(local) === 'self');
  const self = index < 0 ? null : visibleLocal(vm.m, frame, index);
  if (self === null) return false;
  return vm.hasAttribute(self, name);
}
