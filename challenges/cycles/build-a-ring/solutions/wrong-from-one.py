# verdict: partial
# fails: objects
# says: in your heap, and 0 in the target
# Counts from one.
class Node:
    def __init__(self, number):
        self.number = number


def ring(n):
    nodes = [Node(i + 1) for i in range(n)]
    for i in range(n):
        nodes[i].next = nodes[(i + 1) % n]
        nodes[i].back = nodes[i - 1]
    return nodes[0]
