# verdict: partial
# fails: kept
# says: The caller’s list `first` is not as it was
# Takes the list that was passed for its own.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    for i, j in plan:
        first.append(mix(first[i], first[j]))
    result = first[-1]
    first.clear()
    return result
