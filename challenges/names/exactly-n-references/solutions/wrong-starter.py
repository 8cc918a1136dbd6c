# verdict: partial
# fails: up
# says: higher by 1
# One place, one reference.
class Thing:
    pass


def hold(thing, n):
    return [thing]
