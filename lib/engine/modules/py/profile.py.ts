// cProfile and pstats: behave as CPython 3.13's Modules/_lsprof.c, Lib/cProfile.py and Lib/pstats.py; written for the engine. Counts of calls are exact;
// times come from the simulated clock. How often functions of the library's own Python code call each other is CPython's business: such profiles are refused.

/** _lsprof: what cProfile has in C. */
export const lsprofSource = () => String.raw`
"""Fast profiler"""
import sys
from time import perf_counter as _clock
from _raw_memory import refuse as _refuse


class profiler_entry(tuple):
    __module__ = '_lsprof'
    _fields = ('code', 'callcount', 'reccallcount', 'totaltime', 'inlinetime', 'calls')

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'_lsprof.{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        return f"_lsprof.{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))})"


class profiler_subentry(profiler_entry):
    __module__ = '_lsprof'
    _fields = profiler_entry._fields[:-1]


class _Tally:
    """Calls and times of one function, or of one function called by another."""
    __slots__ = ('code', 'calls', 'recursive', 'total', 'own', 'depth', 'callees')

    def __init__(self, code):
        self.code = code
        self.calls = self.recursive = self.depth = 0
        self.total = self.own = 0
        self.callees = {}

    def leave(self, total, own):
        self.depth -= 1
        if self.depth == 0:
            self.total += total
        else:
            self.recursive += 1
        self.own += own
        self.calls += 1


def _name_of(function):
    owner = getattr(function, '__self__', None)
    name = function.__name__
    if owner is None or isinstance(owner, type(sys)):
        return f'<built-in method {function.__module__ or "builtins"}.{name}>' if function.__module__ else f'<{name}>'
    found = next((base.__dict__[name] for base in type(owner).__mro__ if name in base.__dict__), None)
    return f'<built-in method {name}>' if found is None else repr(found)


class Profiler:
    """Build a profiler object using the specified timer function."""
    __module__ = '_lsprof'

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or _clock
        self._unit = timeunit or (1.0 if timer is None else None)
        self._subcalls, self._builtins = subcalls, builtins
        self._is_on = False
        self.clear()

    def clear(self):
        """Clear all profiling information collected so far."""
        self._tallies = {}
        self._running = []
        self._library = None

    def enable(self, subcalls=True, builtins=True):
        """Start collecting profiling information."""
        self._subcalls, self._builtins = subcalls, builtins
        if sys.version_info >= (3, 12):
            if not self._is_on and sys.getprofile() is not None:
                raise ValueError('Another profiling tool is already active')
        self._is_on = True
        sys.setprofile(self._on_event)

    def disable(self):
        """Stop collecting profiling information."""
        was_on = self._is_on
        self._is_on = False
        sys.setprofile(None)
        if was_on and self._builtins:
            code = "<method 'disable' of '_lsprof.Profiler' objects>"
            self._enter(code, code)
        while self._running:
            self._leave()

    def _on_event(self, frame, event, function):
        if event == 'call':
            code = frame.f_code
            if code.co_filename.startswith('/usr/local/lib/') and not code.co_filename.endswith('cProfile.py'):
                self._library = code.co_filename
            self._enter(code, code)
        elif event == 'return':
            if self._running and self._running[-1][0].code is frame.f_code:
                self._leave()
        elif self._builtins:
            if event == 'c_call':
                name = _name_of(function)
                self._enter(name, name)
            elif self._running and isinstance(self._running[-1][0].code, str):
                self._leave()

    def _enter(self, key, code):
        tally = self._tallies.get(key)
        if tally is None:
            tally = self._tallies[key] = _Tally(code)
        tally.depth += 1
        called = None
        if self._subcalls and self._running:
            callees = self._running[-1][0].callees
            called = callees.get(key)
            if called is None:
                called = callees[key] = _Tally(code)
            called.depth += 1
        self._running.append([tally, called, self._timer(), 0])

    def _leave(self):
        tally, called, start, inner = self._running.pop()
        total = self._timer() - start
        if self._running:
            self._running[-1][3] += total
        tally.leave(total, total - inner)
        if called is not None:
            called.leave(total, total - inner)

    def getstats(self):
        """getstats() -> list of profiler_entry objects"""
        if self._library is not None:
            _refuse(f'A profile of calls in the Python code of the library ({self._library.rpartition("/")[2]}) is not simulated: there are other functions there.')
        unit = self._unit if self._unit is not None else 1e-9 if any(isinstance(tally.total, int) for tally in self._tallies.values()) else 1.0

        def numbers(tally):
            return tally.code, tally.calls, tally.recursive, tally.total * unit, tally.own * unit

        entries = []
        for tally in self._tallies.values():
            if tally.calls:
                callees = [profiler_subentry(numbers(callee)) for callee in tally.callees.values() if callee.calls]
                entries.append(profiler_entry((*numbers(tally), callees or None)))
        return entries
`;

