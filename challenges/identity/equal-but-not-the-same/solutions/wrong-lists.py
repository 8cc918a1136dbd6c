# verdict: partial
# fails: objects
# says: is a `list` in your heap, and a `tuple` in the target
# Lists of lists.
def pairs(n):
    one = [0] * n
    return {"same": [one, one], "equal": [[0] * n, [0] * n]}
