# belief: a list held an object once, however many of its items it is; each item is a reference
import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
print(sys.getrefcount(None) - before)
small = int("{{small}}")
large = [int("{{large}}")] + [0] * ({{n}} - 1)
