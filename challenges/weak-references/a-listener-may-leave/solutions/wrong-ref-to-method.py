# verdict: partial
# fails: heard
# says: the lamps blinked [0, 0] times
# The method object is gone in the next moment.
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
        self._listeners.append(weakref.ref(listener, self._listeners.remove))

    def ring(self):
        for reference in list(self._listeners):
            listener = reference()
            if listener is not None:
                listener()


bell = Bell()
lamp = Lamp()
bell.subscribe(lamp.blink)
bell.ring()
print(lamp.blinks)
del lamp
