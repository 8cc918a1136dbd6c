# verdict: accepted
# Byte by byte.
def sums(data, size):
    result = [0] * -(-len(data) // size)
    for index, value in enumerate(data):
        result[index // size] += value
    return result
