# verdict: wrong-answer | partial
# fails: objects, counts
# says: There is no `grow(2).leaves[0].tree`
# Leaves that know nothing.
class Tree:
    pass


class Leaf:
    pass


def grow(n):
    tree = Tree()
    tree.leaves = [Leaf() for _ in range(n)]
    return tree
