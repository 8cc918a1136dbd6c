# verdict: partial
# fails: ring, others
# says: The way round a ring of 3 nodes
# Never closes the ring, so there is nothing to free.
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


def make_ring(names):
    nodes = [Node(name) for name in names]
    for i in range(len(nodes)):
        nodes[i].next = nodes[i + 1] if i + 1 < len(nodes) else None
    return nodes[0]


def release(ring):
    pass


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
