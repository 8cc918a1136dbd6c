# verdict: accepted
# medal: bronze
# The differences as bytes.
from array import array


def pack(row):
    return array("b", [row[i] - row[i - 1] for i in range(1, len(row))]), row[:1]


def unpack(packed):
    rises, row = packed
    row = list(row)
    for rise in rises:
        row.append(row[-1] + rise)
    return row
