def reader(lines):
    for line in lines:
        yield line


def after(n):
    return ["one", "two", "three"][n:]
