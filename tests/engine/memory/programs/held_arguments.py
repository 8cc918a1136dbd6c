# A call of a callable without vectorcall holds its arguments once more, in a tuple.
import functools
import sys

count = sys.getrefcount


class Callable:
    def __call__(self, x, *rest, **names):
        print('call', count(x), count(self) - base)


class Plain:
    def __init__(self, x):
        print('init', count(x))


class Static:
    @staticmethod
    def f(x):
        print('static', count(x))


class New:
    def __new__(cls, x):
        print('new', count(x))
        return super().__new__(cls)


def key(x):
    print('key', count(x))
    return 0


def main(o):
    c = Callable()
    global base
    base = count(c)
    c(o)
    c(o, 1)
    c(*[o])
    Static.f(o)
    Static.__dict__['f'](o)
    New(o)
    New(*[o])
    Plain(*[o])
    max([o], key=key)
    functools.reduce(lambda a, b: print('reduce', count(a), count(b)), [o, o])
    sorted([o], key=key)
    list(map(key, [o]))
    print(f'{count(o)}', '{}'.format(count(o)), '%s' % count(o))
    print(sys.getsizeof(o), vars(Plain)['__init__'] is Plain.__init__)


main(object())
import weakref
print(weakref.getweakrefcount(int), weakref.getweakrefcount(object), weakref.getweakrefcount(bool))


def names(**given):
    return list(given)


print([count(name) > 10 ** 6 for name in names(an_argument_of_mine=1)])
