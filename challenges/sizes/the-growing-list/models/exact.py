# belief: each append made room for exactly one item; a list takes some in advance, so that it seldom moves
import sys

row = []
sizes = set()
for i in range({{n}}):
    row = [None] * i; row.append(i); row = [None] * (i + 1)
    sizes.add(sys.getsizeof(row))
print(len(sizes))
print(sys.getsizeof(row))
print(sys.getsizeof(list(row)))
