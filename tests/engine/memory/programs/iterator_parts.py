import sys, gc, itertools
gc.disable(); gc.collect()
v = itertools.zip_longest([1], [2, 3], fillvalue=[[], ()])
x = next(v)
print([type(o).__name__ for o in gc.get_referents(v) if not isinstance(o, type)])
del x
print([type(o).__name__ for o in gc.get_referents(v) if not isinstance(o, type)])
v = itertools.zip_longest([1], [2, 3])
next(v)
print([type(o).__name__ for o in gc.get_referents(v) if not isinstance(o, type)])
next(v)
print([type(o).__name__ for o in gc.get_referents(v) if not isinstance(o, type)])
for f in (lambda: itertools.accumulate([1,2,3]), lambda: itertools.pairwise([1,2,3]), lambda: itertools.groupby([1,1,2]), lambda: itertools.product([1,2], repeat=2), lambda: itertools.combinations('abcd',2), lambda: itertools.permutations('abcd',2), lambda: itertools.cycle([1,2]), lambda: itertools.islice([1,2],1), lambda: itertools.tee([1,2])[0], lambda: itertools.chain([1],[2]), lambda: itertools.zip_longest([1],[2,3], fillvalue=[]), lambda: itertools.repeat([1], 2), lambda: itertools.count(5), lambda: itertools.count(5.5), lambda: itertools.starmap(pow, [(1,2)]), lambda: itertools.takewhile(bool, [1,0]), lambda: itertools.compress('ab', [1,1]), lambda: zip([1],[2]), lambda: map(pow, [1],[2]), lambda: enumerate('ab')):
    it = f()
    out = []
    for _ in range(5):
        out.append([type(o).__name__ for o in gc.get_referents(it) if not isinstance(o, type)])
        out.append(sys.getsizeof(it))
        try: x = next(it)
        except StopIteration: out.append('end'); break
        out.append(sys.getrefcount(x) if type(x) is tuple else 0)
    out.append([type(o).__name__ for o in gc.get_referents(it) if not isinstance(o, type)])
    print(type(it).__name__, out)
