# verdict: partial
# fails: up
# says: higher by 1
# Counts are not passed on: the inner list is held n times, the thing once.
class Thing:
    pass


def hold(thing, n):
    return [[thing]] * n
