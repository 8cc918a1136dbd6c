# verdict: partial
# fails: objects
# says: is 'child 1' in your heap, and 'child 0' in the target
# Counts from one.
import weakref


class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


def tree(n):
    root = Node("root", None)
    for number in range(n):
        root.children.append(Node(f"child {number + 1}", weakref.ref(root)))
    return root
