# Where objects were made, as get_object_traceback() finds it: 3.11 overlooks instances with a managed dict.
import tracemalloc


class Plain:
    pass


class Slim:
    __slots__ = ('x',)


class Listed(list):
    pass


tracemalloc.start()
for made in (Plain(), Slim(), Listed(), [1], {1: 2}, object(), bytearray(9), ValueError(), lambda: 0, Plain):
    print(type(made).__name__, tracemalloc.get_object_traceback(made) is not None)
