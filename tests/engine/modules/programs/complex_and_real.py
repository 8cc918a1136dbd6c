# Divisions and products of a complex number and a real one; the signs of their zeros.
from fractions import Fraction
inf, nan = float('inf'), float('nan')
def t(f):
    try: return repr(f())
    except Exception as e: return f'{type(e).__name__} {e}'
reals = (0, -1, 1, True, 0.0, -0.0, 2.5, -3, inf, -inf, nan, 10**400, Fraction(0), Fraction(-1, 3), Fraction(7, 2))
for z in (1j, -1j, 2+1j, 0j, complex(-0.0, 1), complex(1, -0.0), complex(inf, 1), complex(1, inf), complex(nan, 0), complex(-0.0, -0.0)):
    for r in reals:
        print(r if r != 10**400 else 'big', z, *[t(f) for f in (lambda: r*z, lambda: z*r, lambda: r/z, lambda: z/r, lambda: r+z, lambda: z+r, lambda: r-z, lambda: z-r)])
