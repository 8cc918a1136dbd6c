# verdict: accepted
# medal: bronze
# Three slots.
class Day:
    __slots__ = ("year", "month", "day")

    def __init__(self, year, month, day):
        self.year = year
        self.month = month
        self.day = day

    def __eq__(self, other):
        return (self.year, self.month, self.day) == (other.year, other.month, other.day)
