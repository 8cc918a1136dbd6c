# verdict: gc-dependent
# fails: heard
# says: When the collector runs at every allocation: The bell rang 3 times
# The bell holds its entries weakly too; each lives only because its callback holds it, in a circle, until the collector comes.
import weakref

class Lamp:
    def __init__(self):
        self.blinks = 0

    def blink(self):
        self.blinks += 1


class Entry:
    def __init__(self, listener):
        self.listener = weakref.WeakMethod(listener, self.forget)

    def forget(self, _):
        self.listener = None


class Bell:
    def __init__(self):
        self._entries = weakref.WeakSet()

    def subscribe(self, listener):
        self._entries.add(Entry(listener))

    def ring(self):
        for entry in list(self._entries):
            listener = entry.listener()
            if listener is not None:
                listener()


bell = Bell()
lamp = Lamp()
bell.subscribe(lamp.blink)
bell.ring()
print(lamp.blinks)
del lamp
