def probe(name, f, g):
    a = f(); i = id(a); del a
    b = g(); print(name, id(b) == i)
ten = 10
for e in range(2, 16):
    for g in range(2, 16):
        probe((e, g), lambda: ten ** e, lambda: ten ** g)
x = 7 ** 20; i = id(x); del x; y = 3 ** 33; print(id(y) == i)
x = (-3) ** 31; i = id(x); del x; y = pow(5, 31); print(id(y) == i)
