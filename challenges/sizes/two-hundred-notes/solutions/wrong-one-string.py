# verdict: partial
# fails: small
# says: bytes in use
# One string of all notes: one emoji makes every letter take four bytes.
def pack(notes):
    return "\n".join(notes)


def note(packed, i):
    return packed.split("\n")[i]
