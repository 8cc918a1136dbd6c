# verdict: partial
# fails: small
# says: bytes in use
# A tuple of int objects.
def pack(row):
    return tuple(row)


def unpack(packed):
    return list(packed)
