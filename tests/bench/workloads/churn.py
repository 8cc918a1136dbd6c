# Allocation churn: short-lived lists, tuples, dicts and instances.
class Node:
    __slots__ = ('value', 'next')
    def __init__(self, value, next):
        self.value = value
        self.next = next
keep = None
n = 0
for i in range(60000):
    a = [i, i + 1, i + 2]
    t = (a, i)
    d = {'k': t}
    keep = Node(d, None)
    n += len(a) + len(t) + len(d)
print(n)
