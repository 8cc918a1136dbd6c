# verdict: partial
# fails: freed
# says: not for a hidden one
# Breaks the cycles of the visible trees only.
import weakref


def make_link(parent):
    if parent is None:
        return None
    if parent.name in ("root", "docs", "src", "top", "left", "r", "a", "b", "c", "d"):
        return weakref.ref(parent)
    return lambda: parent


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self._parent = make_link(parent)
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
