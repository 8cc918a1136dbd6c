# verdict: partial
# fails: right
# says: `work` gave another number
# Thinks that only the last two numbers are needed.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    numbers = list(first)
    for i, j in plan:
        numbers.append(mix(numbers[max(i, len(numbers) - 2)], numbers[max(j, len(numbers) - 2)]))
        numbers[:-2] = [None] * (len(numbers) - 2)
    return numbers[-1]
