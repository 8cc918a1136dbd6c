# verdict: partial
# says: `Day(1999, 12, 31).
# A month of 30 days: the 31st becomes the first of the next.
class Day(int):
    __slots__ = ()

    def __new__(cls, year, month, day):
        return int.__new__(cls, ((year * 12) + month - 1) * 30 + day - 1)

    year = property(lambda self: self // 360)
    month = property(lambda self: self // 30 % 12 + 1)
    day = property(lambda self: self % 30 + 1)
