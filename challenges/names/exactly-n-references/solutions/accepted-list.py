# verdict: accepted
# medal: silver
# A list of the right length.
class Thing:
    pass


def hold(thing, n):
    return [thing] * n
