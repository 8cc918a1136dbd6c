# verdict: accepted
# medal: bronze
# A list, grown by append.
class Thing:
    pass


def hold(thing, n):
    held = []
    for _ in range(n):
        held.append(thing)
    return held
