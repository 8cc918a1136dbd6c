# verdict: partial
# fails: objects
# says: not for a hidden one
# Always goes forward twice.
def reader(lines):
    for line in lines:
        yield line


def after(n):
    reading = reader(["one", "two", "three"])
    next(reading)
    next(reading)
    return reading
