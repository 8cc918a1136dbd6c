# verdict: partial
# fails: freed
# says: not for a hidden one
# Knows only the names of the visible cases.
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
    if ring.name in ("a", "x", "k"):
        ring.next = None


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
