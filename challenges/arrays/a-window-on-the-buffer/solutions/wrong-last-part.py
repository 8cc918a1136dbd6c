# verdict: wrong-answer | partial
# says: gave
# Forgets the shorter part at the end.
def sums(data, size):
    view = memoryview(data)
    return [sum(view[start:start + size]) for start in range(0, len(data) - size + 1, size)]
