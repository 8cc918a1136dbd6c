# verdict: partial
# fails: kept
# says: has a link now that was not there
# Turns round what leads back instead of cutting it.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    for i in range(len(nodes)):
        for other in list(nodes[i].links):
            if nodes.index(other) < i:
                nodes[i].links.remove(other)
                if nodes[i] not in other.links:
                    other.links.append(nodes[i])
