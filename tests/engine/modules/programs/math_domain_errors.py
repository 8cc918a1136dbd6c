# What the functions of math say of numbers outside of their domain.
import math

inf = math.inf
for name, points in {
    'acos': (2.0, -inf), 'asin': (-1.5, 1e308), 'acosh': (0.5, -inf), 'atanh': (1.0, -2.0, inf), 'cos': (inf,), 'sin': (-inf,), 'tan': (inf,), 'log1p': (-1.0, -3.0),
    'sqrt': (-1.0, -0.5), 'log': (0.0, -2.0, -inf), 'log2': (0,), 'log10': (-5,), 'gamma': (0.0, -2.0, -inf), 'lgamma': (-1.0,), 'exp': (1000.0,), 'exp2': (1e308,),
    'sinh': (1000.0, -1000.0), 'cosh': (711.0,), 'expm1': (710.0,), 'degrees': (1e308,), 'radians': ('x',), 'isqrt': (-1,), 'factorial': (-1, 2.0),
}.items():
    for x in points:
        try:
            print(name, x, getattr(math, name)(x))
        except (ValueError, OverflowError, TypeError) as error:
            print(name, x, type(error).__name__, error)
for call in (lambda: math.dist((1, 2), (3,)), lambda: math.dist(1.0, (2,)), lambda: math.pow(0.0, -1.0), lambda: math.pow(1e300, 1e300), lambda: 2.0 ** 1e308,
             lambda: 0.5 ** 1e308, lambda: 1.5 ** -1e300, lambda: math.fmod(inf, 1.0), lambda: math.remainder(1.0, 0.0), lambda: math.ldexp(1.0, 5000)):
    try:
        print(call())
    except OverflowError as error:
        print('too large', error.args[-1] == 'math range error')
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
