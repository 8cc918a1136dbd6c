# verdict: partial
# fails: equal
# says: should be False
# Compares the years only.
class Day:
    __slots__ = ("year", "month", "day")

    def __init__(self, year, month, day):
        self.year = year
        self.month = month
        self.day = day

    def __eq__(self, other):
        return self.year == other.year
