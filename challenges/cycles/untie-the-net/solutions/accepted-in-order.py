# verdict: accepted
# Cuts what leads back in the order of the list.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    for i in range(len(nodes)):
        node = nodes[i]
        node.links[:] = [other for other in node.links if other not in nodes[:i]]
