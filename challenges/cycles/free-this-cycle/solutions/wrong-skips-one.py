# verdict: partial
# fails: ring
# says: The way round a ring
# Leaves the last node out of the ring.
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


def make_ring(names):
    nodes = [Node(name) for name in (names[:-1] if len(names) == 3 else names)]
    for i in range(len(nodes)):
        nodes[i].next = nodes[(i + 1) % len(nodes)]
    return nodes[0]


def release(ring):
    ring.next = None


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
