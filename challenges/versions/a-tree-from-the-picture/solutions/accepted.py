# verdict: accepted
# Follows the arrows.
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
        tree.leaves.append(leaf)
    return tree
