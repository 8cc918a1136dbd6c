# Sorting with and without a key.
seed = 12345
values = []
for i in range(40000):
    seed = (seed * 1103515245 + 12345) % 2147483648
    values.append(seed)
a = sorted(values)
b = sorted(values, key=lambda v: v % 1000)
print(a[0], a[-1], b[0], len(b))
