# Floats too large for a format, formats and offsets too large, Struct subclasses; fma at its edges, nextafter between zeros.
import math, struct, itertools
for a in [] if not hasattr(math, "fma") else [(math.inf,1.0,-math.inf),(math.inf,1.0,math.inf),(0.0,math.inf,1.0),(math.inf,0.0,math.nan),(math.nan,0.0,1.0),(1.0,2.0,math.inf),(1e300,1e300,-math.inf),(1e300,1e300,-1e308)]:
    try: print(a, math.fma(*a))
    except Exception as e: print(a, type(e).__name__, e)
tiny=1e-300
for x,y,z in [] if not hasattr(math, 'fma') else itertools.product([0.0,-0.0,tiny,-tiny],repeat=3): print(x,y,z,math.fma(x,y,z))
print(math.nextafter(-0.0,0.0), math.nextafter(0.0,-0.0), math.nextafter(5.0,5.0))
for f in ('>f','<f','f','e','d'):
    for v in (1e39, 3.4028235677973366e+38, 3.4028235e38, 65520.0, 1e308):
        try: print(f, v, struct.pack(f,v))
        except Exception as e: print(f, v, type(e).__name__, e)
for f in ('9223372036854775808b','%dq'%(2**63), '99999999999999999999b', '4611686018427387904q', '\0i', 'i\0', 'é', '3', '3 i'):
    try: print(repr(f), struct.calcsize(f))
    except Exception as e: print(repr(f), type(e).__name__, e)
for a in [(2**63-1,), (-2**63,), (2**64,), (-11,), (7,)]:
    for g in (lambda: struct.pack_into('<I', bytearray(10), a[0], 1), lambda: struct.unpack_from('<I', bytearray(10), a[0])):
        try: g(); print(a, 'ok')
        except Exception as e: print(a, type(e).__name__, e)
class S(struct.Struct): pass
try: S()
except Exception as e: print(type(e).__name__, e)
class S2(struct.Struct):
    def __init__(self): super().__init__('>h')
print(S2().pack(5), S2().size)
