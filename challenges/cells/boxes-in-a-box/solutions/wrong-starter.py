# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Three equal lists.
box = [[1, 2], ([1, 2], "x"), {"again": [1, 2]}]
