# verdict: partial
# fails: apart
# says: several rows are the same object
# Copies the outer list: the rows in it stay the same objects.
def grid(rows, columns):
    return list([[0] * columns] * rows).copy()
