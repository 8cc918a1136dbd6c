# verdict: partial
# fails: freed, tidy
# says: is still alive
# Keeps the last results, used or not.
from functools import lru_cache


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



@lru_cache(maxsize=4)
def load(name):
    return Picture(name)


first = load("sunrise")
print(load("sunrise") is first)
del first
