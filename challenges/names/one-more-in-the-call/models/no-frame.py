# belief: a parameter was no reference of its own; it is a name in the frame of the call
import sys

def look(thing):
    return sys.getrefcount(thing) - 1

data = ["{{w}}"]
{{l7}}
print(sys.getrefcount(data))
print(look(data))
