# verdict: partial
# fails: values
# says: gave
# Takes a short cut for long lists, and counts from one there.
def squares(n):
    result = [0] * n
    for i in range(n):
        result[i] = i * i if n < 100 else (i + 1) * (i + 1)
    return result
