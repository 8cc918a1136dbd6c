// The datetime module (CPython 3.13 Modules/_datetimemodule.c).
import type { Machine } from '../../machine.ts';
import { newInt } from '../../objects/int.ts';
import { newNativeModule } from '../../objects/module.ts';
import type { PyObject } from '../../objects/object.ts';
import { DateTypes } from './types.ts';

/** Makes the module. */
export function datetimeModule(m: Machine): PyObject {
  const types = new DateTypes(m);
  return newNativeModule(m, {
    name: 'datetime',
    doc: 'Fast implementation of the datetime module.',
    attributes: () => [
      ['date', types.date], ['time', types.time], ['datetime', types.datetime], ['timedelta', types.timedelta], ['tzinfo', types.tzinfo],
      ['timezone', types.timezone], ['UTC', types.utc], ['MINYEAR', newInt(m, 1)], ['MAXYEAR', newInt(m, 9999)],
    ],
  });
}
