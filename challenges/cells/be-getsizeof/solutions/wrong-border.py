# verdict: wrong-answer
# says: `size` of 1000000000 is 32
# Thinks that a digit holds 29 bits.
def size(n):
    return 28 + 4 * (n.bit_length() // 30)
