# verdict: accepted
# medal: bronze
# UTF-8: a letter takes one byte, whatever else is in the text.
def pack(notes):
    return "\n".join(notes).encode()


def note(packed, i):
    return packed.split(b"\n")[i].decode()
