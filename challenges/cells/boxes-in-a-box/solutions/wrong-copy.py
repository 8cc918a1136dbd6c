# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Copies to be on the safe side.
shared = [1, 2]
box = [shared, (shared, "x"), {"again": shared.copy()}]
