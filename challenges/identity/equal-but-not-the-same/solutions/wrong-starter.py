# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Thinks that equal lists are the same list.
def pairs(n):
    return {"same": ([0] * n, [0] * n), "equal": ([0] * n, [0] * n)}
