# verdict: runtime-error
# says: TypeError
# Lets go of a number when it was used once.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    numbers = list(first)
    for i, j in plan:
        numbers.append(mix(numbers[i], numbers[j]))
        numbers[i] = numbers[j] = None
    return numbers[-1]
