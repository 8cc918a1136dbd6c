# verdict: partial
# fails: objects, counts
# says: `tree(3).children[0].up` is a `Node` in your heap, and a `weakref.ReferenceType` in the target
# The children hold their parent.
class Node:
    def __init__(self, name, up):
        self.name = name
        self.up = up
        self.children = []


def tree(n):
    root = Node("root", None)
    for number in range(n):
        root.children.append(Node(f"child {number}", root))
    return root
