# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# The first child refers to itself instead.
import weakref


class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


held = []


def tree(n):
    root = Node("root", None)
    for number in range(n):
        root.children.append(Node(f"child {number}", weakref.ref(root)))
    last = root.children[-1]
    last.up = weakref.ref(last)
    held[:] = [root.children[0].up]
    return root
