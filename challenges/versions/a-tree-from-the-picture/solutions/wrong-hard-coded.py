# verdict: partial | wrong-answer
# says: not for
# Two leaves, always.
class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree, one, two = Tree(), Leaf(), Leaf()
    tree.leaves = [one, two]
    one.water = two.water = [tree.leaves]
    one.tree = two.tree = tree
    return tree
