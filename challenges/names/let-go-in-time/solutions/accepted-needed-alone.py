# verdict: accepted
# medal: silver
# Makes only what leads to the result, and lets go after the last use.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    end = len(plan) + 1
    last = {end: end}
    for k in range(end, 1, -1):
        if k in last:
            for i in plan[k - 2]:
                last.setdefault(i, k)
    numbers = list(first) + [None] * len(plan)
    for k in range(2, end + 1):
        if k in last:
            i, j = plan[k - 2]
            numbers[k] = mix(numbers[i], numbers[j])
            for used in (i, j):
                if last[used] == k:
                    numbers[used] = None
    return numbers[end]
