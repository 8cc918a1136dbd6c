# verdict: partial
# fails: freed
# says: only the cyclic collector could free it
# Cuts nothing.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    pass
