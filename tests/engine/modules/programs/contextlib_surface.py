# contextlib from outside: signatures, classes, what instances hold, frames, contexts of exceptions, counts of references.
import asyncio
import contextlib
import gc
import inspect
import io
import sys
import traceback
import weakref


def attempt(what, act):
    try:
        print(what, '->', act())
    except BaseException as error:
        frames = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        chain = []
        link = error
        while link is not None and len(chain) < 8:
            chain.append((type(link).__name__, str(link), link.__suppress_context__, type(link.__cause__).__name__))
            link = link.__context__
        print(what, '!', frames, chain)


print(sorted(contextlib.__all__))
for name in contextlib.__all__:
    it = getattr(contextlib, name)
    print(name, it.__module__, it.__qualname__, inspect.signature(it))
    if inspect.isclass(it):
        print('  mro', [c.__name__ for c in it.__mro__], '__slots__' in vars(it), hasattr(it, '__class_getitem__'), it.__abstractmethods__ if hasattr(it, '__abstractmethods__') else None)
        for member, value in sorted(vars(it).items()):
            if callable(value) and (member[0] != '_' or member[:2] == '__'):
                print('  ', member, inspect.signature(getattr(it, member)) if member not in ('__class_getitem__', '__subclasshook__') else '')


# What a function that is decorated becomes.
@contextlib.contextmanager
def managed(a, *, b=2):
    "Says what it manages."
    yield a, b


manager = managed(1)
print(managed.__name__, managed.__doc__, managed.__wrapped__.__name__, inspect.signature(managed))
print(list(vars(manager)), manager.__doc__, manager.args, manager.kwds, manager.func is managed.__wrapped__)
print([c.__name__ for c in type(manager).__mro__])
with manager as got:
    print(got, list(vars(manager)))
bare = contextlib.contextmanager(lambda: iter(()))
print(bare().__doc__)
attempt('again', manager.__enter__)
attempt('not a generator', lambda: contextlib.contextmanager(lambda: 5)().__enter__())
attempt('no call', lambda: contextlib.contextmanager(3).__name__)
attempt('arguments', lambda: managed())


@managed(5)
def decorated(x, y=1):
    "A body."
    return x + y


print(decorated(1), decorated(2, y=3), decorated.__name__, decorated.__doc__, inspect.signature(decorated))


# Every way out of a generator.
@contextlib.contextmanager
def scripted(how):
    try:
        yield how
    except BaseException as error:
        if how == 'swallow':
            return
        if how == 'other':
            raise KeyError('other')
        if how == 'from':
            raise RuntimeError('wrapped') from error
        if how == 'again':
            raise error
        if how == 'twice':
            yield
        if how == 'stop':
            raise StopIteration('mine')
        raise
    if how == 'late':
        raise OSError('late')
    if how == 'second':
        yield


def leave(how, error):
    def body():
        with scripted(how):
            if error is not None:
                raise error
        return 'left'
    return body


for how in ('plain', 'swallow', 'other', 'from', 'again', 'twice', 'stop', 'late', 'second'):
    for error in (None, ValueError('v'), StopIteration('s'), StopAsyncIteration('a'), RuntimeError('r'), GeneratorExit('g'), KeyboardInterrupt('k')):
        attempt(f'{how} {type(error).__name__}', leave(how, error))

by_hand = scripted('plain')
by_hand.__enter__()
attempt('exit with a class alone', lambda: by_hand.__exit__(ValueError, None, None))
by_hand = scripted('swallow')
by_hand.__enter__()
print(by_hand.__exit__(ValueError, ValueError('x'), None))

# The stack.
events = []


class Recorder:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        events.append(('in', self.name))
        return self.name

    def __exit__(self, kind, error, trace):
        events.append(('out', self.name, kind and kind.__name__, str(error), trace is not None))
        if self.fail:
            raise self.fail
        return self.swallow


def stacked(*recorders, error=None, hooks=()):
    def body():
        events.clear()
        try:
            with contextlib.ExitStack() as stack:
                for recorder in recorders:
                    stack.enter_context(recorder)
                for hook in hooks:
                    stack.push(hook)
                if error:
                    raise error
        finally:
            print('   ', events)
        return 'left'
    return body


