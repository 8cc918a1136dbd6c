def counter(start):
    total = start

    def up():
        nonlocal total
        total += 1
        return total

    def down():
        nonlocal total
        total -= 1
        return total

    return up, down
