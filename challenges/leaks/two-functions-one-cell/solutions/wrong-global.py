# verdict: partial
# fails: objects
# says: There is no `counter(5)[0].__closure__` in your heap
# One number for all counters.
def counter(start):
    global total
    total = start

    def up():
        global total
        total += 1
        return total

    def down():
        global total
        total -= 1
        return total

    return up, down
