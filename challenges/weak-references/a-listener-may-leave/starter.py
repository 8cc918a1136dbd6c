class Lamp:
    def __init__(self):
        self.blinks = 0

    def blink(self):
        self.blinks += 1


class Bell:
    def __init__(self):
        self._listeners = []

    def subscribe(self, listener):
        self._listeners.append(listener)

    def ring(self):
        for listener in self._listeners:
            listener()


bell = Bell()
lamp = Lamp()
bell.subscribe(lamp.blink)
bell.ring()
print(lamp.blinks)
del lamp
