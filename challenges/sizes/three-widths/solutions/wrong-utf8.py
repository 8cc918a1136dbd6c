# verdict: partial
# fails: wide
# says: but the object takes
# UTF-8 is how texts are written to files, not how they lie in memory.
def size(text):
    return 41 + len(text.encode())
