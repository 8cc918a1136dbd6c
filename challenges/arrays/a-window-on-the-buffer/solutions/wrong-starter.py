# verdict: partial
# fails: views
# says: that is room for a part
# Every slice is a copy.
def sums(data, size):
    result = []
    for start in range(0, len(data), size):
        result.append(sum(data[start:start + size]))
    return result
