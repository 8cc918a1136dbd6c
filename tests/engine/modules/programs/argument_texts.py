# What C functions say about wrong numbers and kinds of arguments: each callable with none, one, two, many, and a keyword it does not have.
import decimal, itertools, operator, struct, functools
from collections import OrderedDict


class S:
    def __repr__(self): return 'S'


def texts(label, call):
    for args, names in (((), {}), ((S(),), {}), ((S(), S()), {}), ((S(),) * 10, {}), ((), {'zzz': 1}), ((1, 'x'), {}), (('x', 1), {}), ((None,), {})):
        try:
            call(*args, **names)
            print(label, 'ok')
        except (Exception) as error:
            print(label, type(error).__name__, error)


context = decimal.Context()
one = decimal.Decimal(1)
for name in ('add', 'abs', 'divmod', 'max', 'is_nan', 'is_canonical', 'sqrt', 'quantize', 'create_decimal', 'compare', 'scaleb', 'to_eng_string', 'radix', 'Etop'):
    texts('Context.' + name, getattr(context, name))
for name in ('quantize', 'compare', 'exp', 'fma', 'max', 'is_normal', 'to_integral_value', 'is_nan', 'same_quantum', 'number_class', 'as_tuple'):
    texts('Decimal.' + name, getattr(one, name))
texts('Decimal', decimal.Decimal)
for name in ('__setitem__', '__getitem__', 'pop', 'move_to_end', 'popitem', 'setdefault'):
    texts('OrderedDict.' + name, getattr(OrderedDict(a=1), name))
for key in (None, (1, 2), (), 'k'):
    for name in ('pop', 'move_to_end'):
        try: getattr(OrderedDict(a=1), name)(key)
        except KeyError as error: print(name, repr(error), error.args)
for call in (operator.countOf, operator.indexOf, operator.call, sum, b'ab'.hex, bytearray(b'ab').hex, memoryview(b'ab').hex, str.maketrans, memoryview(b'ab').tobytes,
             memoryview(b'ab').cast, compile, type, object().__setattr__, {}.__setitem__, (2).__pow__, enumerate.__iter__, type.__call__, zip.__next__, struct.calcsize,
             struct.pack_into, struct.Struct('i').pack_into, struct.unpack, struct.iter_unpack, itertools.chain.__iter__):
    texts(getattr(call, '__qualname__', '?'), call)
view = memoryview(bytes(range(6))).cast('B', [2, 3])
print(view.tobytes(), view.tobytes('F'), view.tobytes('A'), view.tobytes(None))
