# verdict: partial
# fails: counts
# says: has reference count
# A forest remembers every tree.
class Tree:
    pass


class Leaf:
    pass


forest = []


def grow(n):
    tree = Tree()
    forest.append(tree)
    tree.leaves = []
    shared = [tree.leaves]
    for _ in range(n):
        leaf = Leaf()
        leaf.tree, leaf.water = tree, shared
        tree.leaves.append(leaf)
    return tree
