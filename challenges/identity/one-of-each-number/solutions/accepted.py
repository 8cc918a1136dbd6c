# verdict: accepted
# medal: bronze
# A dictionary of all numbers.
def table(n):
    known = {}
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(known.setdefault(i * j, i * j))
        rows.append(row)
    return rows
