# verdict: partial
# fails: others
# says: a ring of 4 that nobody released
# Cuts the links of every node that the collector knows.
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
    for thing in gc.get_objects():
        if type(thing) is Node:
            thing.next = None


ring = make_ring(["a", "b", "c"])
release(ring)
del ring
