// The table of all built-in types (CPython Objects/object.c, static_types): key in `m.types` → specification. Add your types here.
import type { Machine } from '../machine.ts';
import { containerSpecs } from './container-types.ts';
import { moduleSpecType } from '../vm/module-spec.ts';
import { sysSpecs } from '../modules/sys-types.ts';
import { asyncGeneratorSpecs } from './async-generator.ts';
import { frameLocalsProxyType } from './frame-locals.ts';
import { descriptorSpecs } from './descriptors.ts';
import { exceptionSpecs } from './exception-types.ts';
import { genericAliasType } from './generic-alias.ts';
import { cellType } from './cell.ts';
import { codeType } from './code.ts';
import { frameType } from './frame-object.ts';
import { functionType } from './function.ts';
import { coroutineType, coroutineWrapperType, generatorType } from './generator.ts';
import { methodType } from './method.ts';
import { moduleType } from './module.ts';
import { nativeFunctionType } from './native-function.ts';
import { tracebackType } from './traceback-object.ts';
import { makeBuiltinType } from './type-ready.ts';
import { objectType } from './object-type.ts';
import { propertyType } from './property.ts';
import { classMethodType, staticMethodType } from './static-method.ts';
import { superType } from './super.ts';
import { TypeTable } from './type-table.ts';
import { typeType } from './type-type.ts';
import type { PyType, TypeSpec } from './type.ts';
import { unionType } from './union.ts';
import { boolType } from './bool.ts';
import { bytearrayType } from './bytearray.ts';
import { bytesType } from './bytes.ts';
import { complexType } from './complex.ts';
import { floatType } from './float.ts';
import { intType } from './int.ts';
import { managedBufferType, memoryviewType } from './memoryview.ts';
import { strType } from './str.ts';
import { weakrefSpecs } from './weakref.ts';

/** Key in `m.types` → specification. Keys are Python's names (`int`, `ValueError`); bases may come in any order. */
export const typeSpecs = {
  object: objectType,
  type: typeType,
  super: superType,
  property: propertyType,
  classmethod: classMethodType,
  staticmethod: staticMethodType,
  GenericAlias: genericAliasType,
  Union: unionType,
  ...containerSpecs,
  int: intType,
  bool: boolType,
  float: floatType,
  complex: complexType,
  str: strType,
  bytes: bytesType,
  bytearray: bytearrayType,
  memoryview: memoryviewType,
  managedbuffer: managedBufferType,
  function: functionType,
  method: methodType,
  builtin_function_or_method: nativeFunctionType,
  code: codeType,
  cell: cellType,
  frame: frameType,
  traceback: tracebackType,
  module: moduleType,
  generator: generatorType,
  coroutine: coroutineType,
  coroutine_wrapper: coroutineWrapperType,
  ...asyncGeneratorSpecs,
  ...sysSpecs,
  ModuleSpec: moduleSpecType,
  FrameLocalsProxy: frameLocalsProxyType,
  ...descriptorSpecs,
  ...weakrefSpecs,
  ...exceptionSpecs,
} as const satisfies Record<string, TypeSpec>;

/** `m.types`. */
export type BuiltinTypes = { readonly [K in keyof typeof typeSpecs]: PyType };

/** Makes every built-in type (no dicts yet): sets `m.types`. */
export function createBuiltinTypes(m: Machine): void {
  const specs: Readonly<Record<string, TypeSpec>> = typeSpecs;
  const table = new TypeTable();
  const made = table as unknown as Record<string, PyType | null>;
  const objectMade = makeBuiltinType(m, objectType, null, []);
  const typeMade = makeBuiltinType(m, typeType, null, [objectMade]);
  objectMade.ob_type = typeMade;
  typeMade.ob_type = typeMade;
  made['object'] = objectMade;
  made['type'] = typeMade;
  const make = (key: string): PyType => {
    const known = made[key];
    if (known !== undefined && known !== null) return known;
    const spec = specs[key];
    if (spec === undefined) throw new Error(`no built-in type has the key ${key}`);
    const bases = (spec.bases ?? [spec.base ?? 'object']).map(make);
    const type = makeBuiltinType(m, spec, typeMade, bases);
    made[key] = type;
    return type;
  };
  for (const key of Object.keys(specs)) make(key);
  m.types = table;
}
