# verdict: partial
# fails: up
# says: higher by 1
# A set holds equal objects once.
class Thing:
    pass


def hold(thing, n):
    return {thing for _ in range(n)}
