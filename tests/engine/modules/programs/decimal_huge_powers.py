# Powers whose exponents leave the context's range on the way or at the end.
from decimal import *
powers = [('1e999999999', 2), ('1e-999999999', 2), ('1e999999999', -2), ('1.5e999999999', 99999), ('-1e999999', 3), ('1e500000', 2), ('1e499999', 2), ('1e-499999', 2), ('2', -99999), ('-3e-999999999', 99999)]
for base, exponent in powers:
    try:
        print(Decimal(base) ** exponent)
    except ArithmeticError as e:
        print(type(e).__name__, e)
with localcontext(Context(prec=5, traps=[])) as c:
    print([str(Decimal(base) ** exponent) for base, exponent in powers])
    print(c.flags[Overflow], c.flags[Underflow], c.flags[InvalidOperation])
