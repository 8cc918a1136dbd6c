# verdict: partial
# fails: freed
# says: still alive
# Collects too early: the caller still holds the ring.
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


def make_ring(names):
    nodes = [Node(name) for name in names]
    for i in range(len(nodes)):
        nodes[i].next = nodes[(i + 1) % len(nodes)]
    return nodes[0]


def release(ring):
    gc.collect()


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
