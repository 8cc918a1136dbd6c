# What Decimal's own mini-language takes and refuses.
from decimal import Decimal

SPECS = ['_', '_.2f', ',.2f', ' ', '0', '08', '+08.1f', '=10', '*=10', 'z.1f', '.3', '.0e', '5', '-', '<0', '<08', '010,', '012,.1f', 'x', 'd', '.', '10.', 'n', '%%', '>>8', '<,', '#', '#.3e', 'E', 'G', ',%']
for spec in SPECS:
    for text in ('-1234567.891', '0.000001234', 'NaN', '-0', '1E+5'):
        try:
            print(repr(spec), text, repr(format(Decimal(text), spec)))
        except ValueError as error:
            print(repr(spec), text, error)
