def counter(start):
    total = [start]

    def up():
        total[0] += 1
        return total[0]

    def down():
        total[0] -= 1
        return total[0]

    return up, down
