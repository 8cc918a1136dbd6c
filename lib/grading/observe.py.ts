// The Python module `observe`, which checks import: what they can ask about a learner's program. It runs in the grader's interpreter; the
// program lives in another one, behind `_host`, and can neither see nor change anything here. Documented in challenges/README.md.

export const OBSERVE_SOURCE = `"""What checks can ask about a program, which runs in an interpreter of its own, next door."""
import _host

_cases = []
_hidden = False
_current = None


class ProgramStopped(BaseException):
    """The program raised an exception or met a limit. The verdict says so; checks let this pass."""


class Rng:
    """Numbers that depend on the seed alone: the challenge version's for hidden cases, always 0 for visible ones."""

    def __init__(self, seed):
        self._state = seed & 0xFFFFFFFF

    def _next(self):
        self._state = (self._state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 15)) * (mixed | 1)) & 0xFFFFFFFF
        mixed = (mixed ^ (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & 0xFFFFFFFF))) & 0xFFFFFFFF
        return mixed ^ (mixed >> 14)

    def below(self, count):
        """An int from 0 up to, but not including, count."""
        return self._next() * count >> 32

    def between(self, low, high):
        """An int from low to high, both included."""
        return low + self.below(high - low + 1)

    def choice(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items

    def word(self, length=6):
        return "".join([self.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(length)])


def case(title=None, any_schedule=False):
    """Marks a function of one argument, the Program, as a case. With any_schedule it must hold whenever the collector runs, or never does."""
    def mark(function):
        name = title if isinstance(title, str) else function.__name__.replace("_", " ")
        _cases.append((name, _hidden, any_schedule, function))
        return function
    return mark(title) if callable(title) else mark


def check(goal, condition, message=""):
    """Notes whether a goal holds here; message says what is wrong in the heap. Returns the condition as a bool."""
    condition = bool(condition)
    _host.call("check", goal, condition, "" if condition else str(message))
    return condition


def measure(value, metric=None):
    """Notes what the program costs. The worst of all cases counts."""
    _host.call("measure", metric, int(value))


def rng():
    """The random numbers of the running case."""
    return Rng(_host.call("seed"))


class Value:
    """An object of the program. While you hold it, the program's object stays alive; the counts are those of the call that gave it."""

    def __init__(self, session, answer):
        self._session = session
        self._handle = answer["handle"]
        self.value = answer["value"]
        _costs(self, answer)

    def __del__(self):
        self.release()

    def release(self):
        """Lets go of the object."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _host.call("release", self._session, handle)

    def attr(self, path):
        """An attribute of the object, as a Value: 'next', 'next.name'."""
        return _given(self._session, _host.call("attribute", self._session, self._handle, path))

    def call(self, method, *args, **kwargs):
        """Calls a method of the object, like Program.call; None calls the object itself."""
        if method is None:
            return _given(self._session, _host.call("call", self._session, self._handle, _packed(args), kwargs, True))
        return self.attr(method).call(None, *args, **kwargs)

    @property
    def type(self):
        return self._facts()["type"]

    @property
    def repr(self):
        """A short repr, made without running the program's own __repr__."""
        return self._facts()["repr"]

    @property
    def refcount(self):
        """The real count, without the reference that you hold; None for immortal objects."""
        return self._facts()["refcount"]

    @property
    def size(self):
        """sys.getsizeof(), in bytes."""
        return self._facts()["size"]

    @property
    def id(self):
        """id() in the program: equal for the same object."""
        return self._facts()["id"]

    def deep_size(self):
        """Bytes of the object and of all that it refers to, each once; types, modules and functions left out."""
        return _host.call("deep_size", self._session, self._handle)

    def _facts(self):
        return _host.call("describe", self._session, self._handle)


class Survivor:
    """A live object of the program. why is a sentence: who holds it."""

    def __init__(self, answer):
        for name, value in answer.items():
            setattr(self, name, value)


class Program:
    """A program, freshly started: its main module has run and stays alive."""

    def __init__(self, source=None, schedule=None):
        answer = _host.call("start", source, schedule)
        self._session = answer["session"]
        if not answer["ok"]:
            raise ProgramStopped

    def call(self, target, *args, **kwargs):
        """Calls a function of the program: 'make', 'Cache.get'. Arguments are plain data or a Value. Returns a Value."""
        return _given(self._session, self._call(target, args, kwargs, True))

    def builtin(self, name, *args):
        """Calls a built-in function in the program ('list', 'len', 'getattr'), whatever the program has bound to that name."""
        return self.call("builtins." + name, *args)

    def raises(self, target, *args, **kwargs):
        """Calls a function that may raise; the name of the exception's type, or None."""
        answer = self._call(target, args, kwargs, False)
        if not answer["ok"]:
            return answer["exception"]
        Value(self._session, answer)
        return None

    def _call(self, target, args, kwargs, must):
        return _host.call("call", self._session, target, _packed(args), kwargs, must)

    def eval(self, expression):
        """The value of an expression among the program's global names."""
        return _given(self._session, _host.call("eval", self._session, expression))

    def has(self, name):
        """Whether the program has a global name."""
        return _host.call("has", self._session, name)

    def collect(self):
        """gc.collect() in the program; the number of unreachable objects."""
        return _host.call("collect", self._session)

    def count(self, type):
        """How many objects of the type are alive."""
        return _host.call("count", self._session, type)

    def survivors(self, type):
        """The live objects of the type, oldest first."""
        return [Survivor(one) for one in _host.call("survivors", self._session, type)]

    def none_left(self, goal, type, but=0):
        """Checks that no object of the type is alive (or only so many); says of one that is who holds it."""
        left = self.count(type)
        if left <= but:
            return check(goal, True)
        ones = self.survivors(type)
        garbage = [one for one in ones if not one.reachable]
        return check(goal, False, (garbage or ones)[-1].why)

    def finish(self):
        """Ends the program as CPython does (finalizers run)."""
        _host.call("finish", self._session)

    @property
    def output(self):
        """Everything printed so far."""
        return _host.call("stdout", self._session)

    @property
    def steps(self):
        return self._metric("steps")

    @property
    def allocations(self):
        return self._metric("allocations")

    @property
    def frees(self):
        return self._metric("frees")

    @property
    def live_bytes(self):
        return self._metric("liveBytes")

    @property
    def peak_bytes(self):
        return self._metric("peakBytes")

    @property
    def collections(self):
        return self._metric("collections")

    @property
    def source_chars(self):
        return self._metric("sourceChars")

    def _metric(self, name):
        return _host.call("metrics", self._session)[name]


def _given(session, answer):
    if not answer["ok"]:
        raise ProgramStopped
    return Value(session, answer)


def _packed(args):
    return [(arg._handle, None) if isinstance(arg, Value) else (None, arg) for arg in args]


def _costs(value, answer):
    value.stdout = answer["stdout"]
    costs = answer["metrics"]
    value.steps = costs["steps"]
    value.allocations = costs["allocations"]
    value.frees = costs["frees"]
    value.live_bytes = costs["liveBytes"]
    value.peak_bytes = costs["peakBytes"]
    value.collections = costs["collections"]


def _begin_hidden():
    global _hidden
    _hidden = True


def _run_cases():
    for title, hidden, any_schedule, function in _cases:
        for schedule in ("normal", "disabled", "every-allocation") if any_schedule else ("normal",):
            if not _host.call("case", title, hidden, schedule):
                continue
            try:
                function(Program())
            except ProgramStopped:
                pass
            except Exception:
                # What comes back from a wrong program may be of any type: not our fault once a check has said so.
                if not _host.call("failed"):
                    raise
`
