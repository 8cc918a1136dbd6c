# verdict: accepted
# Grows the ring node by node.
class Node:
    def __init__(self, number):
        self.number = number


def ring(n):
    first = last = Node(0)
    for number in range(1, n):
        node = Node(number)
        last.next, node.back = node, last
        last = node
    last.next, first.back = first, last
    return first
