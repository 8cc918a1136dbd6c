import weakref

class Lamp:
    pass

class Room:
    def __init__(self, lamp):
        self.lamp = lamp

class Bell:
    def __init__(self, lamp):
        self.near = weakref.ref(lamp)
        self.last = lamp

lamp = Lamp()
room = Room(lamp)
bell = Bell(lamp)
lights = [weakref.ref(lamp), lamp]
