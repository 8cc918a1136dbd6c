# verdict: accepted
# medal: gold
# None says that nothing was given.
def buy(item, basket=None):
    if basket is None:
        basket = []
    basket.append(item)
    return basket
