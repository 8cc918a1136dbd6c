# verdict: accepted
# A variable of its own.
def counter(start):
    total = start

    def up():
        nonlocal total
        total = total + 1
        return total

    def down():
        nonlocal total
        total = total - 1
        return total

    return up, down
