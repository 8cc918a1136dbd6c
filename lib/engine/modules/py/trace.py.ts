// trace: behaves as CPython 3.13's Lib/trace.py for programs that trace functions of their own; written for the engine.
export default () => String.raw`
"""program/module to trace Python program or function execution"""
__all__ = ['Trace', 'CoverageResults']
import gc
import inspect
import linecache
import os
import pickle
import sys
import threading
import token
import tokenize
from time import monotonic as _time

PRAGMA_NOCOVER = '#pragma NO COVER'


class _Ignore:
    def __init__(self, modules=None, dirs=None):
        self._mods = set(modules or ())
        self._dirs = [os.path.normpath(folder) for folder in dirs or ()]
        self._ignore = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename not in self._ignore:
            self._ignore[modulename] = int(self._is_ignored(filename, modulename))
        return self._ignore[modulename]

    def _is_ignored(self, filename, modulename):
        if modulename in self._mods or any(modulename.startswith(name + '.') for name in self._mods):
            return True
        return filename is None or any(filename.startswith(folder + os.sep) for folder in self._dirs)


def _modname(path):
    """A plausible module name for the path."""
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """A plausible module name for the path, packages included."""
    comparepath = os.path.normcase(path)
    longest = ''
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if comparepath.startswith(folder) and comparepath[len(folder)] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    base = os.path.splitdrive(base)[1].replace(os.sep, '.')
    if os.altsep:
        base = base.replace(os.altsep, '.')
    return os.path.splitext(base)[0].lstrip('.')


class CoverageResults:
    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = counts or {}
        self.counter = self.counts.copy()
        self.calledfuncs = calledfuncs or {}
        self.callers = callers or {}
        self.infile, self.outfile = infile, outfile
        if infile:
            try:
                with open(infile, 'rb') as stream:
                    self.update(self.__class__(*pickle.load(stream)))
            except (OSError, EOFError, ValueError) as error:
                print('Skipping counts file %r: %s' % (infile, error), file=sys.stderr)

    def is_ignored_filename(self, filename):
        """Whether the name is no file: coverage can't be shown of it."""
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        """Merge in the data from another CoverageResults"""
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        """Write the coverage results."""
        if self.calledfuncs:
            print()
            print('functions called:')
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print('filename: %s, modulename: %s, funcname: %s' % (filename, modulename, funcname))
        if self.callers:
            print()
            print('calling relationships:')
            lastfile = lastcfile = ''
            for (file, module, func), (cfile, cmodule, cfunc) in sorted(self.callers):
                if file != lastfile:
                    print()
                    print('***', file, '***')
                    lastfile, lastcfile = file, ''
                if cfile != file and lastcfile != cfile:
                    print('  -->', cfile)
                    lastcfile = cfile
                print('    %s.%s -> %s.%s' % (module, func, cmodule, cfunc))
        by_file = {}
        for (filename, line), count in self.counts.items():
            by_file.setdefault(filename, {})[line] = count
        sums = {}
        for filename, lines in by_file.items():
            if self.is_ignored_filename(filename):
                continue
            if coverdir is None:
                folder, modulename = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                folder, modulename = coverdir, _fullmodname(filename)
                os.makedirs(folder, exist_ok=True)
            wanted = _find_executable_linenos(filename) if show_missing else {}
            source = linecache.getlines(filename)
            hits, total = self.write_results_file(os.path.join(folder, modulename + '.cover'), source, wanted, lines)
            if summary and total:
                sums[modulename] = total, int(100 * hits / total), modulename, filename
        if summary and sums:
            print('lines   cov%   module   (path)')
            for name in sorted(sums):
                print('%5d   %3d%%   %s   (%s)' % sums[name])
        if self.outfile:
            with open(self.outfile, 'wb') as stream:
                pickle.dump((self.counts, self.calledfuncs, self.callers), stream, 1)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Return a coverage results file in path."""
        try:
            outfile = open(path, 'w', encoding=encoding)
        except OSError as error:
            print('trace: Could not open %r for writing: %s - skipping' % (path, error), file=sys.stderr)
            return 0, 0
        hits = executable = 0
        with outfile:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    outfile.write('%5d: ' % lines_hit[number])
                    hits += 1
                    executable += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    outfile.write('>>>>>> ')
                    executable += 1
                else:
                    outfile.write('       ')
                outfile.write(line.expandtabs(8))
        return hits, executable


def _find_lines(code, strs):
    """Lines of a code object and of those in it, docstrings left out."""
    found = {line: 1 for _, _, line in code.co_lines() if line is not None and line not in strs and line != 0}
    for constant in code.co_consts:
        if inspect.iscode(constant):
            found.update(_find_lines(constant, strs))
    return found


def _find_strings(filename, encoding=None):
    """Lines of the docstrings of a file."""
    found = {}
    before = token.INDENT
    with open(filename, encoding=encoding) as stream:
        for kind, _, start, end, _ in tokenize.generate_tokens(stream.readline):
            if kind == token.STRING and before == token.INDENT:
                found.update(dict.fromkeys(range(start[0], end[0] + 1), 1))
            before = kind
    return found


def _find_executable_linenos(filename):
    """Return dict where keys are line numbers in the line number table."""
    try:
        with open(filename, encoding='utf-8') as stream:
            source = stream.read()
    except OSError as error:
        print('Not printing coverage data for %r: %s' % (filename, error), file=sys.stderr)
        return {}
    return _find_lines(compile(source, filename, 'exec'), _find_strings(filename))


class Trace:
    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None, outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.pathtobasename = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs, self._callers = {}, {}
        self._caller_cache = {}
        self.start_time = _time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = self.localtrace_trace_and_count if trace and count else self.localtrace_trace if trace else self.localtrace_count
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)
        try:
            exec(cmd, globals, locals)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        result = None
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            result = func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)
        return result

    def file_module_function_of(self, frame):
        code = frame.f_code
        filename = code.co_filename
        modulename = _modname(filename) if filename else None
        if code not in self._caller_cache:
            self._caller_cache[code] = _class_of(code)
        owner = self._caller_cache[code]
        return filename, modulename, code.co_name if owner is None else '%s.%s' % (owner, code.co_name)

    def globaltrace_trackcallers(self, frame, why, arg):
        """Handler for call events: adds information about who called who."""
        if why == 'call':
            self._callers[self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        """Handler for call events: adds (filename, modulename, funcname) to the called functions."""
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        """Handler for call events: a frame that is not ignored is traced line by line."""
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__', None)
        if not filename:
            return None
        modulename = _modname(filename)
        if modulename is None or self.ignore.names(filename, modulename):
            return None
        if self.trace:
            print(' --- modulename: %s, funcname: %s' % (modulename, frame.f_code.co_name))
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        filename, line = frame.f_code.co_filename, frame.f_lineno
        if self.start_time:
            print('%.2f' % (_time() - self.start_time), end=' ')
        text = linecache.getline(filename, line)
        if sys.version_info >= (3, 13):
            text = text and ':  ' + text
        else:
            text = ': ' + text
        print('%s(%d)%s' % (os.path.basename(filename), line, text), end='')

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs, callers=self._callers)


def _class_of(code):
    """The name of the class in whose dict the only function with this code lies."""
    functions = [o for o in gc.get_referrers(code) if inspect.isfunction(o)]
    if len(functions) != 1:
        return None
    namespaces = [o for o in gc.get_referrers(functions[0]) if isinstance(o, dict)]
    if len(namespaces) != 1:
        return None
    classes = [o for o in gc.get_referrers(namespaces[0]) if hasattr(o, '__bases__')]
    return classes[0].__name__ if len(classes) == 1 else None
`;
