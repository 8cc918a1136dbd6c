// Built-in functions on namespaces and code: globals, locals, exec, eval, compile (CPython 3.13 Python/bltinmodule.c, Python/ceval.c).
import type { Interpreter } from '../interpreter.ts';
import type { Machine } from '../../machine.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { badArgument, checkPositional, noKeywords, parseArgs } from '../../objects/arguments.ts';
import { bytesValue, isBytes } from '../../objects/bytes.ts';
import { bytesLikeOrNull } from '../../objects/buffer.ts';
import { encodeToBytes } from '../../objects/codecs.ts';
import { isCode } from '../../objects/code.ts';
import { keysAsList } from '../../objects/abstract.ts';
import { dictGetStr, dictSetStr, isDict } from '../../objects/dict.ts';
import { freeCount } from '../../objects/function.ts';
import { frameLocals } from '../../objects/frame-locals.ts';
import { sequenceList } from '../../objects/list.ts';
import { sortList } from '../../objects/sort.ts';
import { decref, incref } from '../../objects/object.ts';
import { systemError, typeError, valueError } from '../../objects/raise.ts';
import { intArgument, switchArgument } from '../../objects/size-argument.ts';
import { cacheUtf8, isStr, strValue } from '../../objects/str.ts';
import { tupleItems } from '../../objects/tuple.ts';
import { compileSource, sourceFromBytes, withoutNulls } from '../compile.ts';
import { runCode } from '../run-code.ts';
import { runSource } from '../tree-arena.ts';
import { compileObject, isNode, parseToObject } from '../../modules/ast-nodes.ts';

/** The running frame's globals (borrowed). */
function currentGlobals(m: Machine): PyObject {
  const frame = (m.vm as Interpreter).frame;
  if (frame === null) throw systemError(m, 'globals does not exist');
  return frame.globals;
}

/** locals(): new reference. */
export function currentLocals(m: Machine): PyObject {
  const frame = (m.vm as Interpreter).frame;
  if (frame === null) throw systemError(m, 'frame does not exist');
  return frameLocals(m, frame);
}

