# verdict: partial
# fails: heard
# says: The bell rang 3 times
# Forgets everyone after the first ring.
class Lamp:
    def __init__(self):
        self.blinks = 0

    def blink(self):
        self.blinks += 1


class Bell:
    def __init__(self):
        self._listeners = []

    def subscribe(self, listener):
        self._listeners = [listener]

    def ring(self):
        while self._listeners:
            self._listeners.pop()()


bell = Bell()
lamp = Lamp()
bell.subscribe(lamp.blink)
bell.ring()
print(lamp.blinks)
del lamp
