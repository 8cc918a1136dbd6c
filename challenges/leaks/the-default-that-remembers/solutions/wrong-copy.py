# verdict: partial
# fails: given
# says: returned another list
# Works on a copy: the basket that was given stays as it was.
def buy(item, basket=()):
    return [*basket, item]
