# verdict: partial
# fails: freed
# says: only the cyclic collector could free it
# Thinks that a cycle always has two nodes.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    for node in nodes:
        for other in list(node.links):
            if node in other.links:
                node.links.remove(other)
