def pairs(n):
    one = [0] * n
    return {"same": (one, one), "equal": ([0] * n, [0] * n)}
