"""Checks of "The grand tour"."""
from observe import case, check, measure


def roads_between(count, step):
    pairs = set()
    for town in range(count):
        for jump in (1, step):
            other = (town + jump) % count
            if town != other:
                pairs.add((min(town, other), max(town, other)))
    return sorted(pairs)


def wanted(roads, town):
    return sorted([other if one == town else one for one, other in roads if town in (one, other)])


def tour(program, count, roads, towns):
    made = program.call("Map", count, roads)
    for town in towns:
        answer = made.call("neighbours", town)
        right = wanted(roads, town)
        if not check("roads", answer.value == right, f"The neighbours of {town} are {right}; the map said {answer.repr}."):
            return made
    return made


@case("small maps")
def small(program):
    tour(program, 3, [(0, 1), (1, 2)], range(3))
    tour(program, 4, [], [0, 3])


@case("two maps")
def two(program):
    first = tour(program, 3, [(0, 1), (1, 2)], [1])
    tour(program, 3, [(0, 2)], [0, 1, 2])
    answer = first.call("neighbours", 1).value
    check("apart", answer == [0, 2], f"After a second map was made, the first says {answer} for town 1.")


def costs(program, step, towns):
    """The bytes that a map of 200 towns keeps in use, wherever they are; a first map, which stays, fills what the interpreter keeps for later."""
    roads = roads_between(200, step)
    given = program.builtin("list", roads)
    first = program.call("Map", 200, given)
    before = program.live_bytes
    made = program.call("Map", 200, given)
    measure(program.live_bytes - before)
    first.release()
    made.release()
    tour(program, 200, roads, towns)


@case("two hundred towns")
def large(program):
    costs(program, 17, [0, 1, 17, 99, 199])
