# verdict: partial
# fails: objects
# says: is a `list` in your heap, and a `generator` in the target
# A list of the rest.
def after(n):
    return ["one", "two", "three"][n:]
