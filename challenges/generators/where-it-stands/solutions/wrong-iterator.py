# verdict: partial
# fails: objects
# says: is a `list_iterator` in your heap, and a `generator` in the target
# An iterator gives the same words, but has no names.
def after(n):
    reading = iter(["one", "two", "three"])
    for _ in range(n):
        next(reading)
    return reading
