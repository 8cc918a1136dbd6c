# What itertools' iterators are reduced to, and what their copies and pickles give (support that 3.14 took away).
import copy, itertools as I, pickle, re, sys, warnings
warnings.simplefilter('ignore')

MAKERS = [
    lambda: I.islice([1, 2, 3], 1, 9, 3), lambda: I.islice([1, 2, 3], 2), lambda: I.islice(range(9), 2, None), lambda: I.count(5), lambda: I.count(2, 3), lambda: I.count(1 << 80),
    lambda: I.cycle([1, 2]), lambda: I.cycle([]), lambda: I.repeat(3), lambda: I.repeat(3, 4), lambda: I.chain([1], [2]), lambda: I.chain(), lambda: I.chain.from_iterable([[1], [2]]),
    lambda: I.compress([1, 2], [0, 1]), lambda: I.dropwhile(bool, [0, 1]), lambda: I.takewhile(bool, [1, 0]), lambda: I.starmap(pow, [(1, 2), (3, 4)]),
    lambda: I.filterfalse(bool, [0]), lambda: I.accumulate([1, 2]), lambda: I.accumulate([1, 2], pow, initial=3), lambda: I.accumulate([None, 3], max),
    lambda: I.zip_longest([1], [2, 3], fillvalue=0), lambda: I.zip_longest([1], [2, 3]), lambda: I.product([1, 2], [3]), lambda: I.product([], [3]), lambda: I.permutations([1, 2, 3], 2),
    lambda: I.permutations([]), lambda: I.combinations([1, 2, 3], 2), lambda: I.combinations([1], 2), lambda: I.combinations_with_replacement([1, 2], 2), lambda: I.groupby([1, 1, 2]),
    lambda: I.pairwise([1, 2]), lambda: zip([1], [2]), lambda: map(abs, [1]), lambda: filter(None, [1]), lambda: enumerate([1]),
]
def shown(o):
    return re.sub(' at 0x[0-9a-f]+', '', repr(o))
def rest(it):
    return [(k, list(v)) if hasattr(v, '__next__') else (k, v) for k, v in it] if isinstance(it, I.groupby) else list(I.islice(it, 5))
for make in MAKERS:
    for steps in range(4):
        it = make()
        for _ in range(steps):
            next(it, None)
        try:
            print(type(it).__name__, steps, shown(it.__reduce__()))
            print('  copied', rest(copy.copy(it)))
        except Exception as error:
            print(type(it).__name__, steps, type(error).__name__, error)
        it = make()
        for _ in range(steps):
            next(it, None)
        try:
            print('  pickled', rest(pickle.loads(pickle.dumps(it))), rest(copy.deepcopy(it)))
        except Exception as error:
            print('  ', type(error).__name__, error)
for it, state in ((I.chain([1]), [1]), (I.chain([1]), (1,)), (I.cycle([1]), 3), (I.cycle([1]), ((), 0)), (I.product([1], [2]), (1,)), (I.product([1, 2], [2, 3]), (7, -4)),
                  (I.combinations([1, 2, 3], 2), (5, 9)), (I.permutations([1, 2, 3], 2), ((2, 9, 0), (0, 5))), (I.islice([1, 2], 1), 'x')):
    try:
        print(it.__setstate__(state), rest(it))
    except Exception as error:
        print(type(it).__name__, type(error).__name__, error)
item = object()
it = I.repeat(item, 3)
print(sys.getrefcount(item))
parts = it.__reduce__() if hasattr(I.repeat, '__setstate__') or sys.version_info < (3, 14) else None
print(sys.getrefcount(item), parts and parts[1][1:])
