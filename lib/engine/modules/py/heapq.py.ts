// heapq: behaves as CPython 3.13's Lib/heapq.py; written for the engine.
export default () => String.raw`
"""Heap queue algorithm (a.k.a. priority queue): heaps are lists where a[k] <= a[2*k+1] and a[k] <= a[2*k+2]."""
import sys
from _heapq import heappush, heappop, heapify, heapreplace, heappushpop
from _heapq import heappop_max as _heappop_max, heapreplace_max as _heapreplace_max, heapify_max as _heapify_max

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']

if sys.version_info >= (3, 14):
    from _heapq import heappush_max, heappop_max, heapify_max, heapreplace_max, heappushpop_max
    __all__ += ['heappush_max', 'heappop_max', 'heapify_max', 'heapreplace_max', 'heappushpop_max']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output: a generator.

    >>> list(merge([1,3,5,7], [0,2,4,8], [5,10,15,20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]
    '''
    h = []
    h_append = h.append
    if reverse:
        _heapify, _heappop, _heapreplace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        _heapify, _heappop, _heapreplace, direction = heapify, heappop, heapreplace, 1
    for order, it in enumerate(map(iter, iterables)):
        try:
            next_ = it.__next__
            value = next_()
            h_append([value if key is None else key(value), order * direction, value, next_])
        except StopIteration:
            pass
    _heapify(h)
    while len(h) > 1:
        try:
            while True:
                s = h[0]
                value = s[2]
                yield value
                s[2] = value = s[3]()
                s[0] = value if key is None else key(value)
                _heapreplace(h, s)
        except StopIteration:
            _heappop(h)
    if h:
        _, _, value, next_ = h[0]
        yield value
        yield from next_.__self__


def _select(n, iterable, key, best, first, step, heapify_, replace):
    it = iter(iterable)
    if key is None:
        result = [(elem, i) for i, elem in zip(range(first, n * step + first, step) if n else (), it)]
        if not result:
            return result
        heapify_(result)
        top = result[0][0]
        order = n * step + first
        for elem in it:
            if best(elem, top):
                replace(result, (elem, order))
                top, _ = result[0]
                order += step
        result.sort(reverse=step < 0)
        return [elem for elem, _ in result]
    result = [(key(elem), i, elem) for i, elem in zip(range(first, n * step + first, step) if n else (), it)]
    if not result:
        return result
    heapify_(result)
    top = result[0][0]
    order = n * step + first
    for elem in it:
        k = key(elem)
        if best(k, top):
            replace(result, (k, order, elem))
            top, _, _ = result[0]
            order += step
    result.sort(reverse=step < 0)
    return [elem for _, _, elem in result]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key)[:n]
    """
    if n == 1:
        sentinel = object()
        result = min(iter(iterable), default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return _select(n, iterable, key, lambda a, b: a < b, 0, 1, _heapify_max, _heapreplace_max)


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key, reverse=True)[:n]
    """
    if n == 1:
        sentinel = object()
        result = max(iter(iterable), default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return _select(n, iterable, key, lambda a, b: b < a, 0, -1, heapify, heapreplace)
`;
