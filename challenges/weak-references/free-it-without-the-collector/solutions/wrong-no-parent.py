# verdict: partial
# fails: paths
# says: The path of a node is
# Without a way up there is no cycle, and no path.
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = None
        self.children = []


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
