import gc


def lists_with(x):
    return len(gc.get_referrers(x))


thing = object()
shelf = [thing, thing]
print(lists_with(thing))
