# verdict: accepted
# medal: gold
# Of what can be made next and is needed, makes what lets most others go.
M = 2 ** 16000 - 1


def mix(a, b):
    return (a * b + a) % M


def work(first, plan):
    end = len(plan) + 1
    uses = [0] * (end + 1)
    uses[end] = 1
    todo = []
    for k in range(end, 1, -1):
        if uses[k]:
            todo.append(k)
            for i in set(plan[k - 2]):
                uses[i] += 1
    held = {0: first[0], 1: first[1]}
    while todo:
        best, most = 0, -1
        for k in reversed(todo):
            pair = set(plan[k - 2])
            if all([i in held for i in pair]):
                frees = sum([uses[i] == 1 and i > 1 for i in pair])
                if frees > most:
                    best, most = k, frees
        todo.remove(best)
        i, j = plan[best - 2]
        held[best] = mix(held[i], held[j])
        for used in {i, j}:
            uses[used] -= 1
            if not uses[used]:
                del held[used]
    return held[end]
