# verdict: accepted
# medal: bronze
# A local list: all numbers live until the call is over.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    numbers = list(first)
    for i, j in plan:
        numbers.append(mix(numbers[i], numbers[j]))
    return numbers[-1]
