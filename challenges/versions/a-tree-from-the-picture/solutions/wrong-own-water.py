# verdict: partial
# fails: sharing, counts
# says: are one object in the target, and two in your heap
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
