# verdict: partial
# fails: apart
# says: After a second map was made
# Keeps the roads in the class: all maps share them.
class Map:
    roads = []

    def __init__(self, count, roads):
        Map.roads = roads

    def neighbours(self, town):
        return sorted([other if one == town else one for one, other in Map.roads if town in (one, other)])
