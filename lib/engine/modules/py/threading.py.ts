// threading and _threading_local: behave as CPython 3.13's Lib/threading.py; written for the engine. Which line a call in a traceback stands on
// follows the versions (#@, see vm/import.ts).
export default () => String.raw`
"""Thread module emulating a subset of Java's threading model."""
import _thread
import sys as _sys
from _thread import RLock as _CRLock, TIMEOUT_MAX, _ThreadHandle, get_ident, get_native_id
from time import monotonic as _time
from itertools import count as _count

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'setprofile', 'settrace', 'local',
           'stack_size', 'excepthook', 'ExceptHookArgs', 'gettrace', 'getprofile', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

ThreadError = _thread.error
ExceptHookArgs = _thread._ExceptHookArgs
stack_size = _thread.stack_size
Lock = _thread.lock if _sys.version_info >= (3, 13) else _thread.allocate_lock
_allocate_lock = _thread.allocate_lock
_profile_hook = None
_trace_hook = None


def settrace(func):
    'Set a trace function for all threads started from the threading module.'
    global _trace_hook
    _trace_hook = func


def setprofile(func):
    'Set a profile function for all threads started from the threading module.'
    global _profile_hook
    _profile_hook = func


def settrace_all_threads(func):
    'Set a trace function for all threads started from the threading module and all Python threads that are currently executing.'
    settrace(func)
    _sys._settraceallthreads(func)


def setprofile_all_threads(func):
    'Set a profile function for all threads started from the threading module and all Python threads that are currently executing.'
    setprofile(func)
    _sys._setprofileallthreads(func)


def gettrace():
    'Get the trace function as set by threading.settrace().'
    return _trace_hook


def getprofile():
    'Get the profiler function as set by threading.setprofile().'
    return _profile_hook


def RLock(*args, **kwargs):
    'Factory function that returns a new reentrant lock.'
    return _CRLock(*args, **kwargs)


class Condition:
    'Class that implements a condition variable.'

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        from collections import deque
        self._waiters = deque()

    def _at_fork_reinit(self):
        self._waiters.clear()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        'Wait until notified or until a timeout occurs.'
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        gate = _allocate_lock()
        gate.acquire()
        self._waiters.append(gate)
        state = self._release_save()
        woken = False
        try:
            if timeout is None:
                gate.acquire()
                woken = True
            elif timeout > 0:
                woken = gate.acquire(True, timeout)
            else:
                woken = gate.acquire(False)
            return woken
        finally:
            self._acquire_restore(state)
            if not woken:
                try:
                    self._waiters.remove(gate)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        'Wait until a condition evaluates to True.'
        deadline = None
        left = timeout
        answer = predicate()
        while not answer:
            if left is not None:
                if deadline is None:
                    deadline = _time() + left
                else:
                    left = deadline - _time()
                    if left <= 0:
                        break
            self.wait(left)
            answer = predicate()
        return answer

    def notify(self, n=1):
        'Wake up one or more threads waiting on this condition, if any.'
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            gate = waiters[0]
            try:
                gate.release()
            except RuntimeError:
                pass
            else:
                n -= 1
            try:
                waiters.remove(gate)
            except ValueError:
                pass

    def notify_all(self):
        'Wake up all threads waiting on this condition.'
        self.notify(len(self._waiters))

    def notifyAll(self):
        'Wake up all threads waiting on this condition (deprecated).'
        import warnings
        warnings.warn('notifyAll() is deprecated, use notify_all() instead', DeprecationWarning, stacklevel=2)
        self.notify_all()


class Semaphore:
    'This class implements semaphore objects.'

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        'Acquire a semaphore, decrementing the internal counter by one.'
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if deadline is None:
                        deadline = _time() + timeout
                    else:
                        timeout = deadline - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        'Release a semaphore, incrementing the internal counter by one or more.'
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    'Implements a bounded semaphore.'

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        'Release a semaphore, incrementing the internal counter by one or more.'
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    'Class implementing event objects.'

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        'Return true if and only if the internal flag is true.'
        return self._flag

    def isSet(self):
        'Return true if and only if the internal flag is true (deprecated).'
        import warnings
        warnings.warn('isSet() is deprecated, use is_set() instead', DeprecationWarning, stacklevel=2)
        return self.is_set()

    def set(self):
        'Set the internal flag to true.'
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        'Reset the internal flag to false.'
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        'Block until the internal flag is true.'
        with self._cond:
            flag = self._flag
            if not flag:
                flag = self._cond.wait(timeout)
            return flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    'Implements a Barrier.'

    # _state: 0 filling, 1 draining, -1 resetting, -2 broken.
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = self.__class__
        where = f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}'
        return where + (': broken>' if self.broken else f': waiters={self.n_waiting}/{self.parties}>')

    def wait(self, timeout=None):
        'Wait for the barrier.'
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = 1
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def reset(self):
        'Reset the barrier to the initial state.'
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        "Place the barrier into a 'broken' state."
        with self._cond:
            self._break()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    @property
    def parties(self):
        'Return the number of threads required to trip the barrier.'
        return self._parties

    @property
    def n_waiting(self):
        'Return the number of threads currently waiting at the barrier.'
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        'Return True if the barrier is in a broken state.'
        return self._state == -2


_counter = _count(1).__next__
_active = {}


class Thread:
    'A class that represents a thread of control.'
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = 'Thread-%d' % _counter()
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._context = context
        self._ident = None
        self._native_id = None
        self._handle = _ThreadHandle()
        self._started = Event()
        self._initialized = True
        self._stderr = _sys.stderr

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._started.is_set():
            status = 'started'
        if self._handle.is_done():
            status = 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += ' %s' % self._ident
        return '<%s(%s, %s)>' % (self.__class__.__name__, self._name, status)

    def start(self):
        "Start the thread's activity."
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        if self._context is None and _sys.version_info >= (3, 14):
            import contextvars
            self._context = contextvars.Context()
        self._started.set()
        _thread._start(self._handle, self._bootstrap)

    def run(self):
        "Method representing the thread's activity."
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs) #@ 3.11=982 3.12=1012 3.13=994 3.14=1023 3.15=1023
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            self._ident = get_ident()
            self._native_id = get_native_id()
            _active[self._ident] = self
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                if self._context is None:
                    self.run() #@ 3.11=1045 3.12=1075 3.13=1043 3.14=1078 3.15=1078
                else:
                    self._context.run(self.run) #@ 3.14=1081 3.15=1081
            except:
                self._report()
        finally:
            _active.pop(self._ident, None)
            for values in list(_local_values.values()):
                values.pop(self._ident, {}).clear()

    def _report(self):
        exc_info = _sys.exc_info()
        try:
            excepthook(_thread._hook_args(*exc_info, self))
        except Exception as exc:
            print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
            _sys.excepthook(*_sys.exc_info())
        finally:
            exc_info = None

    def join(self, timeout=None):
        'Wait until the thread terminates.'
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        self._handle.join(timeout)

    @property
    def name(self):
        'A string used for identification purposes only.'
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        'Thread identifier of this thread or None if it has not been started.'
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        'Native integral thread ID of this thread, or None if it has not been started.'
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    def is_alive(self):
        'Return whether the thread is alive.'
        assert self._initialized, 'Thread.__init__() not called'
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        'A boolean value indicating whether this thread is a daemon thread.'
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        'Return whether this thread is a daemon (deprecated).'
        import warnings
        warnings.warn('isDaemon() is deprecated, get the daemon attribute instead', DeprecationWarning, stacklevel=2)
        return self.daemon

    def setDaemon(self, daemonic):
        'Set whether this thread is a daemon (deprecated).'
        import warnings
        warnings.warn('setDaemon() is deprecated, set the daemon attribute instead', DeprecationWarning, stacklevel=2)
        self.daemon = daemonic

    def getName(self):
        'Return a string used for identification purposes only (deprecated).'
        import warnings
        warnings.warn('getName() is deprecated, get the name attribute instead', DeprecationWarning, stacklevel=2)
        return self.name

    def setName(self, name):
        'Set the name string for this thread (deprecated).'
        import warnings
        warnings.warn('setName() is deprecated, set the name attribute instead', DeprecationWarning, stacklevel=2)
        self.name = name


def excepthook(args, /):
    'Handle uncaught Thread.run() exception.'
    if args.exc_type == SystemExit:
        return
    if _sys is not None and _sys.stderr is not None:
        out = _sys.stderr
    elif args.thread is not None:
        out = args.thread._stderr
        if out is None:
            return
    else:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    print(f'Exception in thread {name}:', file=out, flush=True)
    import traceback
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=out)
    out.flush()


__excepthook__ = excepthook


class Timer(Thread):
    'Call a function after a specified number of seconds.'

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        "Stop the timer if it hasn't finished yet."
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs) #@ 3.11=1401 3.12=1433 3.13=1344 3.14=1389 3.15=1389
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = 'MainThread'
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._context = None
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _ThreadHandle()
        self._started = Event()
        self._initialized = True
        self._stderr = _sys.stderr
        self._started.set()
        _active[self._ident] = self


class _DummyThread(Thread):
    def __init__(self):
        super().__init__(name='Dummy-%d' % _counter(), daemon=True)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    "Return the current Thread object, corresponding to the caller's thread of control."
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    "Return the current Thread object, corresponding to the caller's thread of control (deprecated)."
    import warnings
    warnings.warn('currentThread() is deprecated, use current_thread() instead', DeprecationWarning, stacklevel=2)
    return current_thread()


def active_count():
    'Return the number of Thread objects currently alive.'
    return len(_active)


def activeCount():
    'Return the number of Thread objects currently alive (deprecated).'
    import warnings
    warnings.warn('activeCount() is deprecated, use active_count() instead', DeprecationWarning, stacklevel=2)
    return active_count()


def enumerate():
    'Return a list of all Thread objects currently alive.'
    return list(_active.values())


def main_thread():
    'Return the main thread object.'
    return _main_thread


_exit_calls = []


def _register_atexit(func, *args, **kwargs):
    _exit_calls.append(lambda: func(*args, **kwargs))


def _shutdown():
    for call in reversed(_exit_calls):
        call()
    while True:
        waiting = [thread for thread in _active.values() if not thread.daemon and thread is not _main_thread]
        if not waiting:
            break
        for thread in waiting:
            thread._handle.join()


_local_values = {}


class local:
    'Thread-local data'

    __module__ = '_thread'
    __qualname__ = '_local'
    __slots__ = ('_made_with', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_made_with', (args, kwargs))
        _local_values[id(self)] = {get_ident(): object.__getattribute__(self, '__dict__')}
        return self

    def __del__(self):
        _local_values.pop(id(self), None)

    def __sizeof__(self):
        return 40 if _sys.version_info >= (3, 13) else 48

    def __getattribute__(self, name):
        _enter_local(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f'{type(self).__name__!r} object attribute {name!r} is read-only')
        _enter_local(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f'{type(self).__name__!r} object attribute {name!r} is read-only')
        _enter_local(self)
        object.__delattr__(self, name)


def _enter_local(self):
    values = _local_values[id(self)]
    ident = get_ident()
    if ident in values:
        object.__setattr__(self, '__dict__', values[ident])
        return
    values[ident] = {}
    object.__setattr__(self, '__dict__', values[ident])
    cls = type(self)
    if cls.__init__ is not object.__init__:
        args, kwargs = object.__getattribute__(self, '_made_with')
        cls.__init__(self, *args, **kwargs)


_main_thread = _MainThread()
`;
