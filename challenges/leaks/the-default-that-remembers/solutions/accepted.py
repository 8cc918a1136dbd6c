# verdict: accepted
# Takes whatever comes after the item.
def buy(item, *baskets):
    basket = baskets[0] if baskets else []
    basket.append(item)
    return basket