/** cProfile */
export const cProfileSource = () => String.raw`
"""Python interface for the 'lsprof' profiler.
   Compatible with the 'profile' module."""
import _lsprof

__all__ = ['run', 'runctx', 'Profile']


def _profiled(work, filename, sort):
    profile = Profile()
    try:
        work(profile)
    except SystemExit:
        pass
    finally:
        if filename is not None:
            profile.dump_stats(filename)
        else:
            profile.print_stats(sort)


def run(statement, filename=None, sort=-1):
    """Run statement under profiler optionally saving results in filename"""
    return _profiled(lambda profile: profile.run(statement), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Run statement under profiler, supplying your own globals and locals, optionally saving results in filename."""
    return _profiled(lambda profile: profile.runctx(statement, globals, locals), filename, sort)


class Profile(_lsprof.Profiler):
    """Profile(timer=None, timeunit=None, subcalls=True, builtins=True)"""

    def print_stats(self, sort=-1):
        import pstats
        keys = sort if isinstance(sort, tuple) else (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*keys).print_stats()

    def dump_stats(self, file):
        import pickle
        with open(file, 'wb') as stream:
            self.create_stats()
            pickle.dump(self.stats, stream)

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        entries = self.getstats()
        self.stats, callers_of = {}, {}
        for entry in entries:
            callers = callers_of[entry.code] = {}
            self.stats[label(entry.code)] = (entry.callcount - entry.reccallcount, entry.callcount, entry.inlinetime, entry.totaltime, callers)
        for entry in entries:
            caller = label(entry.code)
            for called in entry.calls or ():
                callers = callers_of.get(called.code)
                if callers is not None:
                    numbers = (called.callcount, called.callcount - called.reccallcount, called.inlinetime, called.totaltime)
                    callers[caller] = tuple(a + b for a, b in zip(numbers, callers.get(caller, (0, 0, 0, 0))))

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info): #@ 3.11=118 3.12=119 3.13=121 3.14=120 3.15=134
        self.disable()


def label(code):
    """Where and what a function is: file, line and name."""
    return ('~', 0, code) if isinstance(code, str) else (code.co_filename, code.co_firstlineno, code.co_name)
`;

