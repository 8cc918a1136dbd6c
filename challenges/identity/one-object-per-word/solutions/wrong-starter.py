# verdict: partial
# fails: shared
# says: is another object than the first
# A copy of the list refers to the same strings, each on its own.
def share(words):
    return list(words)
