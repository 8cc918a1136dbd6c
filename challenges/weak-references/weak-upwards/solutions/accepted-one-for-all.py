# verdict: accepted
# Makes the weak reference once.
import weakref


class Node:
    pass


def tree(n):
    root = Node()
    root.name, root.up, root.children = "root", None, []
    up = weakref.ref(root)
    for number in range(n):
        child = Node()
        child.name, child.up, child.children = f"child {number}", up, []
        root.children.append(child)
    return root
