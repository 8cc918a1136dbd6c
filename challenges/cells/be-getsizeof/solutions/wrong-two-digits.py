# verdict: partial
# fails: big
# says: bytes
# Thinks that no int has more than two digits.
def size(n):
    digits = max(0, abs(n).bit_length() - 1) // 30
    return 28 + 4 * (min(digits, 1) if n > 0 else digits)
