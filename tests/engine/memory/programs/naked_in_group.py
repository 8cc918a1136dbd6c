# The group that except* puts around an exception that is none holds it in a tuple.
import sys
try:
    raise KeyError(1)
except* KeyError as e:
    print(repr(e), e.args, type(e.args[1]).__name__, sys.getrefcount(e))
try:
    try:
        raise KeyError(1)
    except* KeyError:
        raise ValueError(2)
except* ValueError as e:
    print(repr(e), type(e.args[1]).__name__, [type(x).__name__ for x in e.exceptions])
try:
    raise KeyboardInterrupt
except* KeyboardInterrupt as e:
    print(repr(e), type(e).__name__)
