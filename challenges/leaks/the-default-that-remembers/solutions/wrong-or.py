# verdict: partial
# fails: given
# says: returned another list
# Throws away a basket that was given but is empty.
def buy(item, basket=None):
    basket = basket or []
    basket.append(item)
    return basket
