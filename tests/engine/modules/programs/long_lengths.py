# Lengths and places beyond what a double holds: of ranges, and of objects that say so.
import operator
from bisect import bisect_left, bisect_right

print(len(range(10**17 + 1)))
r = range(2**60 + 3)
print(len(r), r[-1], len(r[5:]), r.index(2**60 + 1), r[2**60 + 1])
print(operator.length_hint(r), len(range(0, 2**61 + 1, 2)), next(reversed(r)))


class Long:
    def __len__(self):
        return 2**62 + 1

    def __length_hint__(self):
        return 2**61 + 1

    def __getitem__(self, i):
        return i


class Hint:
    def __length_hint__(self):
        return 2**61 + 1


print(len(Long()), operator.length_hint(Long()), operator.length_hint(Hint()), operator.length_hint(5, 2**60 + 1))
print(bisect_left(r, 10**17 + 3), bisect_right(r, 2**60 + 1), bisect_left(Long(), 2**61 + 1))
print(bisect_left(r, 7, 2**60 - 5), bisect_left(r, 2**60, 1, 2**59 + 1), bisect_left(r, 10**35, key=lambda v: v * v))
for n, v in (0, 0), (0, -1), (1, -1), (0, 1), (1 << 40, 0):
    try:
        print(n, v, v.to_bytes(n, 'big', signed=True) if n < 100 else bisect_left(range(n), n - 1))
    except OverflowError as e:
        print(e)
for name in 'constructor',:
    for decoded in lambda: b''.decode(name), lambda: str(b'', name), lambda: bytearray().decode(name), lambda: b'', :
        print(repr(decoded()))
