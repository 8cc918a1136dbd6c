# verdict: accepted
# medal: bronze
# Tuples of tuples.
class Map:
    def __init__(self, count, roads):
        near = [[] for _ in range(count)]
        for one, other in roads:
            near[one].append(other)
            near[other].append(one)
        self.near = tuple([tuple(sorted(row)) for row in near])

    def neighbours(self, town):
        return list(self.near[town])
