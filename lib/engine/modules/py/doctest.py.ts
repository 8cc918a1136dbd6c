// doctest: the examples in docstrings, run and compared. Behaves as CPython 3.13's Lib/doctest.py; written for the engine.
// NOT CPYTHON: no debugger, and no bridge to unittest (DocTestSuite).
export default () => String.raw`
"""Module doctest -- a framework for running examples in docstrings."""
import inspect
import linecache
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'script_from_examples']

_COUNTS_SKIPPED = sys.version_info >= (3, 13)
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


_COMPARING = 'DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL'.split()
_REPORTING = 'REPORT_UDIFF REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE FAIL_FAST'.split()
for _flag in _COMPARING + _REPORTING:
    globals()[_flag] = register_optionflag(_flag)
COMPARISON_FLAGS = sum(OPTIONFLAGS_BY_NAME[name] for name in _COMPARING)
REPORTING_FLAGS = sum(OPTIONFLAGS_BY_NAME[name] for name in _REPORTING)

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'

_Counted = namedtuple('TestResults', 'failed attempted')
if _COUNTS_SKIPPED:
    class TestResults(_Counted):
        def __new__(cls, failed, attempted, *, skipped=0):
            results = super().__new__(cls, failed, attempted)
            results.skipped = skipped
            return results

        def __repr__(self):
            if not self.skipped:
                return super().__repr__()
            return f'TestResults(failed={self.failed}, attempted={self.attempted}, skipped={self.skipped})'
else:
    def TestResults(failed, attempted, *, skipped=0):
        return _Counted(failed, attempted)


def _indent(text, by=4):
    """Every line that is not empty moved to the right."""
    return re.sub('(?m)^(?!$)', by * ' ', text)


def _traceback_text(exc_info):
    text = StringIO()
    traceback.print_exception(*exc_info, file=text)
    return text.getvalue()


class Example:
    """One statement with the output that is expected of it."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, with the names that they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.docstring = examples, docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        shown = 'no examples' if not count else f'{count} example{"s" if count > 1 else ""}'
        return f'<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({shown})>'

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def _place(self):
        return self.name, self.filename or '', -1 if self.lineno is None else self.lineno, id(self)

    def __lt__(self, other):
        return self._place() < other._place() if isinstance(other, DocTest) else NotImplemented


class DocTestParser:
    """Finds the examples in a text, line by line."""

    _prompt = re.compile('( *)>>>(.*)')
    _raised = re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*$')
    _directive = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def parse(self, string, name='<string>'):
        """Texts and examples, in turns."""
        lines = string.expandtabs().split('\n')
        margin = min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip(' ')), default=0)
        lines = [line[margin:] for line in lines]
        self._margin = margin
        parts, text, at = [], [], 0
        while at < len(lines):
            begun = self._prompt.match(lines[at])
            if begun is None:
                text.append(lines[at] + ('\n' if at + 1 < len(lines) else ''))
                at += 1
                continue
            parts.append(''.join(text))
            text = []
            example, at = self._example(lines, at, len(begun[1]), name)
            if example is not None:
                parts.append(example)
        parts.append(''.join(text))
        return parts

    def _example(self, lines, first, indent, name):
        """The example whose prompt is in that line, and the line behind it."""
        at = first + 1
        while at < len(lines) and lines[at].lstrip(' ').startswith('...'):
            at += 1
        source_lines = lines[first:at]
        self._check_prompts(source_lines, indent, name, first)
        self._check_margin(source_lines[1:], indent, name, first, '.')
        wanted = at
        while at < len(lines) and lines[at].strip(' ') and not lines[at].lstrip(' ').startswith('>>>'):
            at += 1
        want_lines = [line.rstrip() if at == len(lines) else line for line in lines[wanted:at]]
        while want_lines and not want_lines[-1].strip(' '):
            want_lines.pop()
        self._check_margin(want_lines, indent, name, wanted, '')
        source = '\n'.join(line[indent + 4:] for line in source_lines)
        want = '\n'.join(line[indent:] for line in want_lines)
        if all(not line.strip(' ') or line.lstrip(' ').startswith('#') for line in source.split('\n')):
            self._options(source, name, first)
            return None, at
        return Example(source, want, self._expected_exception(want), first, self._margin + indent, self._options(source, name, first)), at

    def _check_prompts(self, lines, indent, name, lineno):
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r' % (lineno + i + 1, name, line[indent:indent + 3], line))

    def _check_margin(self, lines, indent, name, lineno, mark):
        for i, line in enumerate(lines):
            if line and not line.startswith(' ' * indent + mark):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (lineno + i + 1, name, line))

    def _expected_exception(self, want):
        """The message of the traceback that is wanted: from the first line behind the header that begins with a letter."""
        lines = want.split('\n')
        if not self._raised.match(lines[0]):
            return None
        for i, line in enumerate(lines[1:], 1):
            if re.match(r'\w', line):
                return '\n'.join(lines[i:])
        return None

    def _options(self, source, name, lineno):
        options = {}
        for directive in self._directive.finditer(source):
            for option in directive[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r' % (lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and all(not line.strip(' ') or line.lstrip(' ').startswith('#') for line in source.split('\n')):
            raise ValueError('line %r of the doctest for %s has an option directive on a line with no example: %r' % (lineno, name, source))
        return options


class DocTestFinder:
    """Collects the doctests of an object and of what is defined in it."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        module = None if module is False else inspect.getmodule(obj) if module is None else module
        lines = linecache.getlines(module.__file__) if getattr(module, '__file__', None) else None
        if globs is None:
            globs = {} if module is None else module.__dict__
        globs = {**globs, **(extraglobs or {})}
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, lines or None, globs, set())
        return sorted(tests)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print('Finding tests in %s' % name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if self._recurse:
            for inner, value in self._inside(obj, name, module):
                self._find(tests, value, inner, module, source_lines, globs, seen)

    def _inside(self, obj, name, module):
        """What stands in a module or class and may have examples."""
        if inspect.ismodule(obj):
            for key, value in list(obj.__dict__.items()):
                if (inspect.isclass(value) or self._is_routine(value)) and self._from_module(module, value):
                    yield f'{name}.{key}', value
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r" % (type(key),))
                if not (isinstance(value, str) or inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: %r" % (type(value),))
                yield f'{name}.__test__.{key}', value
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (isinstance(value, property) or inspect.isroutine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    yield f'{name}.{key}', value

    def _is_routine(self, obj):
        try:
            return inspect.isroutine(inspect.unwrap(obj))
        except ValueError:
            return inspect.isroutine(obj)

    def _from_module(self, module, object):
        if module is None or isinstance(object, property):
            return True
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        owner = getattr(object, '__objclass__', object)
        return getattr(owner, '__module__', module.__name__) == module.__name__

    def _get_test(self, obj, name, module, globs, source_lines):
        docstring = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        docstring = '' if docstring is None else str(docstring)
        if not docstring and self._exclude_empty:
            return None
        filename = None if module is None else getattr(module, '__file__', None) or module.__name__
        return self._parser.get_doctest(docstring, globs, name, filename, self._find_lineno(obj, source_lines))

    def _find_lineno(self, obj, source_lines):
        """Where the docstring begins, counted from 0: the first line from the definition on that has a quote after nothing or a colon."""
        docstring = getattr(obj, '__doc__', None)
        first = None
        if inspect.ismodule(obj):
            first = None if docstring is None else 0
        elif inspect.isclass(obj) and docstring is not None:
            if source_lines is None:
                return None
            head = re.compile(r'^\s*class\s*%s\b' % re.escape(obj.__name__))
            first = next((i for i, line in enumerate(source_lines) if head.match(line)), None)
        else:
            function = obj.fget if isinstance(obj, property) and _COUNTS_SKIPPED else getattr(obj, '__func__', obj)
            if inspect.isfunction(function) and function.__doc__:
                first = inspect.unwrap(function).__code__.co_firstlineno - 1
        if first is None or source_lines is None:
            return None if first is None else first + 1
        quote = re.compile('(^|.*:)\\s*\\w*("|\')')
        return next((i for i in range(first, len(source_lines)) if quote.match(source_lines[i])), None)


class OutputChecker:
    """Decides whether an output is what was wanted, and says how it differs."""

    def check_output(self, want, got, optionflags):
        got, want = (str(text.encode('ASCII', 'backslashreplace'), 'ASCII') for text in (got, want))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
        return got == want or bool(optionflags & ELLIPSIS and self._fits(want, got))

    def _fits(self, want, got):
        """Whether what stands between the ellipses is found in that order."""
        first, *rest = want.split(ELLIPSIS_MARKER)
        if not rest:
            return False
        last = rest.pop()
        if not got.startswith(first) or not got.endswith(last):
            return False
        at, end = len(first), len(got) - len(last)
        for piece in rest:
            at = got.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return at <= end

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and (
                optionflags & REPORT_NDIFF or (want.count('\n') > 2 and got.count('\n') > 2)):
            kind, lines = self._diff(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
            return f'Differences ({kind}):\n' + _indent(''.join(lines))
        expected = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
        return expected + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')

    def _diff(self, want, got, optionflags):
        import difflib
        if optionflags & REPORT_UDIFF:
            return 'unified diff with -expected +actual', list(difflib.unified_diff(want, got, n=2))[2:]
        if optionflags & REPORT_CDIFF:
            return 'context diff with expected followed by actual', list(difflib.context_diff(want, got, n=2))[2:]
        return 'ndiff with -expected +actual', difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got)


def _without_details(message):
    """The name of the exception alone: no module, no text."""
    head = message.split('\n', 1)[0]
    return head.split(':', 1)[0].rsplit('.', 1)[-1]


class DocTestRunner:
    """Runs doctests and reports what failed."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        # Failures, tries, skips by the name of the test.
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expected = 'Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + expected)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._header(test, example) + 'Exception raised:\n' + _indent(_traceback_text(exc_info)))

    def _header(self, test, example):
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            place = f'File "{test.filename}", line {test.lineno + example.lineno + 1 if known else "?"}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indent(example.source)}'

    def _flags_for(self, example, flags):
        for flag, on in example.options.items():
            flags = flags | flag if on else flags & ~flag
        return flags

    def _judge(self, example, got, exception):
        """'success', 'failure' or 'exception'."""
        check = self._checker.check_output
        if exception is None:
            return 'success' if check(example.want, got, self.optionflags) else 'failure'
        if example.exc_msg is None:
            return 'exception'
        lines = traceback.format_exception_only(*exception[:2])
        if issubclass(exception[0], SyntaxError):
            # Of these the message counts, not where it points.
            names = exception[0].__qualname__, f'{exception[0].__module__}.{exception[0].__qualname__}'
            while not lines[0].startswith(tuple(name + ':' for name in names)):
                del lines[0]
        message = ''.join(lines)
        if check(example.exc_msg, message, self.optionflags):
            return 'success'
        details_ignored = self.optionflags & IGNORE_EXCEPTION_DETAIL
        return 'success' if details_ignored and _without_details(example.exc_msg) == _without_details(message) else 'failure'

    def __run(self, test, compileflags, out):
        failures = attempted = skips = 0
        flags = self.optionflags
        for number, example in enumerate(test.examples):
            self.optionflags = self._flags_for(example, flags)
            if self.optionflags & SKIP:
                skips += 1
                attempted += _COUNTS_SKIPPED
                continue
            attempted += 1
            quiet = flags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            if not quiet:
                self.report_start(out, test, example)
            filename = '<doctest %s[%d]>' % (test.name, number)
            linecache.cache[filename] = len(example.source), None, example.source.splitlines(keepends=True), filename
            exception = None
            try:
                exec(compile(example.source, filename, "single", #@ 3.11=1353 3.12=1359 3.13=1395
                             compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except:
                exception = sys.exc_info()
            got = sys.stdout.getvalue()
            sys.stdout.seek(0)
            sys.stdout.truncate()
            if got and not got.endswith('\n'):
                got += '\n'
            outcome = self._judge(example, got, exception)
            failures += outcome != 'success'
            if not quiet:
                if outcome == 'success':
                    self.report_success(out, test, example, got)
                elif outcome == 'failure':
                    self.report_failure(out, test, example, got if exception is None else got + _traceback_text(exception))
                else:
                    self.report_unexpected_exception(out, test, example, exception)
            exception = None
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        before = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(a + b for a, b in zip(before, (failures, attempted, skips)))
        self.failures += failures
        self.tries += attempted
        self.skips += skips
        return TestResults(failures, attempted, skipped=skips)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        if compileflags is None:
            import __future__
            features = [getattr(__future__, name) for name in __future__.all_feature_names if test.globs.get(name) is getattr(__future__, name)]
            compileflags = sum(feature.compiler_flag for feature in features)
        stdout, hook = sys.stdout, sys.displayhook
        sys.stdout, sys.displayhook = StringIO(), sys.__displayhook__
        try:
            return self.__run(test, compileflags, out or stdout.write)
        finally:
            sys.stdout, sys.displayhook = stdout, hook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        items = sorted(self._stats.items())
        failed = [(name, counts) for name, counts in items if counts[0]]
        totals = [sum(counts[i] for _, counts in items) for i in range(3)]
        if verbose:
            self._summarize_passed(items)
        if failed:
            print(self.DIVIDER)
            print(f"{_number(len(failed), 'item')} had failures:")
            for name, (failures, tries, _) in failed:
                print(f" {failures:3d} of {tries:3d} in {name}")
        if verbose:
            print(f"{_number(totals[1], 'test')} in {_number(len(items), 'item')}.")
            # Before 3.13 the failed ones are told even if there are none.
            beside = f" and {totals[0]} failed" if totals[0] or not _COUNTS_SKIPPED else ""
            print(f"{totals[1] - totals[0]} passed{beside}.")
        if totals[0]:
            beside = f" and {_number(totals[2], 'skipped test')}" if totals[2] and _COUNTS_SKIPPED else ""
            print(f"***Test Failed*** {_number(totals[0], 'failure')}{beside}.")
        elif verbose:
            print("Test passed.")
        return TestResults(totals[0], totals[1], skipped=totals[2])

    def _summarize_passed(self, items):
        empty = [name for name, (_, tries, _) in items if not tries]
        passed = [(name, tries) for name, (failures, tries, _) in items if tries and not failures]
        if empty:
            print(f"{_number(len(empty), 'item')} had no tests:")
            for name in empty:
                print(f"    {name}")
        if passed:
            print(f"{_number(len(passed), 'item')} passed all tests:")
            for name, tries in passed:
                print(f" {tries:3d} test{'' if tries == 1 and _COUNTS_SKIPPED else 's'} in {name}")


def _number(count, word):
    """3.13 knows the singular."""
    return f"{count} {word}{'' if count == 1 and _COUNTS_SKIPPED else 's'}"


class DocTestFailure(Exception):
    """An example has printed something else (raised by DebugRunner)."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example has raised something unexpected (raised by DebugRunner)."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure instead of reporting."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def _finished(runner, report):
    """Adds the results to those of earlier calls."""
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        for name, counts in runner._stats.items():
            master._stats[name] = tuple(a + b for a, b in zip(master._stats.get(name, (0, 0, 0)), counts))
        master.failures += runner.failures
        master.tries += runner.tries
        master.skips += runner.skips
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finished(runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Test examples in the given file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    with open(filename, encoding=encoding or 'utf-8') as file:
        text = file.read()
    globs = {**(globs or {}), **(extraglobs or {})}
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or filename.rsplit('/', 1)[-1], filename, 0))
    return _finished(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Test examples in the given object's docstring, with the given globals."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """Extract script from text with examples."""
    lines = []
    for part in DocTestParser().parse(s):
        if isinstance(part, Example):
            lines.append(part.source[:-1])
            if part.want:
                lines.append('# Expected:')
                lines += [f'## {line}' for line in part.want.split('\n')[:-1]]
        else:
            lines += ['#' if not line else f'# {line}' for line in part.split('\n')[:-1]]
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'
`;
