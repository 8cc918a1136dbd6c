import sys


def room(x):
    return sys.getsizeof(x)


print(room("a"))
