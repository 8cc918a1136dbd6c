# verdict: partial
# fails: sharing, counts
# says: are one object in the target, and two in your heap
# Three lists that look the same.
paper = ["note"]
tray = [["note"], ["note"]]
desk = [tray, paper]
