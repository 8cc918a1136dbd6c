# verdict: partial
# says: not for a hidden one
# Three children, always.
import weakref


class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


def tree(n):
    root = Node("root", None)
    for name in ("child 0", "child 1", "child 2"):
        root.children.append(Node(name, weakref.ref(root)))
    return root
