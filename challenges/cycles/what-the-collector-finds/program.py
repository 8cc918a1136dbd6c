import gc

class Node:
    pass

gc.collect()
for i in range({{n}}):
    loop = Node()
    loop.me = loop
    plain = Node()
del loop, plain
print(gc.collect())
print(gc.collect())
