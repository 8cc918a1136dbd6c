# verdict: accepted
# medal: gold
# One row of bytes, one of places.
from array import array


class Map:
    __slots__ = ("ends", "starts")

    def __init__(self, count, roads):
        near = [[] for _ in range(count)]
        for one, other in roads:
            near[one].append(other)
            near[other].append(one)
        self.starts = array("H", [0]) * (count + 1)
        for town in range(count):
            self.starts[town + 1] = self.starts[town] + len(near[town])
        self.ends = b"".join([bytes(sorted(row)) for row in near])

    def neighbours(self, town):
        return list(self.ends[self.starts[town]:self.starts[town + 1]])
