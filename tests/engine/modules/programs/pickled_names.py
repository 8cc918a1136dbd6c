# Protocols 0 to 2 use Python 2's names; a list of a subclass is extended; a bytearray reads the value before it looks for the place.
import builtins, collections, functools, itertools, pickle, sys
class Bag(list): pass
for p in range(6):
    for x in ([1], [1, 2], Bag([1]), Bag([1, 2, 3])): print(p, sys.getsizeof(pickle.loads(pickle.dumps(x, p))), len(pickle.dumps(x, p)))
objects = [getattr(builtins, n) for n in sorted(dir(builtins)) if isinstance(getattr(builtins, n), type) and n not in ('EncodingWarning', 'PythonFinalizationError', '__loader__', '_IncompleteInputError')]
objects += [chr, len, functools.reduce, sys.intern, itertools.filterfalse, itertools.zip_longest, itertools.count, collections.UserList, collections.UserDict, collections.UserString, collections.OrderedDict]
for o in objects:
    for p in 0, 2, 3:
        s = pickle.dumps(o, p)
        back = pickle.loads(s)
        print(s, back is o, back.__name__)
print(pickle.dumps(str, 2, fix_imports=False))
for s in b'c__builtin__\nbasestring\n.', b'cexceptions\nStandardError\n.', b'cUserDict\nUserDict\n.', b'c__builtin__\nxrange\n.', b'c__builtin__\nunicode\n.', b'ccopy_reg\n_reconstructor\n.':
    print(pickle.loads(s).__qualname__)
print(pickle.dumps(ValueError('x'), 1), pickle.dumps(FileNotFoundError(2, 'x'), 2))
b = bytearray(b'ab')
class Index:
    def __index__(self): b.clear(); return 1
for act in (lambda: b.__setitem__(9, {}), lambda: b.__setitem__(9, 300), lambda: b.__setitem__(9, 1), lambda: b.__setitem__(0, Index()), lambda: b.__delitem__(9)):
    try: act()
    except (TypeError, ValueError, IndexError) as e: print(type(e).__name__, e, b)
