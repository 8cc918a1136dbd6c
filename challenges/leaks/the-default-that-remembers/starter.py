def buy(item, basket=[]):
    basket.append(item)
    return basket


print(buy("apple"))
print(buy("pear"))
