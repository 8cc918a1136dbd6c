# verdict: accepted
# medal: silver
# One number in one slot.
class Day:
    __slots__ = ("number",)

    def __init__(self, year, month, day):
        self.number = (year * 13 + month) * 32 + day

    @property
    def year(self):
        return self.number // 416

    @property
    def month(self):
        return self.number // 32 % 13

    @property
    def day(self):
        return self.number % 32

    def __eq__(self, other):
        return self.number == other.number
