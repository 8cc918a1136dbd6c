# verdict: wrong-answer
# says: gave
# Rows that cannot be changed cannot be painted.
def grid(rows, columns):
    return [(0,) * columns for _ in range(rows)]
