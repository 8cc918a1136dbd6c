# verdict: partial
# fails: freed
# says: still alive
# Remembers who was called last.
import weakref

class Lamp:
    def __init__(self):
        self.blinks = 0

    def blink(self):
        self.blinks += 1


class Bell:
    def __init__(self):
        self._listeners = []

    def subscribe(self, listener):
        self._listeners.append(weakref.WeakMethod(listener, self._listeners.remove))

    def ring(self):
        self.last = None
        for reference in list(self._listeners):
            listener = reference()
            if listener is not None:
                listener()
                self.last = listener


bell = Bell()
lamp = Lamp()
bell.subscribe(lamp.blink)
bell.ring()
print(lamp.blinks)
del lamp
