import sys


class Thing:
    pass


def hold(thing, n):
    return [thing]


thing = Thing()
before = sys.getrefcount(thing)
held = hold(thing, 3)
print(sys.getrefcount(thing) - before, "more")
