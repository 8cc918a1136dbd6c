# verdict: accepted
# Goes forward n times.
def reader(lines):
    for line in lines:
        yield line


def after(n):
    reading = reader(["one", "two", "three"])
    for _ in range(n):
        next(reading)
    return reading
