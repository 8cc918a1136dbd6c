# verdict: partial
# fails: freed
# says: refcount 1, held by `Node`
# Thinks that del frees the object; it only takes the name away.
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
    del ring


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
