# verdict: accepted
# medal: bronze
# Cell by cell: each row keeps spare room.
def grid(rows, columns):
    result = []
    for _ in range(rows):
        row = []
        for _ in range(columns):
            row.append(0)
        result.append(row)
    return result
