# verdict: partial
# fails: short
# says: A line has
# One block for everything.
def pack(words):
    return [" ".join(words)]
