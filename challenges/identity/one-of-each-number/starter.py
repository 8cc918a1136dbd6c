def table(n):
    rows = []
    for i in range(n):
        rows.append([i * j for j in range(n)])
    return rows
