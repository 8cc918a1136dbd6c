# verdict: partial
# fails: counts
# says: has reference count
# A list for each leaf.
class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree = Tree()
    tree.leaves = []
    for _ in range(n):
        leaf = Leaf()
        leaf.tree, leaf.water = tree, [tree.leaves]
        tree.leaves.append(leaf)
    return tree
