# verdict: partial
# fails: big, negative
# says: `size` of 1073741824 is 28, but the object takes 32 bytes
# Thinks that every int takes the same.
def size(n):
    return 28
