# verdict: accepted
# medal: gold
# Looks for the number where it must lie: in the rows before.
def table(n):
    rows = [0] * n
    for i in range(n):
        rows[i] = row = [0] * n
        for j in range(n):
            number = i * j
            if number > 256:
                for k in range(1, i + 1):
                    if not number % k and number // k < n and (k < i or number // k < j):
                        number = rows[k][number // k]
                        break
            row[j] = number
    return rows
