# verdict: accepted
# medal: silver
# A weak reference behind a property.
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self._parent = None if parent is None else weakref.ref(parent)
        self.children = []

    @property
    def parent(self):
        return None if self._parent is None else self._parent()


    def add(self, name):
        child = Node(name, self)
        self.children.append(child)
        return child

    def path(self):
        if self.parent is None:
            return self.name
        return self.parent.path() + "/" + self.name


root = Node("root")
readme = root.add("docs").add("readme")
print(readme.path())
del root, readme
