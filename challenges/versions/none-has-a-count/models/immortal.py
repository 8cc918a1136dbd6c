# belief: None was immortal; in Python 3.11 it is counted like any object
import sys

before = sys.getrefcount(None)
row = [0] * {{n}}
more = sys.getrefcount(None) - before
del row
after = sys.getrefcount(None) - before
print(more)
print(after)
