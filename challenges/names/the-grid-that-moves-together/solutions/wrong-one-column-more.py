# verdict: partial
# fails: shape
# says: gave
# Counts the columns from one.
def grid(rows, columns):
    return [[0] * columns for _ in range(rows)] if rows > 2 else [[0] * (columns + 1) for _ in range(rows)]