attempt('stack plain', stacked(Recorder('a'), Recorder('b')))
attempt('stack error', stacked(Recorder('a'), Recorder('b'), error=KeyError(1)))
attempt('stack swallowed', stacked(Recorder('a'), Recorder('b', True), error=KeyError(1)))
attempt('stack replaced', stacked(Recorder('a'), Recorder('b', fail=OSError(2)), error=KeyError(1)))
attempt('stack replaced twice', stacked(Recorder('a', fail=ValueError(3)), Recorder('b', fail=OSError(2)), error=KeyError(1)))
attempt('stack replaced, swallowed', stacked(Recorder('a', True), Recorder('b', fail=OSError(2)), error=KeyError(1)))
attempt('stack fails by itself', stacked(Recorder('a'), Recorder('b', fail=OSError(2))))
attempt('stack swallowed, fails', stacked(Recorder('a', fail=OSError(2)), Recorder('b', True), error=KeyError(1)))
attempt('stack hook', stacked(hooks=(lambda *details: events.append(details),)))
attempt('stack hook swallows', stacked(hooks=(lambda *details: True,), error=KeyError(1)))
same = KeyError('same')
attempt('stack raises the same', stacked(Recorder('a', fail=same), error=same))
attempt('enter a number', lambda: contextlib.ExitStack().enter_context(5))
attempt('enter a half', lambda: contextlib.ExitStack().enter_context(type('Half', (), {'__enter__': lambda self: 1})()))
attempt('push a number', lambda: contextlib.ExitStack().push(5))
stack = contextlib.ExitStack()
print(list(vars(stack)), len(stack._exit_callbacks), stack.callback(print, 'called', end='!\n') is print, stack.push(stack) is stack, len(stack._exit_callbacks))
moved = stack.pop_all()
print(type(moved) is contextlib.ExitStack, len(stack._exit_callbacks), len(moved._exit_callbacks))
wrapped = moved._exit_callbacks[0]
print(wrapped[0], wrapped[1].__wrapped__ is print, wrapped[1].__name__)
print(moved._exit_callbacks[1][1].__func__.__qualname__)
moved._exit_callbacks.pop()
moved.close()
attempt('callback without', lambda: contextlib.ExitStack().callback())
attempt('exit without', lambda: contextlib.ExitStack().__exit__())


class Derived(contextlib.ExitStack):
    pass


print(type(Derived().pop_all()).__name__)

# The small ones.
print(repr(contextlib.nullcontext().__enter__()), vars(contextlib.nullcontext(4)))
closed = contextlib.closing(io.StringIO())
print(list(vars(closed)), closed.__enter__() is closed.thing, closed.__exit__(None, None, None), closed.thing.closed)
attempt('close nothing', lambda: contextlib.closing(5).__exit__(None, None, None))
out = contextlib.redirect_stderr(io.StringIO())
print(list(vars(out)), out._stream)
with out as first, out:
    print('to stderr', file=sys.stderr)
print(repr(first.getvalue()), out._old_targets)
skip = contextlib.suppress(LookupError)
print(list(vars(skip)), skip.__exit__(None, None, None), skip.__exit__(KeyError, KeyError(), None), skip.__exit__(OSError, OSError(), None))
attempt('suppress a number', lambda: contextlib.suppress(5).__exit__(KeyError, KeyError(), None))
attempt('suppress nothing', lambda: contextlib.suppress().__exit__(KeyError, KeyError(), None))


class Both:
    def __enter__(self): pass

    def __exit__(self, *details): pass


class One:
    def __enter__(self): pass


print(issubclass(Both, contextlib.AbstractContextManager), issubclass(One, contextlib.AbstractContextManager),
      issubclass(Both, contextlib.AbstractAsyncContextManager), isinstance(contextlib.nullcontext(), contextlib.AbstractAsyncContextManager))
print(contextlib.AbstractContextManager[int], contextlib.AbstractAsyncContextManager[str, bool])
attempt('abstract', contextlib.AbstractContextManager)
attempt('abstract async', contextlib.AbstractAsyncContextManager)


class Counting(contextlib.ContextDecorator):
    def __enter__(self):
        print('  counting')
        return self

    def __exit__(self, *details):
        return False


