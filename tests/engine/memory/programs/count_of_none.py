# What the interpreter made when it started is not counted by the program that uses it first.
import sys

count = sys.getrefcount
before = count(None)
[].append(1)
{}.get(1, 2)
"a".upper()
after = count(None)
row = [None] * 10
held = count(None)
del row
print(after - before, held - after, count(None) - after)
