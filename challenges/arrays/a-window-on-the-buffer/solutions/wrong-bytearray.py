# verdict: partial
# fails: views
# says: that is room for a part
# A bytearray copies when it is made, and when it is sliced.
def sums(data, size):
    buffer = bytearray(data)
    return [sum(buffer[start:start + size]) for start in range(0, len(data), size)]
