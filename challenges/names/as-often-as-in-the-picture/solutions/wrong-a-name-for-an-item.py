# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Gets the count right with a name, where there should be an item.
paper = ["note"]
desk = [[paper, ["note"]], paper]
