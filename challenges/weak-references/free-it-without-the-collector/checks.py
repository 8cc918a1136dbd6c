"""Checks of "Free it without the collector"."""
from observe import case, check, measure


def path_is(node, path):
    found = node.call("path").value
    return check("paths", found == path, f"The path of a node is {found!r} instead of {path!r}.")


def tree(program, name, branches, leaves):
    """A tree of two levels; checks the paths on the way. Keeps only the root."""
    root = program.call("Node", name)
    for branch in branches:
        node = root.call("add", branch)
        for leaf in leaves:
            path_is(node.call("add", leaf), f"{name}/{branch}/{leaf}")
        del node
    return root


def grows_and_dies(program, name, branches, leaves):
    before = program.count("Node")
    root = tree(program, name, branches, leaves)
    size = 1 + len(branches) * (1 + len(leaves))
    alive = program.count("Node") - before
    check("kept", alive == size, f"The root of a tree of {size} nodes is held, but {alive} nodes are alive.")
    root.release()
    program.none_left("freed", "Node", but=before)


@case("the program's own tree", any_schedule=True)
def own_tree(program):
    program.none_left("freed", "Node")


@case("a small tree", any_schedule=True)
def small(program):
    grows_and_dies(program, "root", ["docs", "src"], ["one", "two", "three"])


@case("a child that outlives its parent")
def orphan(program):
    before = program.count("Node")
    root = program.call("Node", "top")
    child = root.call("add", "left")
    leaf = child.call("add", "leaf")
    path_is(leaf, "top/left/leaf")
    root.release()
    if program.none_left("freed", "Node", but=before + 2):
        path_is(child, "left")
        path_is(leaf, "left/leaf")


@case("what a tree costs")
def costs(program):
    before = program.live_bytes
    root = tree(program, "r", ["a", "b", "c", "d"], ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
    measure(program.live_bytes - before)
    root.release()
