# verdict: partial
# fails: back
# says: not for a hidden one
# Lengths in one byte each: a hidden note is longer.
def pack(notes):
    texts = [note.encode() for note in notes]
    return bytes([min(len(text), 255) for text in texts]) + b"".join(texts), len(notes)


def note(packed, i):
    data, count = packed
    start = count + sum(data[:i])
    return data[start:start + data[i]].decode()
