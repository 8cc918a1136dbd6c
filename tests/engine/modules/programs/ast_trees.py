import ast,sys
src='''
"""mod doc"""
import os, sys as s
from . import x
from ..a.b import c as d, e
@deco(1)
class A(B, metaclass=M):
    "doc 'x' \\n y"
    x: int = 3
    (y): str
    def f(self, a, /, b: int=1, *args, c, d=2, **kw) -> int:
        """d"""
        global g
        return a+b*c-(d-e)**-f
    async def g(self):
        async with a as b, c: await x
        async for i in y: yield i
        else: pass
        return
for i, (j, k) in enumerate(x): continue
while not x and y or z: break
else: x = y = (1, 2); a, b = b, a; t = 1,
try:
    raise X from y
except (A, B) as e: pass
except: del x, y[0]
else: assert a, "m"
finally: x += 1
if a: 1
elif b: 2
else: 3
lambda x, *y: (x, y)
[x for x in y if z if w for a, b in c]
{**a, 'b': 1, **c}; {1, 2}; {x: y for x in z}; (x for x in y); f(*a, k=1, **b); f(x for x in y)
a if b else c; (a if b else c) if d else e; x[1:2, ::3]; x[a]; x[1:]; x[(1, 2)]; x[()]; 1 .real; 1.5.real; -1 ** 2; (-1) ** 2; 2 ** -1; 2 ** 3 ** 4; (2 ** 3) ** 4; a and (b or c); a or b and c; (a or b) or c; not (a == b); not a == b; a < b < c; (a < b) < c; a == (b := 3); ~x; +-x; - -x
f'a{x}b{y!r:>5}c{{'; f"{'a' + "b"}"; f'{d["k"]}'; f"it's {x}"; f'{ {1: 2} }'
'a' 'b'; b'x'; u'uu'; 1j; 1e400; ...; None; True; "it's"; 'say "x"'; '\\n\\t'
x = yield
print((yield a)); await_ = 1
with open(f) as (a, b), g: pass
match x:
    case 1 | 2: pass
    case [a, *_, b] if a: pass
    case {'k': v, **r}: pass
    case A(1, x=2) as z: pass
    case (1 | None): pass
    case -1 | 'a' as q: pass
    case _: pass
def gen():
    yield
    x = yield from y
    nonlocal z
'''.replace("await x","await x")
if sys.version_info < (3,12): src=src.replace("""f"{'a' + "b"}"; """,'')
try: t=ast.parse(src)
except SyntaxError as e: print(e); raise
print(ast.dump(t)); print(ast.dump(t,indent=2)[:3000]); print(ast.dump(t,include_attributes=True)[:3000]); print(ast.dump(t,annotate_fields=False)[:2000])
print(ast.unparse(t))
t2=ast.parse(ast.unparse(t)); print(ast.dump(t)==ast.dump(t2), len(list(ast.walk(t))))
print(repr(ast.Load() is ast.Load()), t.body[0].value.__dict__.keys(), t.__dict__.keys(), t._fields, t.body[1].names[0]._attributes)
n=ast.parse('a+b',mode='eval').body; print(n.left.ctx is n.right.ctx, type(n.op), n.lineno, n.end_col_offset, n.__class__.__mro__)
for s in ['1','-1','1+2j','[1,(2,),{3:4},{5}]','"a"','None','set()','f()','a','1+1','b"x"', '...', '{1:2,**{}}',' 1']:
    try: print(s, ast.literal_eval(s))
    except Exception as e: print(s, type(e).__name__, str(e).split(' at 0x')[0])
print(ast.get_source_segment('x = 1\ny = (2 +\n  3)\n', ast.parse('x = 1\ny = (2 +\n  3)\n').body[1].value), ast.get_docstring(t))
class V(ast.NodeVisitor):
    def visit_Name(self,n): print(n.id,end=' ')
V().visit(t.body[4]); print()
class T(ast.NodeTransformer):
    def visit_Constant(self,n): return ast.copy_location(ast.Constant(n.value*2 if isinstance(n.value,int) else n.value),n)
    def visit_Pass(self,n): return None
tr=T().visit(ast.parse('x=1+2\nprint(x)')); ast.fix_missing_locations(tr); exec(compile(tr,'<t>','exec'))
e=ast.Expression(ast.BinOp(ast.Constant(2),ast.Mult(),ast.Constant(21))); ast.fix_missing_locations(e); print(eval(compile(e,'x','eval')))
def tt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
tt(lambda: compile(ast.Expression(ast.Name('x',ast.Store(),lineno=1,col_offset=0)),'x','eval'))
tt(lambda: compile(ast.Expression(ast.Constant(1)),'x','eval'))
tt(lambda: compile(ast.Module([],[]),'x','eval')); tt(lambda: compile(ast.Module([ast.Constant(1,lineno=1,col_offset=0)],[]),'x','exec'))
tt(lambda: ast.Name(1,2,3,4)); tt(lambda: ast.BinOp(1,left=2)); tt(lambda: ast.dump(3)); tt(lambda: compile(5,'x','exec'))
print(sys.getsizeof(ast.parse('1')), sys.getsizeof(ast.Load()), ast.Name.__doc__, ast.stmt.__doc__[:80], ast.Name.__match_args__, ast.AST.__basicsize__)
print(ast.parse('def f(): pass').body[0].type_comment, ast.FunctionDef.returns, ast.Constant.kind)
import copy, pickle
c=copy.deepcopy(n); print(ast.dump(c)); print(ast.dump(pickle.loads(pickle.dumps(n))))
print([f for f,_ in ast.iter_fields(n)], [type(x).__name__ for x in ast.iter_child_nodes(n)])
ast.increment_lineno(n,5); print(n.lineno,n.left.lineno)
try: ast.parse('x = = 1')
except SyntaxError as e: print(e.msg,e.lineno,e.offset,e.filename)
try: exec(compile(ast.parse('1/0\n'),'f.py','exec'))
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno)
