// queue: behaves as CPython 3.13's Lib/queue.py; written for the engine.
export default () => String.raw`
"""A multi-producer, multi-consumer queue."""
import collections
import heapq
import sys
import threading
from time import monotonic as time

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    'Exception raised by Queue.get(block=0)/get_nowait().'
    __module__ = '_queue'


class Full(Exception):
    'Exception raised by Queue.put(block=0)/put_nowait().'


class ShutDown(Exception):
    'Raised when put/get with shut-down queue.'


class Queue:
    '''Create a queue object with a given maximum size. If maxsize is <= 0, the queue size is infinite.'''

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def task_done(self):
        with self.mutex:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError('task_done() called too many times')
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.mutex:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                else:
                    self._wait(self.not_full, lambda: self._qsize() < self.maxsize, timeout, Full)
            if self.is_shutdown:
                raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.mutex:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            else:
                self._wait(self.not_empty, self._qsize, timeout, Empty)
                if self.is_shutdown and not self._qsize():
                    raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def _wait(self, condition, test, timeout, failure):
        if timeout is None:
            while not test() and not self.is_shutdown:
                condition.wait()
        elif timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        else:
            end = time() + timeout
            while not test() and not self.is_shutdown:
                left = end - time()
                if left <= 0.0:
                    raise failure
                condition.wait(left)

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def _init(self, maxsize):
        self.queue = collections.deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class PriorityQueue(Queue):
    '''Variant of Queue that retrieves open entries in priority order (lowest first).'''

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    '''Variant of Queue that retrieves most recently added entries first.'''

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    '''Simple, unbounded, reentrant FIFO queue.'''

    __module__ = '_queue'
    __slots__ = ('_items', '_waiters', '__weakref__')

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError(f"SimpleQueue() takes no {'positional' if args else 'keyword'} arguments")
        self._items = collections.deque()
        self._waiters = collections.deque()

    def __sizeof__(self):
        return 56 if sys.version_info >= (3, 13) else 40

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        while self._waiters:
            gate = self._waiters.popleft()
            if gate.locked():
                gate.release()
                break

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else time() + timeout
        while not self._items:
            if not block:
                raise Empty
            gate = threading.Lock()
            gate.acquire()
            self._waiters.append(gate)
            if end is None:
                gate.acquire()
            elif not gate.acquire(timeout=max(0.0, end - time())):
                self._waiters.remove(gate)
                if not self._items:
                    raise Empty
        return self._items.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)


if sys.version_info < (3, 13):
    del ShutDown, Queue.shutdown
    __all__.remove('ShutDown')
`;
