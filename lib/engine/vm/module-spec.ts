// ModuleSpec and loaders as far as programs look at them (CPython Lib/importlib/_bootstrap.py): plain namespaces.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import type { TypeSpec } from '../objects/type.ts';
import { setAttr } from '../objects/abstract.ts';
import { genericAlloc } from '../objects/instance.ts';
import { newList } from '../objects/list.ts';
import { isFrozen } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import { newStr } from '../objects/str.ts';
import { TypeFlag } from '../objects/type.ts';
import { attributeTextOf } from './texts.ts';

export const moduleSpecType: TypeSpec = {
  name: '_frozen_importlib.ModuleSpec',
  basicsize: 16,
  flags: TypeFlag.BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  slots: {
    tp_traverse(_m, self, visit) {
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
    },
    tp_repr(m, self) {
      const name = attributeTextOf(m, self, 'name') ?? '?';
      const origin = attributeTextOf(m, self, 'origin');
      return newStr(m, `ModuleSpec(name='${name}', loader=None${origin === null ? '' : `, origin='${origin}'`})`);
    },
  },
};

/** A spec with name, loader, origin, submodule_search_locations. */
export function newSpec(m: Machine, name: string, filename: string | null, isPackage: boolean): PyObject {
  const spec = genericAlloc(m, m.types.ModuleSpec, null);
  const put = (key: string, value: PyObject): void => {
    setAttr(m, spec, m.names[key] as PyObject, value);
    decref(m, value);
  };
  put('name', newStr(m, name));
  put('loader', filename === null ? incref(m.types.ModuleSpec) : incref(m.None));
  put('origin', newStr(m, filename === null ? 'built-in' : isFrozen(name, filename) ? 'frozen' : filename));
  put('submodule_search_locations', isPackage && filename !== null ? newList(m, [newStr(m, filename.replace(/\/__init__\.py$/, ''))]) : incref(m.None));
  put('_initializing', incref(m.False));
  put('parent', newStr(m, isPackage ? name : name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : ''));
  return spec;
}
