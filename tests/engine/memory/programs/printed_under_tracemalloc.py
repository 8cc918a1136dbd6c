import tracemalloc
tracemalloc.start()
g = tracemalloc.get_traced_memory
def f():
    a = g()[0]
    print(a > 1)
    b = g()[0]
    print('x' * int('100'))
    c = g()[0]
    print(b - a, c - b)
    d = g()[0]
    e = g()[0]
    print(d - c, e - d)
f()
f()
