# verdict: partial
# fails: objects, counts
# says: `ring(3).back` is None in your heap
# One node alone.
class Node:
    def __init__(self, number):
        self.number = number
        self.next = None
        self.back = None


def ring(n):
    return Node(0)
