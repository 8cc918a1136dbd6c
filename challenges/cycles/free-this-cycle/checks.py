"""Checks of "Free this cycle"."""
from observe import case, check, measure


def names_around(ring, most):
    """The names met on the way round, from the first node."""
    names, at = [ring.attr("name").value], ring.attr("next")
    while at.id != ring.id and at.type == "Node" and len(names) <= most:
        names.append(at.attr("name").value)
        at = at.attr("next")
    return names if at.id == ring.id else names + ["(nobody)"]


def make(program, names):
    """A new ring, if make_ring works."""
    ring = program.call("make_ring", names)
    if ring.type != "Node":
        check("ring", False, f"`make_ring` returned a `{ring.type}`, not a `Node`.")
        return None
    found = names_around(ring, len(names))
    right = check("ring", found == names, f"The way round a ring of {len(names)} nodes visits {found}.")
    return ring if right else None


def release(program, names, goal="freed"):
    """Makes a ring, releases it, lets go of it: no node more than before may be left."""
    before = program.count("Node")
    ring = make(program, names)
    if ring is None:
        return
    measure(program.call("release", ring).steps)
    ring.release()
    program.none_left(goal, "Node", but=before)


@case("the ring of three in the program")
def in_the_program(program):
    program.none_left("freed", "Node")


@case("a new ring of three")
def ring_of_three(program):
    release(program, ["x", "y", "z"])


def still_whole(ring, names):
    found = names_around(ring, len(names))
    check("others", found == names, f"The way round a ring of {len(names)} that nobody released now visits {found}.")


@case("two rings")
def two_rings(program):
    kept = make(program, ["k", "l", "m", "n"])
    if kept is not None:
        release(program, ["x", "y"])
        still_whole(kept, ["k", "l", "m", "n"])
