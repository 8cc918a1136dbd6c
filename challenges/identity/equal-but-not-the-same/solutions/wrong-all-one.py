# verdict: partial
# fails: sharing
# says: are one object in your heap, and two in the target
# Uses one list for everything.
def pairs(n):
    one = [0] * n
    return {"same": (one, one), "equal": (one, one)}
