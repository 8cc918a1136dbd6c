// property (CPython 3.13 Objects/descrobject.c, property_init_impl, property_descr_get, property_descr_set).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { isTrue, lookupAttr, reprText, setAttr } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { parseArgs } from './arguments.ts';
import { newBool } from './bool.ts';
import { call } from './call.ts';
import { genericAlloc } from './instance.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { dropRaise, matches, raise, typeError } from './raise.ts';
import { typeModuleAndName } from './type-attributes.ts';
import { isSubtype, since, type GetSetSpec, type NativeSpec, TypeFlag, type TypeSpec } from './type.ts';

/** All owned; null = not given. */
interface PropertyData {
  get: PyObject | null;
  set: PyObject | null;
  del: PyObject | null;
  doc: PyObject | null;
  name: PyObject | null;
  docFromGetter: boolean;
}

/** `fget` (borrowed), if there is one. */
export function propertyGetter(o: PyObject): PyObject | null {
  return dataOf(o).get;
}

function dataOf(o: PyObject): PropertyData {
  return o.data as PropertyData;
}

function given(m: Machine, o: PyObject | null): PyObject | null {
  return o === null || o === m.None ? null : o;
}

function init(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [get = null, set = null, del = null, doc = null] = parseArgs(m, { name: 'property', params: ['fget', 'fset', 'fdel', 'doc'] }, args, kwnames);
  const data = dataOf(self);
  const old = { ...data };
  data.get = retained(given(m, get));
  data.set = retained(given(m, set));
  data.del = retained(given(m, del));
  data.doc = null;
  data.name = null;
  data.docFromGetter = false;
  for (const o of [old.get, old.set, old.del, old.doc, old.name]) xdecref(m, o);
  const ownDoc = retained(given(m, doc));
  const used = ownDoc === null && data.get !== null ? docOfGetter(m, data, data.get) : ownDoc;
  if (self.ob_type === m.types.property || (!m.profile.propertySubclassStoresDoc && !data.docFromGetter)) data.doc = used;
  else storeSubclassDoc(m, self, data, used);
}

function retained(o: PyObject | null): PyObject | null {
  return o === null ? null : incref(o);
}

/** The getter's docstring; None counts as none (3.12+). */
function docOfGetter(m: Machine, data: PropertyData, getter: PyObject): PyObject | null {
  const doc = lookupAttr(m, getter, intern(m, '__doc__'));
  if (doc === m.None && m.profile.propertySubclassStoresDoc) {
    decref(m, doc);
    return null;
  }
  data.docFromGetter = doc !== null;
  return doc;
}

/** A subclass's `__doc__` hides the member: the text (stolen) becomes an attribute of the instance. Only a getter's text is missed where it can't. */
function storeSubclassDoc(m: Machine, self: PyObject, data: PropertyData, doc: PyObject | null): void {
  try {
    setAttr(m, self, intern(m, '__doc__'), doc ?? m.None);
  } catch (error) {
    if (data.docFromGetter || !(error instanceof PyRaise) || !matches(error, m.types.AttributeError)) throw error;
    dropRaise(m, error);
  } finally {
    xdecref(m, doc);
  }
}

/** property_copy: the same property with one function replaced. */
function copyWith(m: Machine, self: PyObject, which: 'get' | 'set' | 'del', value: PyObject): PyObject {
  const data = dataOf(self);
  const pick = (key: 'get' | 'set' | 'del'): PyObject => (key === which && value !== m.None ? value : (data[key] ?? m.None));
  const doc = data.docFromGetter && pick('get') !== m.None ? m.None : (data.doc ?? m.None);
  const made = call(m, self.ob_type, [pick('get'), pick('set'), pick('del'), doc]);
  const { name } = data;
  if (name !== null && isSubtype(made.ob_type, m.types.property)) dataOf(made).name = incref(name);
  return made;
}

/** "property 'x' of 'C' object has no getter". */
function missing(m: Machine, self: PyObject, obj: PyObject, what: string): PyRaise {
  const name = propertyName(m, self);
  const type = typeModuleAndName(m, obj.ob_type).name;
  const label = name === null ? 'property' : `property ${name}`;
  return raise(m, m.types.AttributeError, `${label} of '${type}' object has no ${what}`);
}

/** The name's repr: from `__set_name__`, or (3.13+) the getter's. */
function propertyName(m: Machine, self: PyObject): string | null {
  const { name, get } = dataOf(self);
  if (name !== null) return reprText(m, name);
  if (!m.profile.propertyNameFromGetter || get === null) return null;
  const fromGetter = lookupAttr(m, get, intern(m, '__name__'));
  if (fromGetter === null) return null;
  const text = reprText(m, fromGetter);
  decref(m, fromGetter);
  return text;
}

