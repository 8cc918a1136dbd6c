# verdict: partial
# fails: back
# says: came back as
# One byte for each character: what Latin-1 does not have is lost.
def pack(notes):
    return "\n".join(notes).encode("latin-1", "replace")


def note(packed, i):
    return packed.split(b"\n")[i].decode("latin-1")
