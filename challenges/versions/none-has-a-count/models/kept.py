# belief: a list that dies kept its references; it gives back each of them
import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
print(sys.getrefcount(None) - before)
_kept = row; del row
print(sys.getrefcount(None) - before)
