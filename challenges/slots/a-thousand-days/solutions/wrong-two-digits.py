# verdict: partial
# fails: parts
# says: `Day(1999, 12, 31).year` is 99
# Saves the century.
class Day:
    __slots__ = ("year", "month", "day", "whole")

    def __init__(self, year, month, day):
        self.year = year % 100
        self.month = month
        self.day = day
        self.whole = year, month, day

    def __eq__(self, other):
        return self.whole == other.whole
