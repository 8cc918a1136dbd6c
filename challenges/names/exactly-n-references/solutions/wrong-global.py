# verdict: partial
# fails: back
# says: references to `thing` stayed
# A global list keeps them for ever.
kept = []


class Thing:
    pass


def hold(thing, n):
    kept.extend([thing] * n)
