# Exceptions: construction, text, attributes, links, groups.
def show(e):
    print(type(e).__name__, repr(e), str(e), e.args)


for e in (Exception(), Exception(1), Exception(1, 2), KeyError("k"), KeyError(1, 2), OSError(2, "No such file"), OSError(2, "No", "f"),
          OSError(17, "x", "a", None, "b"), OSError("only"), OSError(1, 2, 3), UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad"),
          UnicodeEncodeError("ascii", "a\xe9", 1, 2, "no"), UnicodeTranslateError("abc", 0, 2, "why"), SystemExit(), SystemExit(3), SystemExit(1, 2),
          StopIteration(), StopIteration(5), ImportError("m", name="n", path="p"), SyntaxError("bad", ("f.py", 3, 4, "text")), SyntaxError("bad"),
          NameError("n", name="x"), AttributeError("a", name="x", obj=1)):
    show(e)
e = OSError(2, "No", "f")
print(e.errno, e.strerror, e.filename, e.filename2)
print(SystemExit(1, 2).code, StopIteration(4).value, ImportError("m", name="n").name, SyntaxError("b", ("f", 1, 2, "t")).lineno)
e = ValueError("v")
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
try:
    try:
        1 / 0
    except ZeroDivisionError as inner:
        raise KeyError("outer") from inner
except KeyError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)
for text in ("ValueError(x=1)", "OSError(x=1)", "e.add_note(1)", "setattr(e, '__cause__', 1)", "setattr(e, '__traceback__', 1)", "setattr(e, 'args', 1)",
             "ExceptionGroup('g', [])", "ExceptionGroup('g', [1])", "ExceptionGroup('g', [KeyboardInterrupt()])"):
    try:
        print(text, eval(text))
    except BaseException as error:
        print(text, "!", type(error).__name__, error)
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
print(repr(g), str(g), g.message, len(g.exceptions))
match, rest = g.split(ValueError)
print(repr(match), repr(rest))
print(repr(g.subgroup(lambda x: isinstance(x, TypeError))), g.subgroup(KeyError))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)


class Mine(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


m = Mine(1, 2)
print(repr(m), m.args, m.b, vars(m))
