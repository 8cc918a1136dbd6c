// What SystemExit means for the process (CPython Python/pythonrun.c, handle_system_exit).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyRaise } from '../errors.ts';
import { intValue, isInt } from '../objects/int.ts';
import { dropRaise } from '../objects/raise.ts';

/** The low byte; what is no C long counts as -1. */
function statusOf(code: bigint): number {
  return Number(BigInt.asUintN(8, BigInt.asIntN(64, code) === code ? code : -1n));
}

/** The exit status; anything but None and ints is printed and means 1. Consumes `raised`. */
export function exitStatus(m: Machine, raised: PyRaise): number {
  const vm = m.vm as Interpreter;
  const code = (raised.exc.data as ExceptionData).value ?? m.None;
  let status = 1;
  if (code === m.None) status = 0;
  else if (isInt(code)) status = statusOf(BigInt(intValue(code)));
  else vm.printError(`${vm.textOf(code)}\n`);
  dropRaise(m, raised);
  return status;
}
