# verdict: partial
# fails: objects
# says: not for a hidden one
# Begins at five.
def counter(start):
    total = 5

    def up():
        nonlocal total
        total += 1
        return total

    def down():
        nonlocal total
        total -= 1
        return total

    return up, down
