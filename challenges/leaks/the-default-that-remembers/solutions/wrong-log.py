# verdict: partial
# fails: freed
# says: bytes more are alive
# Keeps every basket in a global list.
baskets = []


def buy(item, basket=None):
    if basket is None:
        basket = []
    baskets.append(basket)
    basket.append(item)
    return basket
