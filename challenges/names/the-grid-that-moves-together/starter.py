def grid(rows, columns):
    return [[0] * columns] * rows


g = grid(3, 4)
g[0][1] = 7
print(g)
