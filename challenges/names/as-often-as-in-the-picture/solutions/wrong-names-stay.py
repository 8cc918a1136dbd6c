# verdict: partial
# fails: counts
# says: `desk[0]` has reference count 2 in your heap, and 1 in the target
# Forgets that a name is a reference.
paper = ["note"]
tray = [paper, paper]
desk = [tray, paper]
