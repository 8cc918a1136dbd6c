# verdict: wrong-answer
# says: Row 1 of `table(5)`
# Takes one row n times: all rows are one object.
def table(n):
    return [[0] * n] * n
