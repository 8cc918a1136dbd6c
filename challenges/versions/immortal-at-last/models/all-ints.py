# belief: all ints were immortal; only those that are made at the start are
import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
print(sys.getrefcount(None) - before)
small = int("{{small}}")
large = [5] * {{n}}
