# verdict: partial
# fails: tidy
# says: bytes of numbers are still held
# The inner function refers to itself through its variable: a cycle that holds the numbers.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    held = {0: first[0], 1: first[1]}

    def make(k):
        if k not in held:
            i, j = plan[k - 2]
            make(i)
            make(j)
            held[k] = mix(held[i], held[j])
        return held[k]

    return make(len(plan) + 1)
