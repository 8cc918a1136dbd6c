# verdict: partial
# fails: small
# says: bytes in use
# A list of strings: each has a header.
def pack(notes):
    return list(notes)


def note(packed, i):
    return packed[i]
