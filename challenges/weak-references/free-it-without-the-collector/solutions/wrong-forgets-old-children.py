# verdict: partial
# fails: kept
# says: nodes are alive
# Keeps only the newest child.
import weakref


class Node:
    __slots__ = ("name", "_parent", "_children", "__weakref__")

    def __init__(self, name, parent=None):
        self.name = name
        self._parent = None if parent is None else weakref.ref(parent)
        self._children = None

    @property
    def parent(self):
        return None if self._parent is None else self._parent()

    @property
    def children(self):
        if self._children is None:
            self._children = []
        return self._children


    def add(self, name):
        child = Node(name, self)
        self._children = [child]
        return child

    def path(self):
        if self.parent is None:
            return self.name
        return self.parent.path() + "/" + self.name


root = Node("root")
readme = root.add("docs").add("readme")
print(readme.path())
del root, readme
