# verdict: partial
# fails: small
# says: bytes
# Thinks that the first digit lies in the header.
def size(n):
    digits = max(0, abs(n).bit_length() - 1) // 30
    return 24 if digits == 0 and n > 0 else 28 + 4 * digits
