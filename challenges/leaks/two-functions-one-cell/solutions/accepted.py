# verdict: accepted
# Uses the argument itself as the variable.
def counter(start):
    def up():
        nonlocal start
        start += 1
        return start

    def down():
        nonlocal start
        start -= 1
        return start

    return up, down
