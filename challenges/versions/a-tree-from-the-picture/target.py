class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree, water = Tree(), []
    tree.leaves = []
    for _ in range(n):
        leaf = Leaf()
        leaf.tree, leaf.water = tree, water
        tree.leaves.append(leaf)
    water.append(tree.leaves)
    return tree
