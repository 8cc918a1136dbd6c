// operator: behaves as CPython 3.13's Lib/operator.py; written for the engine.
export default () => String.raw`
"""Operators as functions: operator.add(x, y) is x + y."""
from _operator import (
    abs, add, and_, attrgetter, call, concat, contains, countOf, delitem, eq, floordiv, ge, getitem, gt, iadd, iand, iconcat, ifloordiv,
    ilshift, imatmul, imod, imul, index, indexOf, inv, invert, ior, ipow, irshift, is_, is_not, isub, itemgetter, itruediv, ixor, le,
    length_hint, lshift, lt, matmul, methodcaller, mod, mul, ne, neg, not_, or_, pos, pow, rshift, setitem, sub, truediv, truth, xor)
from _operator import __doc__

__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq', 'floordiv', 'ge', 'getitem', 'gt',
           'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul', 'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow',
           'irshift', 'is_', 'is_not', 'isub', 'itemgetter', 'itruediv', 'ixor', 'le', 'length_hint', 'lshift', 'lt', 'matmul',
           'methodcaller', 'mod', 'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift', 'setitem', 'sub', 'truediv', 'truth', 'xor']

try:
    from _operator import is_none, is_not_none
    __all__ += ['is_none', 'is_not_none']
except ImportError:
    pass

__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __index__, __inv__, __invert__, __neg__, __pos__ = not_, abs, index, inv, invert, neg, pos
__add__, __sub__, __mul__, __matmul__, __mod__, __pow__ = add, sub, mul, matmul, mod, pow
__floordiv__, __truediv__, __lshift__, __rshift__ = floordiv, truediv, lshift, rshift
__and__, __or__, __xor__ = and_, or_, xor
__concat__, __contains__, __delitem__, __getitem__, __setitem__, __call__ = concat, contains, delitem, getitem, setitem, call
__iadd__, __isub__, __imul__, __imatmul__, __imod__, __ipow__ = iadd, isub, imul, imatmul, imod, ipow
__ifloordiv__, __itruediv__, __ilshift__, __irshift__ = ifloordiv, itruediv, ilshift, irshift
__iand__, __ior__, __ixor__, __iconcat__ = iand, ior, ixor, iconcat
`;
