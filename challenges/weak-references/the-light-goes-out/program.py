import weakref

class Lamp:
    pass

lamps = weakref.WeakSet()
room = {}

def install(place):
    lamp = Lamp()
    lamps.add(lamp)
    {{keep}}
    return lamp

first = install("hall")
{{l16}}
{{l17}}
{{l18}}
{{l19}}
print(len(lamps))
