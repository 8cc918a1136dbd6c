def sums(data, size):
    result = []
    for start in range(0, len(data), size):
        result.append(sum(data[start:start + size]))
    return result


print(sums(bytes(range(10)), 4))
