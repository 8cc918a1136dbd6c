# verdict: partial
# fails: freed
# says: No name reaches it
# Binds the parameter to something else: the caller's nodes do not notice.
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
    ring = None


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
