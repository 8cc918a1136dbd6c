# verdict: accepted
# Lets a slice of the generator go forward.
from itertools import islice


def reader(lines):
    for line in lines:
        yield line


def after(n):
    reading = reader(["one", "two", "three"])
    list(islice(reading, n))
    return reading
