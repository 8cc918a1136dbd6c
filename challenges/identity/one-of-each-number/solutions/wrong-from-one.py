# verdict: partial
# fails: right
# says: Row 0 of `table(5)` is [1, 2, 3, 4, 5] instead of [0, 0, 0, 0, 0]
# Counts from 1, as at school.
def table(n):
    known = {}
    return [[known.setdefault(i * j, i * j) for j in range(1, n + 1)] for i in range(1, n + 1)]
