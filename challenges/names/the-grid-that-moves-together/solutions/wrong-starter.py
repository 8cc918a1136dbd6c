# verdict: partial
# fails: apart
# says: and 3 changed
# One row, many references.
def grid(rows, columns):
    return [[0] * columns] * rows
