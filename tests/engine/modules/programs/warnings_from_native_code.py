# Warnings of the compiler and of C code: shown each time or once, with what tracemalloc knows of the object, as exceptions without frames of the library.
import os
import sys
import traceback
import tracemalloc

HERE = os.path.dirname(__file__)


class Plain:
    """Standard error on standard output, without the folder of this file."""

    def write(self, text):
        sys.stdout.write(text.replace(HERE + '/', '') if HERE else text)

    def flush(self):
        pass


sys.stderr = Plain()
a = 1
exec("a is 'q'; a is 'r'; a is 1\na is 2")
exec("a is 'q'")


async def co():
    return 5


for i in range(2):
    c = co()
    del c

import warnings

exec("a is 3\na is 3")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    c = co()
    del c
    f = open('/dev/null')
    del f
    print([(w.message.args, w.lineno, w.category.__name__, type(w.source).__name__) for w in seen])
    print(seen[0].source.cr_frame is None, seen[1].source.closed)
del seen


def make():
    return co()


tracemalloc.start(3)
c = make()
del c
tracemalloc.stop()
c = make()
del c


def old():
    warnings.warn('old() is deprecated', DeprecationWarning, stacklevel=2)


class Odd:
    def __int__(self):
        return True

    def __float__(self):
        return Real(1.5)


class Real(float):
    pass


old()
warnings.simplefilter('error')
for act in (old, lambda: int(Odd()), lambda: float(Odd()), lambda: warnings.warn(UserWarning('x')), lambda: compile('a is 3', 'f', 'exec')):
    try:
        act()
    except (Warning, SyntaxError):
        print(*(line for line in traceback.format_exc().splitlines() if not set(line) <= set(' ^~')), sep='\n', file=sys.stderr)