@Counting()
def counted(x):
    return 1 / x


print(counted(2))
attempt('decorated fails', lambda: counted(0))


# The asynchronous ones.
@contextlib.asynccontextmanager
async def gentle(how):
    "Gently."
    try:
        yield how
    except BaseException as error:
        if how == 'swallow':
            return
        if how == 'from':
            raise RuntimeError('wrapped') from error
        if how == 'other':
            raise KeyError('other')
        if how == 'twice':
            yield
        raise
    if how == 'second':
        yield


@contextlib.asynccontextmanager
async def silent():
    if False:
        yield


async def leave_gently(how, error):
    async with gentle(how):
        if error is not None:
            raise error
    return 'left'


def run(awaitable):
    "Without a loop: nothing here waits."
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


for how in ('plain', 'swallow', 'from', 'other', 'twice', 'second'):
    for error in (None, ValueError('v'), StopIteration('s'), StopAsyncIteration('a'), RuntimeError('r')):
        attempt(f'async {how} {type(error).__name__}', lambda: run(leave_gently(how, error)))
attempt('async silent', lambda: run(silent().__aenter__()))
print([c.__name__ for c in type(gentle('x')).__mro__], gentle('x').__doc__)


@gentle('around')
async def around(x):
    return x


print(run(around(3)), inspect.iscoroutinefunction(around))


class Async:
    async def __aenter__(self):
        return 'entered'

    async def __aexit__(self, kind, error, trace):
        print('  async out', kind)
        return True

    async def aclose(self):
        print('  aclose')


async def async_stack():
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(Async()))
        print(stack.enter_context(Recorder('sync')))

        async def later(*args, **named):
            print('  later', args, named)
        print(stack.push_async_callback(later, 1, a=2) is later, stack._exit_callbacks[-1][1].__wrapped__ is later)

        async def leaving(*details):
            print('  leaving', details[1])
        print(stack.push_async_exit(leaving) is leaving)
        asynchronous = Async()
        print(stack.push_async_exit(asynchronous) is asynchronous, [sync for sync, _ in stack._exit_callbacks])
        stack.callback(print, '  sync callback')
        raise KeyError('in')
    other = contextlib.AsyncExitStack()
    other.push_async_callback(later)
    await other.aclose()
    async with contextlib.aclosing(Async()) as inner:
        print(type(inner).__name__)
    async with contextlib.nullcontext(7) as seven:
        print(seven)
    failing = contextlib.AsyncExitStack()
    failing.push(Recorder('x', fail=OSError(2)))
    failing.push_async_exit(Recorder)
    try:
        await failing.enter_async_context(5)
    except TypeError as error:
        print(error)


asyncio.run(async_stack())
attempt('async stack fails', lambda: run(failing_stack()))


async def failing_stack():
    async with contextlib.AsyncExitStack() as stack:
        stack.push(Recorder('x', fail=OSError(2)))
        stack.push(Recorder('y', fail=ValueError(3)))
        raise KeyError('body')


attempt('async stack fails', lambda: run(failing_stack()))


# Who holds what.
class Thing:
    pass


@contextlib.contextmanager
def holding(thing):
    yield thing


thing = Thing()
print(sys.getrefcount(thing))
held = holding(thing)
print(sys.getrefcount(thing))
held.__enter__()
print(sys.getrefcount(thing))
held.__exit__(None, None, None)
print(sys.getrefcount(thing))
with contextlib.ExitStack() as stack:
    stack.enter_context(contextlib.nullcontext(thing))
    print(sys.getrefcount(thing))
    stack.callback(print, thing.__class__.__name__)
    print(sys.getrefcount(thing))
print(sys.getrefcount(thing))
gone = weakref.ref(thing)
gc.collect()
try:
    with holding(thing):
        raise KeyError(thing)
except KeyError:
    pass
del thing, held
print(gone() is None, gc.collect())
try:
    with contextlib.ExitStack() as stack:
        stack.push(Recorder('z', fail=OSError(2)))
        raise KeyError(1)
except OSError:
    pass
print(gc.collect())
print(sys.getsizeof(contextlib.ExitStack()), sys.getsizeof(contextlib.suppress()), sys.getsizeof(managed(1)))
