import sys

row = []
sizes = set()
for i in range({{n}}):
    row.append(i)
    sizes.add(sys.getsizeof(row))
print(len(sizes))
print(sys.getsizeof(row))
print(sys.getsizeof(list(row)))
