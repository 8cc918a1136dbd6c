# verdict: partial
# fails: back
# says: 1 reference to `thing` stayed
# A global list keeps them for ever.
kept = []


class Thing:
    pass


def hold(thing, n):
    kept.extend([thing] * n)
