# verdict: partial
# fails: back
# says: came back as
# One byte for each reading: what is above 255 is lost.
def pack(row):
    return bytes([value % 256 for value in row])


def unpack(packed):
    return list(packed)
