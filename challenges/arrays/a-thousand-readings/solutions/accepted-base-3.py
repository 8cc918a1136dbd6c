# verdict: accepted
# medal: silver
# The changes of the rise as digits of base 3 in one int.
def pack(row):
    if not row:
        return None
    number, last, rise = 1, row[0], 0
    for value in row[1:]:
        number = number * 3 + (value - last - rise) + 1
        last, rise = value, value - last
    return row[0], number


def unpack(packed):
    if packed is None:
        return []
    value, number = packed
    digits = []
    while number > 1:
        digits.append(number % 3 - 1)
        number //= 3
    row, rise = [value], 0
    for change in reversed(digits):
        rise += change
        value += rise
        row.append(value)
    return row
