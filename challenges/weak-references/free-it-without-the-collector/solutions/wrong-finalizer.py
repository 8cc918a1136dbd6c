# verdict: partial
# fails: freed
# says: is still alive
# A finalizer cannot break the cycle: it runs only once the object is about to die.
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []

    def __del__(self):
        self.parent = None
        self.children.clear()


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
