# verdict: accepted
# medal: gold
# A day is a number.
class Day(int):
    __slots__ = ()

    def __new__(cls, year, month, day):
        return int.__new__(cls, (year * 13 + month) * 32 + day)

    year = property(lambda self: self // 416)
    month = property(lambda self: self // 32 % 13)
    day = property(lambda self: self % 32)
