# verdict: partial
# fails: fresh
# says: without a basket gave
# Starts with the item already in.
def buy(item, basket=None):
    if basket is None:
        basket = [item]
    basket.append(item)
    return basket
