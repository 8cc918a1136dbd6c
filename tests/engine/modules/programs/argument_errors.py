# What natives say of wrong arguments: mappingproxy, gc, heapq, itertools, contextvars, queue, tracemalloc, graphlib, namedtuple's getter
import contextvars, gc, graphlib, heapq, itertools, queue, tracemalloc, types
from collections import namedtuple
O = type('O', (), {})
for f in (lambda: types.MappingProxyType(), lambda: types.MappingProxyType({}, 1), lambda: types.MappingProxyType([]), lambda: types.MappingProxyType(mapping={1: 2}), lambda: types.MappingProxyType('ab')[0],
          lambda: gc.get_objects('x'), lambda: gc.get_objects(3.5), lambda: gc.get_objects(7), lambda: heapq.heappush(None, 1), lambda: heapq.heapify(None),
          lambda: itertools.combinations(1, 'a'), lambda: itertools.combinations(1, 2), lambda: itertools.permutations(1, 'a'), lambda: itertools.combinations_with_replacement('a', -1),
          lambda: itertools.islice([1], 1, 'x'), lambda: itertools.islice([1], 'x', 1), lambda: itertools.islice([1], -2), lambda: itertools.islice([1], -1), lambda: itertools.islice('a', 'b', 'c'), lambda: itertools.islice([1], 0, 1, 0),
          lambda: contextvars.Context(1), lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar('a', 'b'), lambda: contextvars.ContextVar(5), lambda: contextvars.ContextVar('a', 1, default=2),
          lambda: queue.SimpleQueue(1), lambda: queue.SimpleQueue(a=1), lambda: tracemalloc.Filter(True, 5), lambda: graphlib.TopologicalSorter([1]), lambda: list(graphlib.TopologicalSorter({1: [2]}).static_order()),
          lambda: namedtuple('A', 'x').x):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
