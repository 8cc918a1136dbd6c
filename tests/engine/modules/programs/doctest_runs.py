"""Module doc.

>>> 1 + 1
2
>>> print('a\\n\\nb')
a
<BLANKLINE>
b
"""
import doctest, sys
__file__ = 'doctest_runs.py'

def good(n):
    """Adds.

    >>> good(1)
    2
    >>> for i in range(2):
    ...     print(good(i))
    ...
    1
    2
    >>> good('x')
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    """
    return n + 1

def bad(n):
    '''
    >>> bad(1)
    3
    >>> bad(2)
    >>> x = 5
    >>> x
    6
    >>> None
    7
    >>> print(1); print(2)
    1
    3
    '''
    return n + 1

class C:
    """A class.

    >>> C().m()
    'm'
    """
    def m(self):
        """
        >>> C().m()
        'n'
        """
        return 'm'
    @property
    def p(self):
        """
        >>> C().p
        5
        """
        return 5
    @staticmethod
    def s():
        """>>> C.s()
        's'"""
        return 's'
    @classmethod
    def k(cls):
        "no examples"

def options():
    """
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> list(range(5))   # doctest: +NORMALIZE_WHITESPACE
    [0,   1, 2,
     3, 4]
    >>> object()  # doctest: +ELLIPSIS
    <object object at 0x...>
    >>> 1/0 # doctest: +SKIP
    5
    >>> raise ValueError('multi') # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: other
    >>> True
    1
    >>> {'b': 1}
    {'a': 1}
    """
__test__ = {'extra': '>>> 2\n2\n', 'fun': good}
print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_ONLY_FIRST_FAILURE))
def diff():
    """
    >>> print('a\\nb\\nc\\nd')
    a
    b
    x
    d
    """
for o in ('REPORT_UDIFF','REPORT_CDIFF','REPORT_NDIFF','FAIL_FAST'):
    doctest.run_docstring_examples(diff, globals(), optionflags=getattr(doctest,o))
doctest.run_docstring_examples(bad, {'bad': bad}, name='bad', verbose=True)
p = doctest.DocTestParser()
for e in p.get_examples(options.__doc__): print(repr(e.source), repr(e.want), repr(e.exc_msg), e.lineno, e.indent, e.options)
for s in ['>>>1', '  >>> 1\n 2', '>>> 1 # doctest: +NOPE', '   >>> if 1:\n  ...   pass', 'text only', '>>> # comment\n>>> 1\n1']:
    try: print([x if isinstance(x, str) else (x.source, x.want) for x in p.parse(s)])
    except ValueError as e: print('ValueError', e)
print([(t.name, t.lineno, len(t.examples)) for t in doctest.DocTestFinder().find(C, 'C')])
print([t.name for t in doctest.DocTestFinder(exclude_empty=False).find(C, 'C')], doctest.DocTestFinder().find(good)[0].lineno)
try: doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as e: print('failure', e.example.source, e.got)
except doctest.UnexpectedException as e: print('unexpected', e.exc_info[0])
print(doctest.script_from_examples("Set x:\n\n>>> x = 1\n>>> x\n1\n\nDone."))
try: doctest.testmod(3)
except TypeError as e: print(e)
print(doctest.ELLIPSIS, doctest.COMPARISON_FLAGS, doctest.REPORTING_FLAGS, doctest.register_optionflag('NEW'))