function functionField(name: string, key: 'get' | 'set' | 'del'): GetSetSpec {
  return { name, kind: 'member', get: (m, self) => incref(dataOf(self)[key] ?? m.None) };
}

function copier(name: string, key: 'get' | 'set' | 'del'): NativeSpec {
  return { name, kind: 'o', doc: `Descriptor to obtain a copy of the property with a different ${name}.`, fn: (m, self, value) => copyWith(m, self, key, value) };
}

function anyAbstract(m: Machine, self: PyObject): boolean {
  const { get, set, del } = dataOf(self);
  for (const f of [get, set, del]) {
    if (f === null) continue;
    const flag = lookupAttr(m, f, intern(m, '__isabstractmethod__'));
    if (flag === null) continue;
    try {
      if (isTrue(m, flag)) return true;
    } finally {
      decref(m, flag);
    }
  }
  return false;
}

export const propertyType: TypeSpec = {
  name: 'property',
  basicsize: 64,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: `Property attribute.

  fget
    function to be used for getting an attribute value
  fset
    function to be used for setting an attribute value
  fdel
    function to be used for del'ing an attribute
  doc
    docstring

Typical use is to define a managed attribute x:

class C(object):
    def getx(self): return self._x
    def setx(self, value): self._x = value
    def delx(self): del self._x
    x = property(getx, setx, delx, "I'm the 'x' property.")

Decorators make defining new properties or modifying existing ones easy:

class C(object):
    @property
    def x(self):
        "I am the 'x' property."
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
    @x.deleter
    def x(self):
        del self._x`,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      const { get, set, del, doc, name } = dataOf(self);
      for (const o of [get, set, del, doc, name]) xdecref(m, o);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const { get, set, del, doc, name } = dataOf(self);
      if (get !== null) visit(get, 'fget', -1);
      if (set !== null) visit(set, 'fset', -1);
      if (del !== null) visit(del, 'fdel', -1);
      if (doc !== null) visit(doc, '__doc__', -1);
      if (name !== null) visit(name, '~__name__', -1);
    },
    tp_clear(m, self) {
      const data = dataOf(self);
      const { doc } = data;
      data.doc = null;
      xdecref(m, doc);
    },
    tp_new: (m, type) => genericAlloc(m, type, { get: null, set: null, del: null, doc: null, name: null, docFromGetter: false } satisfies PropertyData),
    tp_init: init,
    tp_descr_get(m, self, obj) {
      if (obj === null || obj === m.None) return incref(self);
      const { get } = dataOf(self);
      if (get === null) throw missing(m, self, obj, 'getter');
      return call(m, get, [obj]);
    },
    tp_descr_set(m, self, obj, value) {
      const { set, del } = dataOf(self);
      if (value === null) {
        if (del === null) throw missing(m, self, obj, 'deleter');
        decref(m, call(m, del, [obj]));
        return;
      }
      if (set === null) throw missing(m, self, obj, 'setter');
      decref(m, call(m, set, [obj, value]));
    },
  },
  methods: [
    copier('getter', 'get'),
    copier('setter', 'set'),
    copier('deleter', 'del'),
    {
      name: '__set_name__',
      kind: 'fast',
      min: 0,
      max: -1,
      fn(m, self, args) {
        if (args.length !== 2) throw typeError(m, `__set_name__() takes 2 positional arguments but ${args.length} were given`);
        const data = dataOf(self);
        const old = data.name;
        data.name = incref(args[1] as PyObject);
        xdecref(m, old);
        return incref(m.None);
      },
    },
  ],
  getset: [
    functionField('fget', 'get'),
    functionField('fset', 'set'),
    functionField('fdel', 'del'),
    {
      name: '__doc__',
      kind: 'member',
      get: (m, self) => incref(dataOf(self).doc ?? m.None),
      set(m, self, value) {
        const data = dataOf(self);
        const old = data.doc;
        data.doc = value === null ? null : incref(value);
        xdecref(m, old);
      },
    },
    {
      name: '__name__',
    inVersion: since(13),
      get(m, self) {
        const { name, get } = dataOf(self);
        if (name !== null) return incref(name);
        const found = get === null ? null : lookupAttr(m, get, intern(m, '__name__'));
        if (found === null) throw raise(m, m.types.AttributeError, "'property' object has no attribute '__name__'");
        return found;
      },
      set(m, self, value) {
        const data = dataOf(self);
        const old = data.name;
        data.name = value === null ? null : incref(value);
        xdecref(m, old);
      },
    },
    { name: '__isabstractmethod__', get: (m, self) => newBool(m, anyAbstract(m, self)) },
  ],
};
