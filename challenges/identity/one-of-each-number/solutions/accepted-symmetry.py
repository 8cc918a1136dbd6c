# verdict: accepted
# Half of the table is there already; a dictionary for the rest, of those above 256 only.
def table(n):
    known = {}
    rows = [0] * n
    for i in range(n):
        rows[i] = row = [0] * n
        for j in range(n):
            if j < i:
                row[j] = rows[j][i]
            else:
                number = i * j
                row[j] = known.setdefault(number, number) if number > 256 else number
    return rows
