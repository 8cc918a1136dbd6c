class Person:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


def family():
    root = Person("root")
    left = Person("left", root)
    Person("right", root)
    Person("small", left)


family()
