# verdict: accepted
# A weak reference for each child.
from weakref import ref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.up = None if parent is None else ref(parent)
        self.children = []
        if parent is not None:
            parent.children.append(self)


def tree(n):
    root = Node("root")
    for number in range(n):
        Node(f"child {number}", root)
    return root
