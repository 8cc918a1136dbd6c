M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


numbers = []


def work(first, plan):
    numbers[:] = first
    for i, j in plan:
        numbers.append(mix(numbers[i], numbers[j]))
    return numbers[-1]
