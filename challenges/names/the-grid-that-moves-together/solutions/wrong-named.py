# verdict: partial
# fails: apart
# says: several rows are the same object
# Appending does not copy either.
def grid(rows, columns):
    row = [0] * columns
    result = []
    for _ in range(rows):
        result.append(row)
    return result
