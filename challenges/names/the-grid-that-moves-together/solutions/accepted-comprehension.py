# verdict: accepted
# A new row for every row.
def grid(rows, columns):
    return [[0] * columns for _ in range(rows)]
