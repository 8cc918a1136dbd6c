import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
print(sys.getrefcount(None) - before)
del row
print(sys.getrefcount(None) - before)
