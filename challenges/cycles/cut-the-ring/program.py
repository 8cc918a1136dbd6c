class Node:
    def __init__(self, name):
        self.name = name


def ring(names):
    nodes = [Node(name) for name in names]
    for i, node in enumerate(nodes):
        node.next = nodes[(i + 1) % len(nodes)]
        node.back = nodes[i - 1]


ring("abcd")
