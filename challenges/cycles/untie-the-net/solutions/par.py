# verdict: accepted
# medal: gold
# Looks for an order with few links backwards: those with more links out than in come first.
class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def untie(nodes):
    rest = list(nodes)
    front, back = [], []
    while rest:
        best, worth = None, None
        for node in rest:
            out = sum(other in rest for other in node.links)
            into = sum(node in other.links for other in rest)
            if out == 0:
                best = node
                back.insert(0, node)
                break
            if into == 0:
                best = node
                front.append(node)
                break
            if worth is None or out - into > worth:
                best, worth = node, out - into
        else:
            front.append(best)
        rest.remove(best)
    order = front + back
    for node in nodes:
        node.links[:] = [other for other in node.links if order.index(other) > order.index(node)]
