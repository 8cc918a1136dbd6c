class Station:
    def __init__(self, name):
        self.name = name


class Node:
    def __init__(self, station):
        self.station = station


def ring(count):
    nodes = [Node(station) for _ in range(count)]
    for i, node in enumerate(nodes):
        node.next = nodes[(i + 1) % count]
        node.back = nodes[i - 1]


station = Station("main")
ring(4)
