# verdict: partial
# fails: freed
# says: only the cyclic collector could free it
# Thinks that the list holds the cycle together.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    nodes.clear()
