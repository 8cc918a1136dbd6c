# verdict: step-limit
# says: more than
# Shifting a negative number to the right never ends at zero.
def size(n):
    digits = 1
    while n >> 30:
        n >>= 30
        digits += 1
    return 24 + 4 * digits
