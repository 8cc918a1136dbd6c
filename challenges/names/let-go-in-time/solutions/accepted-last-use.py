# verdict: accepted
# medal: bronze
# Lets go of each number after its last use.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    last = {}
    for k, (i, j) in enumerate(plan):
        last[i] = last[j] = k
    numbers = list(first)
    for k, (i, j) in enumerate(plan):
        numbers.append(mix(numbers[i], numbers[j]))
        for used in (i, j):
            if last[used] == k:
                numbers[used] = None
    return numbers[-1]
