# verdict: partial
# fails: fresh, freed
# says: without a basket gave ['apple', 'pear']
# One list for all.
def buy(item, basket=[]):
    basket.append(item)
    return basket
