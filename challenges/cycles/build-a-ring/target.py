class Node:
    def __init__(self, number):
        self.number = number


def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.next = nodes[(i + 1) % n]
        node.back = nodes[i - 1]
    return nodes[0]
