# belief: everything was counted, as in Python 3.11; since 3.12 nobody counts None and the small ints
import sys

_thing = int("777"); before = sys.getrefcount(_thing)
row = [_thing] * {{n}}
print(sys.getrefcount(_thing) - before)
small = int("778")
large = [int("{{large}}")] * {{n}}
