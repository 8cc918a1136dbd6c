# verdict: partial
# fails: objects
# says: Your heap has `desk[2]`; the target has no such reference.
# Puts a word more on the desk.
paper = ["note"]
desk = [[paper, paper], paper, "pen"]
del paper
