# verdict: partial
# fails: objects
# says: the target has no such reference
# Gives each leaf a number.
class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree = Tree()
    tree.leaves = []
    shared = [tree.leaves]
    for _ in range(n):
        leaf = Leaf()
        leaf.tree = tree
        leaf.water = shared
        leaf.number = n
        tree.leaves.append(leaf)
    return tree
