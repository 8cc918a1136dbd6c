def pairs(n):
    return {"same": ([0] * n, [0] * n), "equal": ([0] * n, [0] * n)}


p = pairs(3)
