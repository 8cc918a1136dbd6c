// unittest: behaves as the everyday part of CPython 3.13's Lib/unittest; written for the engine.
export default () => String.raw`
"""Unit testing framework."""
import operator
import sys
import traceback

__all__ = ['TestResult', 'TestCase', 'IsolatedAsyncioTestCase', 'TestSuite', 'TextTestRunner', 'TextTestResult', 'TestLoader', 'FunctionTestCase', 'main',
           'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'makeSuite', 'addModuleCleanup']


class SkipTest(Exception):
    """Raise this exception in a test to skip it."""


class _ShouldStop(Exception):
    pass


def skip(reason):
    """Unconditionally skip a test."""
    def decorator(test_item):
        if not isinstance(test_item, type):
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            skip_wrapper.__name__ = test_item.__name__
            skip_wrapper.__doc__ = test_item.__doc__
            skip_wrapper.__qualname__ = test_item.__qualname__
            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorator(item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else (lambda obj: obj)


def skipUnless(condition, reason):
    return skip(reason) if not condition else (lambda obj: obj)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < 80:
        return result
    return result[:80] + ' [truncated]...'


class TestResult:
    """Holder for test result information."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _text(self, err, test):
        exctype, value, tb = err
        while tb and '__unittest' in tb.tb_frame.f_globals:
            tb = tb.tb_next
        cut = None
        if isinstance(value, getattr(test, 'failureException', AssertionError)):
            entries = tb
            length = 0
            while entries and '__unittest' not in entries.tb_frame.f_globals:
                length += 1
                entries = entries.tb_next
            cut = length
        te = traceback.TracebackException(exctype, value, tb, compact=True)
        if cut is not None:
            del te.stack[cut:]
        return ''.join(te.format())

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            (self.failures if issubclass(err[0], test.failureException) else self.errors).append((subtest, self._text(err, test)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return len(self.failures) == len(self.errors) == 0 and len(self.unexpectedSuccesses) == 0

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures))


__unittest = True


# Of two long texts 80 characters are shown: five of what they begin with alike, five before they part, 41 from there on, five at the end.
_SHOWN, _EDGE, _CUT, _PARTED = 80, 5, len('[xxxx chars]'), 41


def _cut(text, before, after):
    left_out = len(text) - before - after
    return text if left_out <= _CUT else '%s[%d chars]%s' % (text[:before], left_out, text[len(text) - after:])


def _both_shown(first, second):
    """What two objects look like beside one another."""
    first, second = safe_repr(first), safe_repr(second)
    longest = max(len(first), len(second))
    if longest <= _SHOWN:
        return first, second
    alike = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    room = _SHOWN - (longest - alike + _EDGE + _CUT)
    start = _cut(first[:alike], _EDGE, max(room, _EDGE))
    rest = first[alike:], second[alike:]
    return tuple([start + (text if room > _EDGE else _cut(text, _PARTED, _EDGE)) for text in rest])


class _AssertRaisesContext:
    base, kind = BaseException, 'an exception type'

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        try:
            expected = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            if not all(isinstance(each, type) and issubclass(each, self.base) for each in expected):
                raise TypeError(f'{name}() arg 1 must be {self.kind} or tuple of {self.kind.partition(" ")[2]}s')
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    raise TypeError('%r is an invalid keyword argument for this function' % (next(iter(kwargs)),))
                return self
            callable_obj, *args = args
            self.obj_name = getattr(callable_obj, '__name__', None) or str(callable_obj)
            with self:
                callable_obj(*args, **kwargs)
        finally:
            # No cycle from the exception's frames to this object.
            self = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._missing('not raised')
        import traceback
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._mismatch(exc_value)
        return True

    __class_getitem__ = classmethod(type(list[int]))

    def _missing(self, what):
        name = getattr(self.expected, '__name__', None) or str(self.expected)
        self._fail(f'{name} {what} by {self.obj_name}' if self.obj_name else f'{name} {what}')

    def _mismatch(self, found):
        self._fail(f'"{self.expected_regex.pattern}" does not match "{found}"')

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


class _AssertWarnsContext(_AssertRaisesContext):
    base, kind = Warning, 'a warning type'

    def __enter__(self):
        import warnings
        # What was shown once has to be shown again.
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self._catch = warnings.catch_warnings(record=True)
        self.warnings = self._catch.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catch.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        expected = [m for m in self.warnings if isinstance(m.message, self.expected)]
        for m in expected:
            self.warning = m.message
            self.filename = m.filename
            self.lineno = m.lineno
            if self.expected_regex is None or self.expected_regex.search(str(m.message)):
                return
        if expected:
            self._mismatch(expected[0].message)
        self._missing('not triggered')


class _AssertLogsContext:
    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger = logger_name if isinstance(logger_name, logging.Logger) else logging.getLogger(logger_name)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.records = []
        self.output = []

    def __enter__(self):
        import logging
        context = self

        class Capture(logging.Handler):
            def emit(self, record):
                context.records.append(record)
                context.output.append(self.format(record))
        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.old = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else self

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs and self.records:
            self.test_case.fail("Unexpected logs found: {!r}".format(self.output))
        if not self.no_logs and not self.records:
            self.test_case.fail("no logs of level {} or higher triggered on {}".format(logging.getLevelName(self.level), self.logger.name))


class _SubTest:
    def __init__(self, test_case, message, params):
        self.test_case = test_case
        self._message = message
        self.params = params
        self.failureException = test_case.failureException

    def _subDescription(self):
        parts = []
        if self._message is not None:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append("({})".format(', '.join("{}={!r}".format(k, v) for k, v in self.params.items())))
        return " ".join(parts) or '(<subtest>)'

    def id(self):
        return "{} {}".format(self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "{} {}".format(self.test_case, self._subDescription())


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params

    def __enter__(self):
        case = self.case
        self.outer = case._subparams
        case._subparams = {**self.outer, **self.params}

    def __exit__(self, et, value, tb):
        case = self.case
        params = case._subparams
        case._subparams = self.outer
        if case._result is None:
            return False
        sub = _SubTest(case, self.message, params)
        if et is None and not case._expecting and hasattr(case._result, 'addSubTest'):
            case._result.addSubTest(case, sub, None)
        if et is None or not issubclass(et, Exception):
            return False
        if issubclass(et, SkipTest):
            case._result.addSkip(sub, str(value))
        elif case._expecting:
            return False
        else:
            case._result.addSubTest(case, sub, (et, value, tb))
            case._failed = True
            if getattr(case._result, 'failfast', False):
                raise _ShouldStop
        return True


class TestCase:
    """A class whose instances are single test cases."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = 'No test'
        self._subparams = {}
        self._result = None
        self._failed = False
        self._expecting = False
        self._cleanups = []
        try:
            testMethod = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        else:
            self._testMethodDoc = testMethod.__doc__
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
                                     frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    def subTest(self, msg=None, **params):
        """Return a context manager that will return the enclosed block of code in a subtest."""
        return _SubTestContext(self, msg, params)

    def _attempt(self, result, function, expecting=False):
        try:
            function()
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self._failed = True
            result.addSkip(self, str(e))
        except _ShouldStop:
            pass
        except BaseException:
            err = sys.exc_info()
            if expecting:
                self._expected_error = err
            else:
                self._failed = True
                if issubclass(err[0], self.failureException):
                    result.addFailure(self, err)
                else:
                    result.addError(self, err)
            err = None
        return False

    def _call(self, function):
        value = function()
        if value is not None and hasattr(value, '__await__'):
            value.close()

    def run(self, result=None):
        if result is not None:
            return self._run(result)
        result = self.defaultTestResult()
        getattr(result, 'startTestRun', bool)()
        try:
            return self._run(result)
        finally:
            getattr(result, 'stopTestRun', bool)()

    def _run(self, result):
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        try:
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                result.addSkip(self, getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', ''))
                return result
            self._expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
            self._expected_error = None
            self._result = result
            self._failed = False
            if self._attempt(result, self.setUp):
                self._attempt(result, lambda: self._call(method), self._expecting)
                self._attempt(result, self.tearDown)
            self.doCleanups()
            if not self._failed:
                if self._expecting:
                    if self._expected_error:
                        result.addExpectedFailure(self, self._expected_error)
                    else:
                        result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            return result
        finally:
            self._expected_error = None
            self._result = None
            result.stopTest(self)

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            if self._result is None:
                function(*args, **kwargs)
            else:
                self._attempt(self._result, lambda: function(*args, **kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    # --- assertions ---

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else '%s : %s' % (standardMsg, msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, "%s is not false" % safe_repr(expr)))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, "%s is not true" % safe_repr(expr)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, '%s != %s' % _both_shown(first, second)))

    def assertEqual(self, first, second, msg=None):
        function = self._baseAssertEqual
        if type(first) is type(second):
            found = self._type_equality_funcs.get(type(first))
            if found is not None:
                function = getattr(self, found) if isinstance(found, str) else found
        function(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise self.failureException(self._formatMessage(msg, '%s == %s' % (safe_repr(first), safe_repr(second))))

    def _almost(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, diff, 'within %s delta (%s difference)' % (safe_repr(delta), safe_repr(diff)), ' == %s within %s delta (%s difference)'
        places = 7 if places is None else places
        return round(diff, places) == 0, diff, 'within %r places (%s difference)' % (places, safe_repr(diff)), places

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        ok, diff, text, _ = self._almost(first, second, places, delta)
        if not ok:
            raise self.failureException(self._formatMessage(msg, '%s != %s %s' % (safe_repr(first), safe_repr(second), text)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        ok, diff, text, _ = self._almost(first, second, places, delta)
        if ok:
            if delta is None:
                text = 'within %r places' % (7 if places is None else places)
            raise self.failureException(self._formatMessage(msg, '%s == %s %s' % (safe_repr(first), safe_repr(second), text)))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = (seq_type or type(seq1)).__name__ if seq_type else "sequence"
        if seq1 == seq2:
            return
        differing = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _both_shown(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        # The same items in another kind of sequence.
        if len1 == len2 and seq_type is None and type(seq1) is not type(seq2) and all(map(operator.eq, seq1, seq2)):
            return
        for i in range(min(len1, len2)):
            if seq1[i] != seq2[i]:
                differing += '\nFirst differing element %d:\n%s\n%s\n' % (i, safe_repr(seq1[i], True), safe_repr(seq2[i], True))
                break
        if len1 != len2:
            more, seq, at, size = ('First', seq1, len2, len1 - len2) if len1 > len2 else ('Second', seq2, len1, len2 - len1)
            differing += '\n%s %s contains %d additional elements.\nFirst extra element %d:\n%s\n' % (more, name, size, at, safe_repr(seq[at], True))
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, self._diff(seq1, seq2))))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + '\nDiff is %s characters long. Set self.maxDiff to None to see it.' % len(diff)

    def _diff(self, a, b):
        import difflib
        import pprint
        return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(a).splitlines(), pprint.pformat(b).splitlines()))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        sides = []
        for name, one, other in ('first', set1, set2), ('second', set2, set1):
            try:
                sides.append(one.difference(other))
            except TypeError as e:
                self.fail('invalid type when attempting set difference: %s' % e)
            except AttributeError as e:
                self.fail('%s argument does not support set difference: %s' % (name, e))
        for title, items in zip(('Items in the first set but not the second:', 'Items in the second set but not the first:'), sides):
            if items:
                lines.append(title)
                lines.extend(repr(item) for item in items)
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        if d1 != d2:
            text = '%s != %s' % _both_shown(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(text, self._diff(d1, d2))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if max(len(first), len(second)) > self._diffThreshold:
                self._baseAssertEqual(first, second, msg)
            import difflib
            text = '%s != %s' % _both_shown(first, second)
            a, b = self._lines_for_diff(first, second)
            self.fail(self._formatMessage(msg, self._truncateMessage(text, '\n' + ''.join(difflib.ndiff(a, b)))))

    @staticmethod
    def _lines_for_diff(first, second):
        """Both texts in lines. Where one does not end its last line both get one more newline."""
        if sys.version_info < (3, 12):
            a, b = first.splitlines(True), second.splitlines(True)
            if len(a) == 1 and first.strip('\r\n') == first:
                a, b = [first + '\n'], [second + '\n']
            return a, b
        ends = [text.endswith('\n') for text in (first, second) if text]
        if not all(ends):
            first, second = [text and text + '\n' for text in (first, second)]
        return first.splitlines(True), second.splitlines(True)

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        lines = []
        rest = second[:]
        counts = []
        for item in [*first, *second]:
            if any(item == c[2] for c in counts):
                continue
            counts.append((first.count(item), second.count(item), item))
        for a, b, item in counts:
            if a != b:
                lines.append('First has %d, Second has %d:  %r' % (a, b, item))
        if lines:
            self.fail(self._formatMessage(msg, 'Element counts were not equal:\n' + '\n'.join(lines)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(msg, '%s not found in %s' % (safe_repr(member), safe_repr(container))))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(self._formatMessage(msg, '%s unexpectedly found in %s' % (safe_repr(member), safe_repr(container))))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, '%s is not %s' % (safe_repr(expr1), safe_repr(expr2))))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, 'unexpectedly identical: %s' % (safe_repr(expr1),)))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, '%s is not None' % (safe_repr(obj),)))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, 'unexpectedly None'))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, '%s is not an instance of %r' % (safe_repr(obj), cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, '%s is an instance of %r' % (safe_repr(obj), cls)))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(self._formatMessage(msg, '%s not less than %s' % (safe_repr(a), safe_repr(b))))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(self._formatMessage(msg, '%s not less than or equal to %s' % (safe_repr(a), safe_repr(b))))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(self._formatMessage(msg, '%s not greater than %s' % (safe_repr(a), safe_repr(b))))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(self._formatMessage(msg, '%s not greater than or equal to %s' % (safe_repr(a), safe_repr(b))))

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self.fail(self._formatMessage(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        match = re.search(unexpected_regex, text)
        if match:
            self.fail(self._formatMessage(msg, 'Regex matched: %r matches %r in %r' % (text[match.start():match.end()], match.re.pattern, text)))


class IsolatedAsyncioTestCase(TestCase):
    """Runs test methods that are coroutines on a loop of their own."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _call(self, function):
        import asyncio

        async def body():
            await self.asyncSetUp()
            try:
                value = function()
                if value is not None and hasattr(value, '__await__'):
                    await value
            finally:
                await self.asyncTearDown()
        asyncio.run(body())


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc = testFunc

    def runTest(self):
        self._testFunc()


class TestSuite:
    """A test suite is a composite test consisting of a number of TestCases."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(self.__class__), list(self))

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result, debug=False):
        top = not getattr(result, '_running_suite', False)
        result._running_suite = True
        if top:
            result._previous_class = None
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, TestCase):
                self._change_class(result, type(test))
                if getattr(type(test), '_classSetupFailed', False):
                    continue
            test(result)
        if top:
            self._change_class(result, None)
            result._running_suite = False
            while _module_cleanups:
                function, args, kwargs = _module_cleanups.pop()
                function(*args, **kwargs)
        return result

    def _change_class(self, result, current):
        previous = result._previous_class
        if previous is current:
            return
        if previous is not None and not previous._classSetupFailed and not getattr(previous, "__unittest_skip__", False):
            self._class_step(result, previous, previous.tearDownClass, 'tearDownClass')
            if hasattr(previous, '_class_cleanups'):
                self._class_step(result, previous, previous.doClassCleanups, 'tearDownClass')
        result._previous_class = current
        if current is not None and not getattr(current, "__unittest_skip__", False):
            current._classSetupFailed = not self._class_step(result, current, current.setUpClass, 'setUpClass')

    def _class_step(self, result, cls, function, name):
        try:
            function()
            return True
        except Exception as e:
            holder = _ErrorHolder(f'{name} ({strclass(cls)})')
            if isinstance(e, SkipTest):
                result.addSkip(holder, str(e))
            else:
                result.addError(holder, sys.exc_info())
            return False


class _ErrorHolder:
    failureException = None

    def __init__(self, description):
        self.description = description
        self.failureException = ()

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestLoader:
    """Loads tests and wraps them in a TestSuite."""

    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted(n for n in dir(testCaseClass) if n.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, n)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase) and obj not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        return self.suiteClass(tests)

    def loadTestsFromName(self, name, module=None):
        obj = module if module is not None else sys.modules[name.split('.')[0]]
        for part in name.split('.')[0 if module is not None else 1:]:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        return self.suiteClass([parent(part)])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(n, module) for n in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix='test'):
    return defaultTestLoader.loadTestsFromTestCase(testCaseClass)


class TextTestResult(TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return '\n'.join((str(test), doc)) if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._newline = False

    def _show(self, long, short, test=None):
        if self.showAll:
            if self._newline and isinstance(test, _SubTest):
                self.stream.write("  " + self.getDescription(test) + " ... ")
            self.stream.write(long + '\n')
            self._newline = True
        elif self.dots:
            self.stream.write(short)
        self.stream.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show("ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show("ERROR", "E", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show("FAIL", "F", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            if self.showAll and not self._newline:
                self.stream.write('\n')
                self._newline = True
            self._show("FAIL" if failed else "ERROR", "F" if failed else "E", subtest)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show("skipped {0!r}".format(reason), "s", test)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write('\n')
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                self.stream.write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")
        self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.write(self.separator1 + '\n')
            self.stream.write("%s: %s\n" % (flavour, self.getDescription(test)))
            self.stream.write(self.separator2 + '\n')
            self.stream.write("%s\n" % err)


class TextTestRunner:
    """A test runner class that displays results in textual form."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        result.printErrors()
        write = self.stream.write
        write(result.separator2 + '\n')
        run = result.testsRun
        write("Ran %d test%s in %.3fs\n" % (run, run != 1 and "s" or "", 0.0))
        write('\n')
        infos = []
        if not result.wasSuccessful():
            write("FAILED")
            if result.failures:
                infos.append("failures=%d" % len(result.failures))
            if result.errors:
                infos.append("errors=%d" % len(result.errors))
        elif run == 0 and not result.skipped:
            write("NO TESTS RAN")
        else:
            write("OK")
        if result.skipped:
            infos.append("skipped=%d" % len(result.skipped))
        if result.expectedFailures:
            infos.append("expected failures=%d" % len(result.expectedFailures))
        if result.unexpectedSuccesses:
            infos.append("unexpected successes=%d" % len(result.unexpectedSuccesses))
        write(" (%s)\n" % (", ".join(infos),) if infos else "\n")
        self.stream.flush()
        return result


class TestProgram:
    """A command-line program that runs a set of tests."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, **kwargs):
        self.module = sys.modules[module] if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        for arg in argv[1:]:
            if arg in ('-v', '--verbose'):
                verbosity = 2
            elif arg in ('-q', '--quiet'):
                verbosity = 0
            elif arg in ('-f', '--failfast'):
                failfast = True
        names = [a for a in argv[1:] if not a.startswith('-')] or ([defaultTest] if isinstance(defaultTest, str) else defaultTest)
        self.test = testLoader.loadTestsFromNames(names, self.module) if names else testLoader.loadTestsFromModule(self.module)
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
`;
