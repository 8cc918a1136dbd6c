# verdict: partial
# fails: objects
# says: There is no
# Forgets the dictionary.
shared = [1, 2]
box = [shared, (shared, "x")]
