# belief: a list held an object once, however many of its items it is; each item is a reference
import sys

before = sys.getrefcount(None)
row = [None] + [0] * ({{n}} - 1)
more = sys.getrefcount(None) - before
del row
after = sys.getrefcount(None) - before
print(more)
print(after)
