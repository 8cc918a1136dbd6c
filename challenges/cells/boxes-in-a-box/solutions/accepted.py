# verdict: accepted
# A name for what is shared.
shared = [1, 2]
box = [shared, (shared, "x"), {"again": shared}]
