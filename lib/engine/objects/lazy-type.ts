// Types that only some programs need (those of native modules): made at first use, one per machine.
import type { Machine } from '../machine.ts';
import { makeBuiltinType } from './type-ready.ts';
import type { PyType, TypeSpec } from './type.ts';

/** The machine's type object for a specification that is not in builtin-types.ts; `base` defaults to object. Borrowed. */
export function lazyType(m: Machine, spec: TypeSpec, base: PyType = m.types.object): PyType {
  const known = m.lazyTypes.get(spec);
  if (known !== undefined) return known;
  const type = makeBuiltinType(m, spec, m.types.type, [base]);
  m.lazyTypes.set(spec, type);
  return type;
}
