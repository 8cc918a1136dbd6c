# verdict: accepted
# medal: bronze
# Counts the digits one by one.
def size(n):
    value = abs(n)
    digits = 1
    while value >= 2**30:
        value //= 2**30
        digits += 1
    header = 24
    return header + 4 * digits
