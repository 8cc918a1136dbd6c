# verdict: wrong-answer
# fails: objects, sharing, counts
# says: the target has no such reference
# Thinks that a weak reference needs a callback.
import weakref


class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


def tree(n):
    root = Node("root", None)
    for number in range(n):
        root.children.append(Node(f"child {number}", weakref.ref(root, print)))
    return root
