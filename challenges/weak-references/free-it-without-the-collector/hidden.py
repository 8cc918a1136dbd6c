"""Hidden cases of "Free it without the collector": trees of other shapes and names."""
from checks import grows_and_dies, path_is
from observe import case, rng


@case(any_schedule=True)
def other_trees(program):
    numbers = rng()
    for _ in range(2):
        branches = [numbers.word() for _ in range(numbers.between(1, 4))]
        leaves = [numbers.word() for _ in range(numbers.between(0, 5))]
        grows_and_dies(program, numbers.word(), branches, leaves)


@case
def deep_tree(program):
    numbers = rng()
    before = program.count("Node")
    names = [numbers.word(3) for _ in range(20)]
    root = program.call("Node", names[0])
    node = root
    for name in names[1:]:
        node = node.call("add", name)
    path_is(node, "/".join(names))
    del node
    root.release()
    program.none_left("freed", "Node", but=before)
