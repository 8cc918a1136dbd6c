// Which causes, contexts and members of an exception are shown with it, each exception once (CPython 3.13 Lib/traceback.py, TracebackException.__init__;
// 3.11, 3.12 Python/pythonrun.c, print_exception_recursive).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { isSubtype } from '../objects/type.ts';

/** An exception to show, after its cause or else its context. */
export interface ShownException {
  readonly exc: PyObject;
  cause: ShownException | null;
  context: ShownException | null;
  members: readonly ShownException[];
  /** What str() said when it was gathered; null: it has not been asked yet. */
  readonly message: string | null;
}

function shown(exc: PyObject, message: string | null = null): ShownException {
  return { exc, cause: null, context: null, members: [], message };
}

function membersOf(vm: Interpreter, exc: PyObject): readonly PyObject[] {
  return isSubtype(exc.ob_type, vm.m.types.BaseExceptionGroup) ? vm.groupMembers(exc) : [];
}

/** The cause, or else the context unless it is suppressed; none that has been seen. */
function linkOf(exc: PyObject, seen: Set<PyObject>, node: ShownException, show = (linked: PyObject): ShownException => shown(linked)): ShownException | null {
  const { cause, context, suppressContext } = exc.data as ExceptionData;
  if (cause !== null && !seen.has(cause)) return (node.cause = show(cause));
  return context !== null && !suppressContext && !seen.has(context) ? (node.context = show(context)) : null;
}

/** 3.13+: everything is gathered first, messages too, the last found first; what is a member of a group is seen from then on. */
export function gatherChain(vm: Interpreter, exc: PyObject, messageOf: (exc: PyObject) => string): ShownException {
  const seen = new Set([exc]);
  const show = (found: PyObject): ShownException => shown(found, messageOf(found));
  const top = show(exc);
  const queue = [top];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    vm.m.chargeWork(1);
    const link = linkOf(node.exc, seen, node, show);
    if (link !== null) seen.add(link.exc);
    node.members = membersOf(vm, node.exc).map(show);
    for (const member of node.members) seen.add(member.exc);
    if (link !== null) queue.push(link);
    queue.push(...node.members);
  }
  return top;
}

/** Up to 3.12: as it is printed, the chain first and then the members; not deeper in groups than `levels`. */
export function printedChain(vm: Interpreter, exc: PyObject, levels: number, seen = new Set<PyObject>()): ShownException {
  const top = shown(exc);
  const chain: ShownException[] = [];
  for (let node: ShownException | null = top; node !== null; ) {
    vm.m.chargeWork(1);
    chain.push(node);
    seen.add(node.exc);
    const { cause } = node.exc.data as ExceptionData;
    // A cause that has been seen hides the context too.
    node = cause !== null && seen.has(cause) ? null : linkOf(node.exc, seen, node);
  }
  for (let i = chain.length - 1; levels > 0 && i >= 0; i--) {
    const node = chain[i] as ShownException;
    node.members = membersOf(vm, node.exc).map((member) => printedChain(vm, member, levels - 1, seen));
  }
  return top;
}
