# verdict: partial
# fails: wide
# says: `size` of 'abcé' is 45, but the object takes 61 bytes
# Thinks that every letter is a byte.
def size(text):
    return 41 + len(text)
