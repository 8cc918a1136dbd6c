# verdict: partial
# fails: equal
# says: should be True
# Two objects are not equal by themselves.
class Day:
    def __init__(self, year, month, day):
        self.year = year
        self.month = month
        self.day = day
