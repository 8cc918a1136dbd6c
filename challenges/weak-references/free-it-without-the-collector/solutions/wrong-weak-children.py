# verdict: partial
# fails: kept, freed
# says: is held, but 1 nodes are alive
# The weak end is the wrong one: nobody owns the children.
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []


    def add(self, name):
        child = Node(name, self)
        self.children.append(weakref.ref(child))
        return child

    def path(self):
        if self.parent is None:
            return self.name
        return self.parent.path() + "/" + self.name


root = Node("root")
readme = root.add("docs").add("readme")
print(readme.path())
del root, readme
