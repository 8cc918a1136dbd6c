class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree = Tree()
    tree.leaves = [Leaf() for _ in range(n)]
    return tree
