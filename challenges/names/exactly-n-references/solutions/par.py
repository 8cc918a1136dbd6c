# verdict: accepted
# medal: gold
# n places in one tuple.
class Thing:
    pass


def hold(thing, n):
    return (thing,) * n
