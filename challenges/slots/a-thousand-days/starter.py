class Day:
    def __init__(self, year, month, day):
        self.year = year
        self.month = month
        self.day = day
