# verdict: partial | wrong-answer
# says: the map said
# A road leads both ways.
class Map:
    def __init__(self, count, roads):
        self.roads = roads

    def neighbours(self, town):
        return sorted([other for one, other in self.roads if one == town])
