# verdict: accepted
# Multiplication copies the reference.
def pairs(n):
    return {"same": ([0] * n,) * 2, "equal": tuple([0] * n for _ in range(2))}
