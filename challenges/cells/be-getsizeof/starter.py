def size(n):
    return 28


for n in (0, 1, -5, 2**29, 2**30, 2**60, 10**100):
    print(n, size(n))
