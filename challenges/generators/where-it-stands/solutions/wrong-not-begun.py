# verdict: partial
# fails: objects
# says: There is no `after(2).local line` in your heap
# Thinks that the rest of the list is the same as having given some of it.
def reader(lines):
    for line in lines:
        yield line


def after(n):
    return reader(["one", "two", "three"][n:])
