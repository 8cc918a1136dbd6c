// concurrent.futures: behaves as CPython 3.13's Lib/concurrent/futures, threads only; written for the engine.
/** The package. */
export const futuresSource = () => String.raw`
"""Execute computations asynchronously using threads or processes."""
from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError, InvalidStateError,
                                      BrokenExecutor, Future, Executor, wait, as_completed)
from concurrent.futures.thread import ThreadPoolExecutor

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError', 'BrokenExecutor',
           'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor']


def __getattr__(name):
    if name in ('ProcessPoolExecutor', 'InterpreterPoolExecutor'):
        raise AttributeError(f'{name} is not simulated: there is one process and one interpreter')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
`;

/** concurrent.futures._base. */
export const futuresBaseSource = () => String.raw`
import collections
import threading
import time
import types

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'
_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""


DoneAndNotDoneFutures = collections.namedtuple('DoneAndNotDoneFutures', 'done not_done')


class Future:
    """Represents the result of an asynchronous computation."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _finish(self, state):
        self._state = state
        for event in self._waiters:
            event.set()
        self._condition.notify_all()

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                import logging
                logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def __repr__(self):
        with self._condition:
            text = f'<{self.__class__.__name__} at {id(self):#x} state={_SHOWN[self._state]}'
            if self._state == FINISHED:
                if self._exception:
                    return f'{text} raised {self._exception.__class__.__name__}>'
                return f'{text} returned {self._result.__class__.__name__}>'
            return text + '>'

    def cancel(self):
        """Cancel the future if possible."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Return True if the future was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Return True if the future is currently executing."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Return True if the future was cancelled or finished executing."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def __get_result(self):
        if self._exception is not None:
            try:
                raise self._exception #@ 3.11=401 3.12=401 3.13=401 3.14=395 3.15=395
            finally:
                self = None
        else:
            return self._result

    def add_done_callback(self, fn):
        """Attaches a callable that will be called when the future finishes."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def result(self, timeout=None):
        """Return the result of the call that the future represents."""
        try:
            with self._condition:
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                elif self._state == FINISHED:
                    return self.__get_result() #@ 3.11=449 3.12=449 3.13=449 3.14=443 3.15=443
                self._condition.wait(timeout)
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                elif self._state == FINISHED:
                    return self.__get_result() #@ 3.11=456 3.12=456 3.13=456 3.14=450 3.15=450
                else:
                    raise TimeoutError()
        finally:
            self = None

    def exception(self, timeout=None):
        """Return the exception raised by the call that the future represents."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._condition.wait(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return self._exception
            raise TimeoutError()

    def set_running_or_notify_cancel(self):
        """Mark the future as running or process any cancel notifications."""
        with self._condition:
            if self._state == CANCELLED:
                self._finish(CANCELLED_AND_NOTIFIED)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """Sets the return value of work associated with the future."""
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._finish(FINISHED)
        self._invoke_callbacks()

    def set_exception(self, exception):
        """Sets the result of the future as being the given exception."""
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._exception = exception
            self._finish(FINISHED)
        self._invoke_callbacks()

    __class_getitem__ = classmethod(types.GenericAlias)


def _watch(futures, event):
    for future in futures:
        with future._condition:
            future._waiters.append(event)


def _unwatch(futures, event):
    for future in futures:
        with future._condition:
            if event in future._waiters:
                future._waiters.remove(event)


def _is_done(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def as_completed(fs, timeout=None):
    """An iterator over the given futures that yields each as it completes."""
    deadline = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    event = threading.Event()
    _watch(fs, event)
    try:
        finished = [future for future in fs if _is_done(future)]
        order = []
        _note_order(fs, order)
        pending = fs.difference(finished)
        while True:
            for future in finished:
                yield future
            if not pending:
                return
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
            event.wait(left)
            event.clear()
            finished = [future for future in order if future in pending]
            pending.difference_update(finished)
    finally:
        _unwatch(fs, event)


def _note_order(futures, order):
    class Note:
        def __init__(self, future):
            self.future = future

        def set(self):
            order.append(self.future)
    for future in futures:
        with future._condition:
            if not _is_done(future):
                future._waiters.insert(0, Note(future))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures in the given sequence to complete."""
    fs = set(fs)
    end = None if timeout is None else time.monotonic() + timeout
    event = threading.Event()
    _watch(fs, event)
    try:
        while True:
            done = {future for future in fs if _is_done(future)}
            if len(done) == len(fs) or return_when == FIRST_COMPLETED and done:
                break
            if return_when == FIRST_EXCEPTION and any(future._exception is not None and not future.cancelled() for future in done):
                break
            if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
                raise ValueError('Invalid return condition: %r' % return_when)
            if not event.wait(None if end is None else max(0.0, end - time.monotonic())):
                done = {future for future in fs if _is_done(future)}
                break
            event.clear()
    finally:
        _unwatch(fs, event)
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout) #@ 3.11=317 3.12=317 3.13=317 3.14=311 3.15=311
        finally:
            future.cancel()
    finally:
        del future


class Executor:
    """This is an abstract base class for concrete asynchronous executors."""

    def submit(self, fn, /, *args, **kwargs):
        """Submits a callable to be executed with the given arguments."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """Returns an iterator equivalent to map(fn, iter)."""
        end = None if timeout is None else timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if end is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), end - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Clean-up the resources associated with the Executor."""
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
`;

