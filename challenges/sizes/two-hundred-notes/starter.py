def pack(notes):
    return list(notes)


def note(packed, i):
    return packed[i]
