# verdict: accepted
# One list with a name, two without.
def pairs(n):
    shared = [0] * n
    return {"same": (shared, shared), "equal": ([0] * n, [0] * n)}
