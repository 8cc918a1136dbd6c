# verdict: partial
# fails: objects
# says: is a `list` in your heap, and 5 in the target
# Puts the number into a list.
def counter(start):
    total = [start]

    def up():
        total[0] += 1
        return total[0]

    def down():
        total[0] -= 1
        return total[0]

    return up, down
