# verdict: partial
# fails: same
# says: made a second picture
# Without a cache nothing leaks, and nothing is shared.
class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



def load(name):
    return Picture(name)


first = load("sunrise")
print(load("sunrise") is first)
del first
