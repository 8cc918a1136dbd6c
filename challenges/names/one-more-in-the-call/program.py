import sys

def look(thing):
    return sys.getrefcount(thing)

data = ["{{w}}"]
{{l7}}
print(sys.getrefcount(data))
print(look(data))
