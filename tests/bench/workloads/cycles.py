# Reference cycles.
class Peer:
    def __init__(self):
        self.other = None
made = 0
for i in range(40000):
    a, b = Peer(), Peer()
    a.other, b.other = b, a
    made += 1
print(made)
