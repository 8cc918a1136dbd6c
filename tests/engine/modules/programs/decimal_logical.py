# Decimal's logical operations.
from decimal import *
import itertools
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return type(e).__name__+' '+str(e)
c=Context(prec=5); getcontext().prec=9
vals=[Decimal(x) for x in ('0','1','101','110','111111','1111111111','12','-1','1.0','1E+1','NaN','sNaN','Inf','-0','10101','0E+1','0.0')]+[3,'101',1.5,None,110]
for n in ('logical_and','logical_or','logical_xor'):
    f=getattr(Decimal,n); 
    for a in vals:
        for b in vals[::3]:
            if isinstance(a,Decimal): print(n,a,b,t(f,a,b),t(f,a,b,context=c))
            print(n,a,b,t(getattr(c,n),a,b))
for a in vals:
    if isinstance(a,Decimal): print(a,t(a.logical_invert),t(a.logical_invert,c),t(a.logical_invert,context=None))
    print(a,t(c.logical_invert,a))
print(t(Decimal(1).logical_and)); print(t(Decimal(1).logical_and,1,2)); print(t(Decimal(1).logical_and,other=Decimal(1)))
c.clear_flags(); t(c.logical_and,2,1); print(c.flags[InvalidOperation]); c.traps[InvalidOperation]=False; print(c.logical_and(2,1), c.logical_invert(7), c)
