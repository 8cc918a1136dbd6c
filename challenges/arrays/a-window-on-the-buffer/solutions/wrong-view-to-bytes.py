# verdict: partial
# fails: views
# says: that is room for a part
# Looks through a view, and copies after all.
def sums(data, size):
    view = memoryview(data)
    return [sum(bytes(view[start:start + size])) for start in range(0, len(data), size)]
