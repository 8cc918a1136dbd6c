# verdict: accepted
# medal: gold
# All places at once, filled afterwards.
import sys


def squares(n):
    result = [0] * n
    for i in range(n):
        result[i] = i * i
    return result


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
