class Map:
    def __init__(self, count, roads):
        self.next = {town: set() for town in range(count)}
        for one, other in roads:
            self.next[one].add(other)
            self.next[other].add(one)

    def neighbours(self, town):
        return self.next[town]


print(Map(3, [(0, 1), (1, 2)]).neighbours(1))
