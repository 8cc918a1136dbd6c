# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Makes each function in a call of its own: the numbers go their own ways.
def up_from(start):
    def up():
        nonlocal start
        start += 1
        return start

    return up


def down_from(start):
    def down():
        nonlocal start
        start -= 1
        return start

    return down


def counter(start):
    return up_from(start), down_from(start)
