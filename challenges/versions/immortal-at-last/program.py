import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
print(sys.getrefcount(None) - before)
small = int("{{small}}")
large = [int("{{large}}")] * {{n}}
