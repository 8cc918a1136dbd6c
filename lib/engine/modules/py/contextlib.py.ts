// contextlib: behaves as CPython 3.13's Lib/contextlib.py; written for the engine.
//
// Frames and locals of the __exit__ methods are what tracebacks and gc.collect() show, so each keeps its own; what only decides is shared.
export default () => String.raw`
"""Context managers made of functions, and tools to use and combine them."""
import abc
import sys
from _collections_abc import _check_methods
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

_V = sys.version_info[:2]
# Up to 3.12 the frame keeps the details of the last exception, and with them itself: garbage for the collector.
_HOLDS_DETAILS = _V < (3, 13)

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]


class AbstractContextManager(abc.ABC):
    """What a with statement takes: it is entered, and told how its block was left."""

    if _V >= (3, 13):
        __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented

    def __enter__(self):
        "The value after as: the manager itself, unless a class says otherwise."
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        "A true answer swallows the exception."


class AbstractAsyncContextManager(abc.ABC):
    """The same for async with."""

    if _V >= (3, 13):
        __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented

    async def __aenter__(self):
        "The value after as: the manager itself, unless a class says otherwise."
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        "A true answer swallows the exception."


class ContextDecorator(object):
    "Makes of a context manager also a decorator: each call of the function runs inside it."

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner

    def _recreate_cm(self):
        "The manager of the next call. One that can be entered but once makes a new one here."
        return self


class AsyncContextDecorator(object):
    "The same for coroutine functions."

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner

    def _recreate_cm(self):
        return self


# Managers made of generators: what stands before the yield enters, what stands after it leaves.

def contextmanager(func):
    """Decorates a generator function that yields once: called, it gives a context manager."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Decorates an async generator function that yields once: called, it gives an async context manager."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class _GeneratorContextManagerBase:
    """A generator that stands at its beginning, and until it is entered the call that made it."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        text = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if text is None else text

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _is_returned(raised, thrown, stops):
    """Whether a generator let through what was thrown into it: a StopIteration that leaves a generator is wrapped in a RuntimeError (PEP 479)."""
    return raised is thrown or isinstance(thrown, stops) and isinstance(raised, RuntimeError) and raised.__cause__ is thrown


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            complaint = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                self.gen.throw(value)
            except StopIteration as end:
                return end is not value
            except BaseException as raised:
                if not _is_returned(raised, value, StopIteration):
                    raise
                value.__traceback__ = traceback
                return False
            complaint = "generator didn't stop after throw()"
        try:
            raise RuntimeError(complaint)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            complaint = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as end:
                return end is not value
            except BaseException as raised:
                if not _is_returned(raised, value, (StopIteration, StopAsyncIteration)):
                    raise
                value.__traceback__ = traceback
                return False
            complaint = "generator didn't stop after athrow()"
        try:
            raise RuntimeError(complaint)
        finally:
            await self.gen.aclose()


# Small managers.

class closing(AbstractContextManager):
    """with closing(thing): thing.close() is called when the block is left."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """async with aclosing(thing): thing.aclose() is awaited when the block is left."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, in both kinds of with; its value is what it was given."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        "Nothing to undo."

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        "Nothing to undo."


class suppress(AbstractContextManager):
    """Swallows exceptions of these classes; of a group, those in it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        "Has no value."

    if _V >= (3, 12):
        def __exit__(self, exctype, excinst, exctb):
            if exctype is None:
                return None
            if issubclass(exctype, self._exceptions):
                return True
            if not issubclass(exctype, BaseExceptionGroup):
                return False
            rest = excinst.split(self._exceptions)[1]
            if rest is not None:
                raise rest
            return True
    else:
        def __exit__(self, exctype, excinst, exctb):
            return exctype is not None and issubclass(exctype, self._exceptions)


class _RedirectStream(AbstractContextManager):
    """Puts another file in the place of one of sys; may be entered again while it is in force."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        target = self._new_target
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """What is printed meanwhile goes to another file."""
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """What is written to standard error meanwhile goes to another file."""
    _stream = "stderr"


class chdir(AbstractContextManager):
    """Changes the working directory meanwhile, for all threads."""

    def __init__(self, path):
        self.path, self._old_cwd = path, []

    def __enter__(self):
        from os import chdir, getcwd
        self._old_cwd.append(getcwd())
        chdir(self.path)

    def __exit__(self, *excinfo):
        from os import chdir
        chdir(self._old_cwd.pop())


# Stacks of managers, left in the reverse order of their entering.

def _unfit(cls, kind):
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol")


def _told(exc):
    """The three arguments of an __exit__."""
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


class _BaseExitStack:
    """Pairs (is it called or awaited, what), the last one on the right."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves everything to a new stack; this one leaves nothing any more."""
        moved = type(self)()
        moved._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return moved

    def enter_context(self, cm):
        """Enters a manager, which is left with the stack; answers its value."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _unfit(cls, "") from None
        value = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return value

    def push(self, exit):
        """Takes a manager that is not entered here, or a function called as an __exit__ is."""
        try:
            leave = type(exit).__exit__
        except AttributeError:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, MethodType(leave, exit)))
        return exit

    def callback(self, callback, /, *args, **kwds):
        """Takes a function and its arguments; it is not told of exceptions and swallows none."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack for the with statement."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        handled = sys.exception()
        received = exc is not None
        failed = False

        def link(new, old):
            # As if the managers stood one in the other: what was handled outside becomes what was under way here.
            context = new.__context__
            while context is not None and context is not old:
                if context is handled:
                    new.__context__ = old
                    return
                new, context = context, context.__context__

        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            if not _HOLDS_DETAILS or exc is not exc_details[1]:
                exc_details = _told(exc)
            try:
                if leave(*exc_details):
                    exc, failed = None, False
                    if _HOLDS_DETAILS:
                        exc_details = _told(None)
            except BaseException as new:
                if _HOLDS_DETAILS:
                    exc_details = new_details = sys.exc_info()
                link(new, exc)
                exc, failed = new, True
        if failed:
            context = exc.__context__
            try:
                raise exc
            finally:
                exc.__context__ = context
        return received and exc is None

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """A stack for async with; it takes managers of both kinds."""

    async def enter_async_context(self, cm):
        """Enters an async manager, which is left with the stack; answers its value."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _unfit(cls, "asynchronous ") from None
        value = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return value

    def push_async_exit(self, exit):
        """Takes an async manager that is not entered here, or a coroutine function called as an __aexit__ is."""
        try:
            leave = type(exit).__aexit__
        except AttributeError:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, MethodType(leave, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Takes a coroutine function and its arguments; it is not told of exceptions and swallows none."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        handled = sys.exception()
        received = exc is not None
        failed = False

        def link(new, old):
            context = new.__context__
            while context is not None and context is not old:
                if context is handled:
                    new.__context__ = old
                    return
                new, context = context, context.__context__

        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            if not _HOLDS_DETAILS or exc is not exc_details[1]:
                exc_details = _told(exc)
            try:
                swallow = leave(*exc_details)
                if swallow if is_sync else await swallow:
                    exc, failed = None, False
                    if _HOLDS_DETAILS:
                        exc_details = _told(None)
            except BaseException as new:
                if _HOLDS_DETAILS:
                    exc_details = new_details = sys.exc_info()
                link(new, exc)
                exc, failed = new, True
        if failed:
            context = exc.__context__
            try:
                raise exc
            finally:
                exc.__context__ = context
        return received and exc is None
`;
