def pack(row):
    return tuple(row)


def unpack(packed):
    return list(packed)
