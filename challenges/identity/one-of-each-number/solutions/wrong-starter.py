# verdict: partial
# fails: once
# says: bytes of numbers that are there already
# Every product is an object of its own.
def table(n):
    rows = []
    for i in range(n):
        rows.append([i * j for j in range(n)])
    return rows
