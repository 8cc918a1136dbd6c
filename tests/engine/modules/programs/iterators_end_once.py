# An iterator that reaches its end lets go of what it iterated over; that one's __del__ may ask it again.
import array, collections, gc, itertools

gc.disable()


def ends(name, cls, iterate, *args):
    class Watched(cls):
        def __del__(self):
            try:
                print(name, 'again', next(it))
            except StopIteration:
                print(name, 'is at its end')

    it = iterate(Watched(*args))
    print(name, len(list(it)))


for name, cls, args in [
    ('list', list, [[1, 2]]), ('tuple', tuple, [(1, 2)]), ('dict', dict, [{1: 2}]), ('set', set, [{1, 2}]), ('frozenset', frozenset, [{1}]), ('str', str, ['ab']),
    ('ascii', str, ['é']), ('bytes', bytes, [b'ab']), ('bytearray', bytearray, [b'ab']), ('deque', collections.deque, ['ab']),
    ('OrderedDict', collections.OrderedDict, [{1: 2}]), ('Counter', collections.Counter, ['aab']), ('array', array.array, ['i', [1, 2]]), ('UserList', collections.UserList, [[1]]),
]:
    ends(name, cls, iter, *args)
for name, cls, args in [('list', list, [[1, 2]]), ('tuple', tuple, [(1, 2)]), ('dict', dict, [{1: 2}]), ('deque', collections.deque, ['ab']), ('OrderedDict', collections.OrderedDict, [{1: 2}])]:
    ends('reversed ' + name, cls, reversed, *args)
for name, method in [('keys', 'keys'), ('values', 'values'), ('items', 'items')]:
    for cls in dict, collections.OrderedDict:
        ends(f'{cls.__name__} {name}', cls, lambda d: iter(getattr(d, method)()), {1: 2})
ends('enumerate', list, enumerate, [1])
ends('zip', list, lambda o: zip(o), [1])
ends('map', list, lambda o: map(str, o), [1])
ends('filter', list, lambda o: filter(None, o), [1])
ends('chain', list, lambda o: itertools.chain(o), [1])
ends('islice', list, lambda o: itertools.islice(o, 5), [1])
ends('islice stopped', list, lambda o: itertools.islice(o, 1), [1, 2])
ends('cycle', list, lambda o: itertools.islice(itertools.cycle(o), 0), [1])
ends('accumulate', list, itertools.accumulate, [1, 2])
ends('pairwise', list, itertools.pairwise, [1, 2])
ends('groupby', list, itertools.groupby, [1, 1])
ends('takewhile', list, lambda o: itertools.takewhile(bool, o), [1, 0])
ends('starmap', list, lambda o: itertools.starmap(print, o), [()])
ends('compress', list, lambda o: itertools.compress(o, [1]), [1])
ends('zip_longest', list, lambda o: itertools.zip_longest(o, [1, 2]), [1])
ends('product', list, lambda o: itertools.product(o), [1])
ends('tee', list, lambda o: itertools.tee(o)[0], [1])
gc.collect()
