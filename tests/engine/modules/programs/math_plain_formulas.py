# The functions that the C library computes by formulas in plain doubles: the last digit is the formula's, not the nearest one.
import cmath
import math

POINTS = [-6.5, -3.25, -1.7, -0.9, -0.3, -1e-9, 0.0, 1e-300, 0.1, 0.5, 0.8, 1.0, 1.1, 1.3, 2.0, 2.9, 3.5, 7.0, 8.0, 21.0, 27.0, 40.0, 1000.0, 1e9, 3e-5]
for function in (math.cbrt, math.sinh, math.cosh, math.asinh, math.acosh, math.erf, math.erfc):
    shown = []
    for x in POINTS:
        try:
            shown.append(function(x).hex())
        except (ValueError, OverflowError) as error:
            shown.append(str(error))
    print(function.__name__, *shown)
print([math.cbrt(n) for n in range(1, 65)])
for x in (math.inf, -math.inf, math.nan):
    print([f(x) for f in (math.cbrt, math.sinh, math.cosh, math.asinh, math.erf, math.erfc)])
for z in (1 + 2j, -2.5 + 0.5j, 0.25 - 3j):
    print([f(z) for f in (cmath.sinh, cmath.cosh, cmath.tanh, cmath.sin, cmath.cos, cmath.tan, cmath.asinh, cmath.acosh, cmath.asin, cmath.acos)])
    print(z ** (0.5 + 1.5j), z ** (-1.25 - 2j), z ** 2.5, z ** 3, z ** -2)
