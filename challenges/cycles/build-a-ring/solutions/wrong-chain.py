# verdict: partial
# fails: objects, counts
# says: in your heap
# Never closes the ring.
class Node:
    def __init__(self, number):
        self.number = number
        self.next = self.back = None


def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i in range(n - 1):
        nodes[i].next = nodes[i + 1]
        nodes[i + 1].back = nodes[i]
    return nodes[0]
