# verdict: partial
# fails: counts
# says: `tree(3)` has reference count
# Keeps the root alive elsewhere, so that the weak references work.
import weakref


class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


roots = []


def tree(n):
    root = Node("root", None)
    roots.append(root)
    for number in range(n):
        root.children.append(Node(f"child {number}", weakref.ref(root)))
    return root
