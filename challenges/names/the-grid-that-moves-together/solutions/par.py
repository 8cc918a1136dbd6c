# verdict: accepted
# medal: gold
# Exact rows in an exact list.
def grid(rows, columns):
    result = [None] * rows
    for i in range(rows):
        result[i] = [0] * columns
    return result
