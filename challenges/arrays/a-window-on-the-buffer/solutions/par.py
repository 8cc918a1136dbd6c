# verdict: accepted
# medal: gold
# Slices the view instead of the data.
def sums(data, size):
    view = memoryview(data)
    return [sum(view[start:start + size]) for start in range(0, len(data), size)]
