# verdict: partial
# fails: sharing
# says: are one object in the target, and two in your heap
# Goes through a copy, to be on the safe side.
def reader(lines):
    for line in lines[:]:
        yield line


def after(n):
    reading = reader(["one", "two", "three"])
    for _ in range(n):
        next(reading)
    return reading
