# verdict: partial
# fails: small
# says: bytes in use
# Thinks that a reference to the list costs eight bytes.
kept = []


def pack(row):
    kept.append(row)
    return len(kept) - 1


def unpack(packed):
    return list(kept[packed])
