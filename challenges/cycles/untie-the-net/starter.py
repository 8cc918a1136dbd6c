class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    pass