/** pstats */
export const pstatsSource = () => String.raw`
"""Class for printing reports on profiled python code."""
import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key
from typing import Dict

__all__ = ['Stats', 'SortKey', 'FunctionProfile', 'StatsProfile']


class SortKey(StrEnum):
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *names):
        member = str.__new__(cls, names[0])
        member._value_ = names[0]
        for other in names[1:]:
            cls._value2member_map_[other] = member
        member._all_values = names
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    '''Class for keeping track of an item in inventory.'''
    total_tt: float
    func_profiles: Dict[str, FunctionProfile]


class Stats:
    """Reports of profiles: of Profile objects, or of files that dump_stats has written."""

    # Per word: what is sorted by (index into a row, direction), and how the report calls it.
    sort_arg_dict_default = {
        'calls': (((1, -1),), 'call count'),
        'ncalls': (((1, -1),), 'call count'),
        'cumtime': (((3, -1),), 'cumulative time'),
        'cumulative': (((3, -1),), 'cumulative time'),
        'filename': (((4, 1),), 'file name'),
        'line': (((5, 1),), 'line number'),
        'module': (((4, 1),), 'file name'),
        'name': (((6, 1),), 'function name'),
        'nfl': (((6, 1), (4, 1), (5, 1)), 'name/file/line'),
        'pcalls': (((0, -1),), 'primitive call count'),
        'stdname': (((7, 1),), 'standard name'),
        'time': (((2, -1),), 'internal time'),
        'tottime': (((2, -1),), 'internal time'),
    }

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.init(args[0] if args else None)
        self.add(*args[1:])

    def init(self, arg):
        self.all_callees = self.fcn_list = None
        self.files = []
        self.total_tt = self.total_calls = self.prim_calls = self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        self.get_top_level_stats()

    def load_stats(self, arg):
        if arg is None:
            return
        if isinstance(arg, str):
            import pickle
            with open(arg, 'rb') as stream:
                self.stats = pickle.load(stream)
            arg = f'{time.ctime(os.stat(arg).st_mtime)}    {arg}'
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats, arg.stats = arg.stats, {}
        if not self.stats:
            raise TypeError(f'Cannot create or construct a {self.__class__!r} object from {arg!r}')

    def get_top_level_stats(self):
        for func, (cc, nc, tt, ct, callers) in self.stats.items():
            self.total_calls += nc
            self.prim_calls += cc
            self.total_tt += tt
            if ('jprofile', 0, 'profiler') in callers:
                self.top_level.add(func)
        self.max_name_len = max([self.max_name_len, *(len(func_std_string(func)) for func in self.stats)])

    def add(self, *arg_list):
        for other in reversed(arg_list):
            if type(other) != type(self):
                other = Stats(other)
            self.files += other.files
            self.total_calls += other.total_calls
            self.prim_calls += other.prim_calls
            self.total_tt += other.total_tt
            self.top_level |= other.top_level
            self.max_name_len = max(self.max_name_len, other.max_name_len)
            self.fcn_list = None
            for func, numbers in other.stats.items():
                self.stats[func] = add_func_stats(self.stats.get(func, (0, 0, 0, 0, {})), numbers)
        return self

    def dump_stats(self, filename):
        """Write the profile data to a file we know how to load back."""
        import pickle
        with open(filename, 'wb') as stream:
            pickle.dump(self.stats, stream)

    def get_sort_arg_defs(self):
        """Expand all abbreviations that are unique."""
        if not self.sort_arg_dict:
            known, ambiguous = self.sort_arg_dict, set()
            for word, meaning in self.sort_arg_dict_default.items():
                for end in range(len(word), 0, -1):
                    if word[:end] in known:
                        ambiguous.add(word[:end])
                        break
                    known[word[:end]] = meaning
            for fragment in ambiguous:
                del known[fragment]
        return self.sort_arg_dict

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}[field[0]]]
        elif any(type(word) != type(field[0]) for word in field[1:]):
            raise TypeError("Can't have mixed argument type")
        meanings = [self.get_sort_arg_defs()[word.value if isinstance(word, SortKey) else word] for word in field]
        self.sort_type = ', '.join(name for _, name in meanings)
        order = [by for keys, _ in meanings for by in keys]

        def compare(a, b):
            for index, direction in order:
                if a[index] != b[index]:
                    return -direction if a[index] < b[index] else direction
            return 0

        rows = [(cc, nc, tt, ct, *func, func_std_string(func), func) for func, (cc, nc, tt, ct, _) in self.stats.items()]
        rows.sort(key=cmp_to_key(compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        old, self.stats = self.stats, {}
        for func, (cc, nc, tt, ct, callers) in old.items():
            numbers = cc, nc, tt, ct, {func_strip_path(caller): value for caller, value in callers.items()}
            short = func_strip_path(func)
            self.stats[short] = add_func_stats(self.stats[short], numbers) if short in self.stats else numbers
        self.max_name_len = max((len(func_std_string(func_strip_path(func))) for func in old), default=0)
        self.top_level = {func_strip_path(func) for func in self.top_level}
        self.fcn_list = self.all_callees = None
        return self

    def calc_callees(self):
        if not self.all_callees:
            self.all_callees = {}
            for func, (*_, callers) in self.stats.items():
                self.all_callees.setdefault(func, {})
                for caller, numbers in callers.items():
                    self.all_callees.setdefault(caller, {})[func] = numbers

    def eval_print_amount(self, sel, list, msg):
        chosen = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.error:
                return list, msg + f'   <Invalid regular expression {sel!r}>\n'
            chosen = [func for func in list if pattern.search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            chosen = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            chosen = list[:sel]
        if len(chosen) != len(list):
            msg += f'   List reduced from {len(list)} to {len(chosen)} due to restriction <{sel!r}>\n'
        return chosen, msg

    def get_stats_profile(self):
        """The report as data: functions by name."""
        functions = self.fcn_list[:] if self.fcn_list else [*self.stats]
        if not functions:
            return StatsProfile(0, {})
        profiles = {}
        for func in functions:
            cc, nc, tt, ct, _ = self.stats[func]
            profiles[func[2]] = FunctionProfile(
                _calls(nc, cc), float(f8(tt)), float(f8(tt / nc)) if nc else -1, float(f8(ct)), float(f8(ct / cc)) if cc else -1, func[0], func[1])
        return StatsProfile(float(f8(self.total_tt)), profiles)

    def get_print_list(self, sel_list):
        if self.fcn_list:
            chosen, msg = self.fcn_list[:], f'   Ordered by: {self.sort_type}\n'
        else:
            chosen, msg = [*self.stats], '   Random listing order was used\n'
        for selection in sel_list:
            chosen, msg = self.eval_print_amount(selection, chosen, msg)
        if not chosen:
            return 0, chosen
        print(msg, file=self.stream)
        width = self.max_name_len
        if len(chosen) < len(self.stats):
            width = max(len(func_std_string(func)) for func in chosen)
        return width + 2, chosen

    def _print(self, *texts):
        print(*texts, sep='', file=self.stream)

    def print_stats(self, *amount):
        for filename in self.files:
            self._print(filename)
        if self.files:
            self._print()
        for func in self.top_level:
            self._print(' ' * 9, func[2])
        primitive = f'({self.prim_calls} primitive calls) ' if self.total_calls != self.prim_calls else ''
        self._print(' ' * 9, self.total_calls, ' function calls ', primitive, 'in %.3f seconds' % self.total_tt, '\n')
        _, chosen = self.get_print_list(amount)
        if chosen:
            self.print_title()
            for func in chosen:
                self.print_line(func)
            self._print('\n')
        return self

    def print_callees(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for func in chosen:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            self._print('\n')
        return self

    def print_callers(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.print_call_heading(width, 'was called by...')
            for func in chosen:
                self.print_call_line(width, func, self.stats[func][4], '<-')
            self._print('\n')
        return self

    def print_call_heading(self, name_size, column_title):
        self._print('Function '.ljust(name_size), column_title)
        if any(callers for *_, callers in self.stats.values()):
            self._print(' ' * name_size, '    ncalls  tottime  cumtime')

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        start = func_std_string(source).ljust(name_size) + arrow + ' '
        if not call_dict:
            self._print(start)
        indent = ''
        for func in sorted(call_dict):
            nc, cc, tt, ct = call_dict[func]
            calls = f'{nc}/{cc}' if nc != cc else f'{nc}'
            self._print(start or ' ' * (name_size + 1), calls.rjust(7 + 2 * len(indent)), ' ', f8(tt), ' ', f8(ct), '  ', func_std_string(func))
            start, indent = '', ' '

    def print_title(self):
        self._print('   ncalls  tottime  percall  cumtime  percall filename:lineno(function)')

    def print_line(self, func):
        cc, nc, tt, ct, _ = self.stats[func]
        times = f8(tt), f8(tt / nc) if nc else ' ' * 8, f8(ct), f8(ct / cc) if cc else ' ' * 8
        self._print(' '.join((_calls(nc, cc).rjust(9), *times, func_std_string(func))))


def _calls(nc, cc):
    return str(nc) if nc == cc else f'{nc}/{cc}'


def f8(x):
    return '%8.3f' % x


def func_strip_path(func_name):
    filename, line, name = func_name
    return os.path.basename(filename), line, name


def func_get_function_name(func):
    return func[2]


def func_std_string(func_name):
    """How a report shows a function: 'file:line(name)', or '{name}' of C functions."""
    if func_name[:2] == ('~', 0):
        name = func_name[2]
        return f'{{{name[1:-1]}}}' if name.startswith('<') and name.endswith('>') else name
    return '%s:%d(%s)' % func_name


def add_func_stats(target, source):
    """Add together all the stats for two profile entries."""
    callers = dict(target[4])
    for func, numbers in source[4].items():
        callers[func] = tuple(a + b for a, b in zip(numbers, callers[func])) if func in callers else numbers
    return *(a + b for a, b in zip(source[:4], target[:4])), callers


def count_calls(callers):
    """Sum the caller statistics to get total number of calls received."""
    return sum(callers.values())
`;
