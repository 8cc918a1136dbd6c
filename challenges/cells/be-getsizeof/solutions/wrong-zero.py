# verdict: partial
# fails: negative
# says: `size` of 0 is 24, but the object takes 28 bytes
# Zero has no digit, but room for one.
def size(n):
    return 24 + 4 * ((n.bit_length() + 29) // 30)
