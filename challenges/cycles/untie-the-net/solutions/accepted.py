# verdict: accepted
# medal: bronze
# Cuts everything.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    for node in nodes:
        node.links.clear()
