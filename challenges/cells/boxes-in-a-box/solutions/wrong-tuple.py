# verdict: partial
# fails: objects
# says: is a `tuple` in your heap, and a `list` in the target
# Takes a tuple for a list.
shared = (1, 2)
box = [shared, (shared, "x"), {"again": shared}]
