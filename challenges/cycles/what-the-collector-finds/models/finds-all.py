# belief: the collector found every dead object; those that die by counting are gone before it comes
import gc

class Node:
    pass

gc.collect()
for i in range({{n}}):
    loop = Node()
    loop.me = loop
    plain = Node(); plain.me = plain
del loop, plain
print(gc.collect())
print(gc.collect())
