# verdict: partial
# fails: small
# says: 1,000 packed readings keep
# Two bytes each are enough, but not few enough.
from array import array


def pack(row):
    return array("h", row)


def unpack(packed):
    return list(packed)
