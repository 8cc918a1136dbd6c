import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
more = sys.getrefcount(None) - before
del row
after = sys.getrefcount(None) - before
print(more)
print(after)