/** concurrent.futures.thread. */
export const futuresThreadSource = () => String.raw`
"""Implements ThreadPoolExecutor."""
from concurrent.futures import _base
import itertools
import queue
import sys
import threading
import weakref

_pools = weakref.WeakSet()


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


if sys.version_info < (3, 14):
    class _WorkItem:
        def __init__(self, future, fn, args, kwargs):
            self.future = future
            self.fn = fn
            self.args = args
            self.kwargs = kwargs

        def run(self):
            if not self.future.set_running_or_notify_cancel():
                return
            try:
                result = self.fn(*self.args, **self.kwargs) #@ 3.11=58 3.12=59 3.13=59
            except BaseException as exc:
                self.future.set_exception(exc)
                self = None
            else:
                self.future.set_result(result)
else:
    class _WorkerContext:
        def run(self, task):
            fn, args, kwargs = task
            return fn(*args, **kwargs) #@ 3.14=73 3.15=73


    class _WorkItem:
        def __init__(self, future, fn, args, kwargs):
            self.future = future
            self.task = (fn, args, kwargs)

        def run(self):
            if not self.future.set_running_or_notify_cancel():
                return
            ctx = _WorkerContext()
            try:
                result = ctx.run(self.task) #@ 3.14=86 3.15=86
            except BaseException as exc:
                self.future.set_exception(exc)
                self = None
            else:
                self.future.set_result(result)


def _worker(executor_reference, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        try:
            item = work_queue.get_nowait()
        except queue.Empty:
            executor = executor_reference()
            if executor is not None:
                executor._idle_semaphore.release()
            del executor
            item = work_queue.get(block=True)
        if item is not None:
            item.run()
            del item
            continue
        executor = executor_reference()
        if executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            work_queue.put(None)
            return
        del executor


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        """Initializes a new ThreadPoolExecutor instance."""
        if max_workers is None:
            import os
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or 'ThreadPoolExecutor-%d' % self._counter()
        self._initializer = initializer
        self._initargs = initargs
        _pools.add(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
        self._adjust_thread_count()
        return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return

        def wake(_, work_queue=self._work_queue):
            work_queue.put(None)
        count = len(self._threads)
        if count < self._max_workers:
            name = '%s_%d' % (self._thread_name_prefix or self, count)
            worker = threading.Thread(name=name, target=_worker,
                                      args=(weakref.ref(self, wake), self._work_queue, self._initializer, self._initargs))
            self._threads.add(worker)
            worker.start()

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for worker in self._threads:
                worker.join()


def _python_exit():
    for pool in list(_pools):
        pool.shutdown(wait=False)


threading._register_atexit(_python_exit)
`;
