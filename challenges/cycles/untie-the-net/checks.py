"""Checks of "Untie the net"."""
from observe import Rng, case, check, measure


def untied(program, size, links):
    """Makes a net, has it untied, lets it go; gives the number of links cut."""
    nodes = [program.call("Node", f"n{i}") for i in range(size)]
    given = program.builtin("list")
    for node in nodes:
        given.call("append", node)
    for start, end in links:
        nodes[start].attr("links").call("append", nodes[end])
    program.call("untie", given)
    check("kept", True)
    ids = [node.id for node in nodes]
    left = 0
    for i, node in enumerate(nodes):
        there = node.attr("links")
        count = len(there.value)
        left += count
        wanted = [ids[end] for start, end in links if start == i]
        for k in range(count):
            target = there.call("__getitem__", k).id
            while wanted and wanted[0] != target:
                wanted.pop(0)
            if not check("kept", wanted, f"`n{i}` has a link now that was not there, or its links are in another order."):
                break
            wanted.pop(0)
    given.release()
    del node, there
    nodes.clear()
    program.none_left("freed", "Node")
    return len(links) - left


def net(numbers, size, count):
    """Links between different nodes, none of them twice."""
    links = []
    while len(links) < count:
        link = (numbers.below(size), numbers.below(size))
        if link[0] != link[1] and link not in links:
            links.append(link)
    return links


def nets(program, numbers):
    measure(sum(untied(program, 9, net(numbers, 9, 20)) for _ in range(4)))


@case("a ring of three")
def ring(program):
    untied(program, 3, [(0, 1), (1, 2), (2, 0)])


@case("a net with no cycle")
def no_cycle(program):
    untied(program, 4, [(3, 2), (3, 1), (2, 0), (1, 0)])


@case("four nets")
def four(program):
    nets(program, Rng(5))
