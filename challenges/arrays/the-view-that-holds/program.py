class Frame(bytearray):
    pass

def head(frame):
    """The first six bytes."""
    {{one}}

def tail(frame):
    """The last six bytes."""
    {{two}}

frame = Frame(b"header" * 1000)
seen = []
other = [1, 2, 3]

seen.append(head(frame))
other.append(tail(frame))
del frame
