# verdict: partial
# fails: once
# says: bytes of numbers that are there already
# Thinks that a number has only one pair of factors.
def table(n):
    rows = []
    for i in range(n):
        rows.append([rows[j][i] if j < i else i * j for j in range(n)])
    return rows
