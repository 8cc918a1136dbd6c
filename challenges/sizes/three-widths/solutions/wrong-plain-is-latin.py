# verdict: partial
# fails: ascii
# says: bytes
# Gives plain texts the larger header too.
def size(t):
    m = max(map(ord, t), default=0)
    return 56 + (1 + (m > 255) + 2 * (m > 65535)) * (len(t) + 1)
