# verdict: partial
# fails: objects
# says: There is no `counter(5)[0].__closure__` in your heap
# Thinks that a default value follows the variable.
def counter(start):
    def up(total=start):
        total += 1
        return total

    def down(total=start):
        total -= 1
        return total

    return up, down
