# belief: a list that dies kept its references; it gives back each of them
import sys

before = sys.getrefcount(None)
row = [None] * {{n}}
more = sys.getrefcount(None) - before
_kept = row; del row
after = sys.getrefcount(None) - before
print(more)
print(after)