/** dir() without an argument. */
export function localNames(m: Machine): PyObject {
  const locals = currentLocals(m);
  const keys = isDict(locals) ? keysAsList(m, locals) : sequenceList(m, locals);
  decref(m, locals);
  sortList(m, keys);
  return keys;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const PYCF_ONLY_AST = 0x0400;
const FUTURE_FLAGS = 0x1ff0000;
/** What compile() takes: PyCF_MASK, PyCF_MASK_OBSOLETE, PyCF_COMPILE_MASK. */
const COMPILE_FLAGS = FUTURE_FLAGS | 0xf610;

/** co_flags of future features in the calling frame. */
function inheritedFlags(m: Machine): number {
  const frame = (m.vm as Interpreter).frame;
  return frame === null ? 0 : frame.code.flags & FUTURE_FLAGS;
}

/** Source from str or a bytes-like object. */
function sourceText(m: Machine, o: PyObject, what: string, filename = '<string>'): string {
  let text: string;
  if (isStr(o)) {
    text = strValue(o);
    if (LONE_SURROGATE.test(text)) encodeToBytes(m, o, 'utf-8', 'strict');
    cacheUtf8(m, o);
  } else {
    const bytes = bytesLikeOrNull(m, o, true);
    if (bytes === null) throw typeError(m, `${what} must be a string, bytes or ${what.startsWith('compile') ? 'AST' : 'code'} object`);
    return sourceFromBytes(m, bytes, filename);
  }
  return withoutNulls(m, text);
}

/** Globals and locals for exec and eval: what was given, or the caller's. Borrowed globals, new reference to locals. */
function namespaces(m: Machine, name: 'exec' | 'eval', globals: PyObject | null, locals: PyObject | null): { readonly globals: PyObject; readonly locals: PyObject } {
  const given = globals === m.None ? null : globals;
  const givenLocals = locals === m.None ? null : locals;
  const isEval = name === 'eval';
  const checkLocals = (): void => {
    if (givenLocals !== null && givenLocals.ob_type.mp_subscript === null) throw typeError(m, `locals must be a mapping${isEval ? '' : ` or None, not ${givenLocals.ob_type.tp_name}`}`);
  };
  if (isEval) checkLocals();
  if (given !== null && !isDict(given)) throw typeError(m, globalsText(given, isEval));
  if (!isEval) checkLocals();
  if (given === null) return { globals: currentGlobals(m), locals: givenLocals === null ? currentLocals(m) : incref(givenLocals) };
  return { globals: given, locals: incref(givenLocals ?? given) };
}

function globalsText(given: PyObject, isEval: boolean): string {
  if (!isEval) return `exec() globals must be a dict, not ${given.ob_type.tp_name}`;
  return given.ob_type.mp_subscript === null ? 'globals must be a dict' : 'globals must be a real dict; try eval(expr, {}, mapping)';
}

function ensureBuiltins(m: Machine, globals: PyObject): void {
  if (dictGetStr(m, globals, '__builtins__') === null) {
    const frame = (m.vm as Interpreter).frame;
    dictSetStr(m, globals, '__builtins__', frame?.builtins ?? m.builtins);
  }
}

function evaluate(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (!m.profile.execKeywords) {
    noKeywords(m, 'eval', kwnames);
    checkPositional(m, 'eval', args.length, 1, 3);
  }
  const [source, globals, locals] = parseArgs(m, { name: 'eval', params: ['', 'globals', 'locals'], required: 1 }, args, kwnames);
  const o = source as PyObject;
  const spaces = namespaces(m, 'eval', globals ?? null, locals ?? null);
  try {
    ensureBuiltins(m, spaces.globals);
    if (isCode(m, o)) {
      if (freeCount(o.data) > 0) throw typeError(m, 'code object passed to eval() may not contain free variables');
      return runCode(m, o, spaces.globals, spaces.locals);
    }
    const text = sourceText(m, o, 'eval() arg 1').replace(/^[ \t]+/, '');
    return runSource(m, text, { filename: '<string>', mode: 'eval', flags: inheritedFlags(m) }, spaces.globals, spaces.locals);
  } finally {
    decref(m, spaces.locals);
  }
}

function execute(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const params = m.profile.execKeywords ? ['', 'globals', 'locals', 'closure'] : ['', '', '', 'closure'];
  const [source, globals, locals, closure] = parseArgs(m, { name: 'exec', params, required: 1, positional: 3 }, args, kwnames);
  const o = source as PyObject;
  const spaces = namespaces(m, 'exec', globals ?? null, locals ?? null);
  try {
    ensureBuiltins(m, spaces.globals);
    const cells = closure === null || closure === undefined || closure === m.None ? null : closure;
    if (isCode(m, o)) {
      const free = freeCount(o.data);
      if (free === 0 && cells !== null) throw typeError(m, 'cannot use a closure with this code object');
      if (free > 0 && (cells === null || tupleItems(cells).length !== free)) {
        throw typeError(m, `code object requires a closure of exactly length ${free}`);
      }
      decref(m, runCode(m, o, spaces.globals, spaces.locals, cells));
      return incref(m.None);
    }
    if (cells !== null) throw typeError(m, 'closure can only be used when source is a code object');
    const text = sourceText(m, o, 'exec() arg 1');
    decref(m, runSource(m, text, { filename: '<string>', mode: 'exec', flags: inheritedFlags(m) }, spaces.globals, spaces.locals));
    return incref(m.None);
  } finally {
    decref(m, spaces.locals);
  }
}

function compileFunction(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [source, filename, mode, flags, dontInherit, optimize] = parseArgs(
    m, { name: 'compile', params: ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '_feature_version'], required: 3, positional: 6 }, args, kwnames,
  ) as [PyObject, PyObject, PyObject, PyObject | null, PyObject | null, PyObject | null];
  const file = isStr(filename) ? strValue(filename) : isBytes(filename) ? String.fromCharCode(...bytesValue(filename)) : null;
  if (file === null) throw typeError(m, `expected str, bytes or os.PathLike object, not ${filename.ob_type.tp_name}`);
  if (!isStr(mode)) throw badArgument(m, 'compile', "argument 'mode'", 'str', mode);
  const modeText = strValue(mode);
  const wanted = flags === null ? 0 : intArgument(m, flags);
  if ((wanted & ~COMPILE_FLAGS) !== 0) throw valueError(m, 'compile(): unrecognised flags');
  const level = optimize === null ? -1 : intArgument(m, optimize);
  if (level < -1 || level > 2) throw valueError(m, 'compile(): invalid optimize value');
  if (modeText === 'func_type' && (wanted & PYCF_ONLY_AST) === 0) throw valueError(m, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  if (modeText !== 'exec' && modeText !== 'eval' && modeText !== 'single') throw valueError(m, "compile() mode must be 'exec', 'eval' or 'single'");
  const onlyTree = (wanted & PYCF_ONLY_AST) !== 0;
  if (isNode(m, source)) return onlyTree ? incref(source) : compileObject(m, source, file, modeText, wanted & FUTURE_FLAGS);
  const inherits = dontInherit === null || !switchArgument(m, dontInherit);
  const text = sourceText(m, source, 'compile() arg 1', file);
  if (onlyTree) return parseToObject(m, text, file, modeText);
  return compileSource(m, text, { filename: file, mode: modeText, flags: (inherits ? inheritedFlags(m) : 0) | (wanted & FUTURE_FLAGS), optimize: Math.max(0, level) });
}

export const namespaceFunctions: readonly NativeSpec[] = [
  {
    name: 'globals', kind: 'noargs', sig: '($module, /)',
    doc: "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
    fn: (m) => incref(currentGlobals(m)),
  },
  {
    name: 'locals', kind: 'noargs', sig: '($module, /)',
    doc: "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
    fn: (m) => currentLocals(m),
  },
  { name: 'eval', kind: 'fastkw', doc: 'Evaluate the given source in the context of globals and locals.', fn: (m, _self, args, kwnames) => evaluate(m, args, kwnames) },
  { name: 'exec', kind: 'fastkw', doc: 'Execute the given source in the context of globals and locals.', fn: (m, _self, args, kwnames) => execute(m, args, kwnames) },
  { name: 'compile', kind: 'fastkw', doc: 'Compile source into a code object that can be executed by exec() or eval().', fn: (m, _self, args, kwnames) => compileFunction(m, args, kwnames) },
];
