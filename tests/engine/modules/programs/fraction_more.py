# Arithmetic, comparing, parsing and formatting of fractions; the abstract numbers.
import random, operator, math, sys, numbers, inspect
from fractions import Fraction as F
from decimal import Decimal
r = random.Random(5)
def tryit(f,*a):
    try: return repr(f(*a))
    except Exception as e: return f'{type(e).__name__}: {e}'
vals=[F(0),F(-1),F(3,4),F(-7,2),F(10**20,3),2,-3,0,0.5,-1.25,float('inf'),float('nan'),1e300,1j,2+1j,True,'x',None]
for _ in range(2): vals.append(F(r.randint(-1000,1000), r.randint(1,100)))
ops=['add','sub','mul','truediv','floordiv','mod','pow','eq','lt','le','gt','ge','ne']
for o in ops:
    for a in vals:
        for b in vals:
            if isinstance(a,F) or isinstance(b,F):
                if o=='pow' and isinstance(b,complex): continue
                if o=='pow' and (abs(b)>50 if isinstance(b,(int,float,F)) else False): continue
                print(o,a,b,tryit(getattr(operator,o),a,b))
for a in vals:
    for b in vals:
        if isinstance(a,F) or isinstance(b,F): print('dm',a,b,tryit(divmod,a,b))
for s in ['1','-1/2',' 3/4 ','3 / 4','1.5','-.5','1.','1e5','1.5E-3','1_000/3_0','1__0','','.','/2','1/','1/0','0x1','１','+5','--1','1e','1.e2','.e2','1_0.0_1e1_0','٣/٤','1/2.5','1 /2',' +7/-3']:
    print(repr(s),tryit(F,s))
for args in [(1,0),(0,0),(1.5,2),('1',2),(Decimal('1.1'),),(Decimal('nan'),),(float('inf'),),(float('nan'),),(F(1,2),F(3,4)),(2,F(3,4)),(-4,-6),(4,-6),(1j,),(None,),([],),(int,),(True,2)]:
    print(args,tryit(F,*args))
class R:
    def as_integer_ratio(self): return (3,-2)
print(tryit(F,R()), tryit(lambda:F.from_number(R())), tryit(lambda: F.from_number('1')))
for f in [.1,-2.5,3,True,'x',float('inf'),float('nan')]: print(tryit(F.from_float,f),tryit(F.from_decimal,f))
print(tryit(F.from_decimal,Decimal('-1.25')))
for a in vals:
    if isinstance(a,F):
        print(a,repr(a),str(a),hash(a),int(a),math.floor(a),math.ceil(a),math.trunc(a),round(a),bool(a),-a,+a,abs(a),a.limit_denominator(10),a.limit_denominator(100),float(a),complex(a),a.conjugate(),a.real,a.imag,a.as_integer_ratio(),tryit(lambda:a.is_integer()),a.__reduce__())
        for n in (-2,-1,0,1,2): print(n,round(a,n))
print(tryit(F(1,3).limit_denominator,0))
specs=['','>10','<10','^10','=10','*^12','+','-',' ','+>8','#','010','#10',',','_','.2f','.0f','10.3f','010.3f','+.1e','.3g','#.3g','G','%','.1%','z.1f','Z','08,.2f','_.2f','.3E','F','e','x>+20.4f','=+020.2f','#.0f','.0e','#.0e','.0g','012','d','s','.2','0<5','-0','00.2f','05.2f','<05.2f','\n^9','.12f','1,','0,']
for s in specs:
    for a in (F(0),F(1,3),F(-1,3),F(12345678,7),F(-5),F(1,8),F(3,8),F(-1,1000),F(10**7+1,3),F(999999,100000),F(1,3*10**8),F(2,3)*10**20):
        print(repr(s),a,tryit(format,a,s))
class G(F): pass
import copy
print(type(copy.copy(G(1,2))),type(G(1,2)+1),copy.deepcopy(F(1,2)) , G(3), repr(G(3)))
for c in (numbers.Number,numbers.Complex,numbers.Real,numbers.Rational,numbers.Integral):
    print(c, sorted(getattr(c,'__abstractmethods__',())), c.__mro__, c.__hash__, sorted(n for n in vars(c) if not n.startswith('_abc') and n not in ('__static_attributes__','__firstlineno__')))
    for n,v in sorted(vars(c).items()):
        if callable(v) and n!='__class__':
            try: print(n, v.__qualname__, v.__module__, inspect.signature(v), v.__code__.co_name)
            except Exception as e: print(n,type(e).__name__)
print(tryit(numbers.Integral), tryit(numbers.Complex))
class MyI(numbers.Rational):
    numerator=3; denominator=4
    def __getattr__(self,n): raise AttributeError(n)
print(tryit(MyI))
print(isinstance(1,numbers.Integral),isinstance(1.,numbers.Real),isinstance(1,numbers.Real),isinstance(1j,numbers.Complex),isinstance(1.,numbers.Rational))
print(tryit(numbers.Complex.__add__,1,2))
