# verdict: partial
# fails: wide
# says: but the object takes
# Gives each letter a width of its own.
def size(text):
    if text.isascii():
        return 41 + len(text)
    return 57 + sum(1 if ord(c) < 256 else 2 if ord(c) < 65536 else 4 for c in text)
