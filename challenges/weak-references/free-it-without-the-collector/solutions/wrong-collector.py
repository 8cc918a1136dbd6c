# verdict: forbidden
# says: Line 1 uses `import gc`
# Lets the collector do it.
import gc


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        gc.collect()


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
