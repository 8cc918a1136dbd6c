// What the arena of a syntax tree holds while code runs that was compiled from a text (CPython Python/pythonrun.c run_mod: the arena is freed after
// the run; Parser/pegen.c _PyPegen_run_parser: it owns the objects that the parser made of literals).
import type { Const } from '../compiler/code-unit.ts';
import type { Machine } from '../machine.ts';
import { dropConstants } from '../objects/code.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { type CompileRequest, compileSource } from './compile.ts';
import { runCode } from './run-code.ts';

/** One tree's objects: literals, and what was folded in the tree. Give `constants` to the compilation, keep, and release after the run. */
export class TreeArena {
  readonly constants = new Map<Const, PyObject>();
  /** Bytes literals, as literals and as concatenations of one part (owned). */
  private readonly twice: PyObject[] = [];

  /** What the compiler made later is not the tree's. */
  keep(m: Machine): void {
    for (const [constant, object] of this.constants) {
      if ('madeBy' in constant) {
        this.constants.delete(constant);
        decref(m, object);
      } else if (constant.t === 'bytes' && constant.folded === undefined && m.profile.bytesLiteralsHeldTwice) this.twice.push(incref(object));
    }
  }

  release(m: Machine): void {
    for (const object of this.twice.splice(0)) decref(m, object);
    dropConstants(m, this.constants);
  }
}

/** Compiles a text and runs it in its namespaces (PyRun_StringFlags). New reference. */
export function runSource(m: Machine, source: string, request: CompileRequest, globals: PyObject, locals: PyObject, beforeRun: () => void = () => {}): PyObject {
  const arena = new TreeArena();
  const code = compileSource(m, source, { ...request, constants: arena.constants });
  arena.keep(m);
  try {
    beforeRun();
    return runCode(m, code, globals, locals);
  } finally {
    decref(m, code);
    arena.release(m);
  }
}
