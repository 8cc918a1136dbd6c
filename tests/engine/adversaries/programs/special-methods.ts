// __del__, __eq__ and other special methods that play tricks.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const specialMethods: readonly Adversary[] = [
  ...ends('step-limit', {
    del_creates_more: `class B:
    def __del__(self): B()
B()
`,
    hash_loop: `class A:
    def __hash__(self):
        while True: pass
{A()}
`,
    unhash_collide: `class K:
    def __hash__(s): return 0
d={}
while True: d[K()]=1
`,
    int_collide: `d={}
i=0
while True:
    d[i<<61]=i; i+=1
`,
    del_during_clear: `class A:
    def __del__(self): d.update({i: A() for i in range(2)})
d = {0: A()}
for _ in range(20): d.clear()
`,
    eq_returns_itself: `class A:
    def __eq__(self, o): return self
    def __bool__(self):
        while True: pass
A() in [A()]
`,
  }),
  ...ends('output-limit', {
    del_raises_forever: `class A:
    def __del__(self): raise ValueError('x' * 100)
while True: A()
`,
  }),
  ...ends('exception', {
    eq_resizes_set: `class K:
    def __hash__(self): return 1
    def __eq__(self, o):
        s.update(range(len(s) + 1000))
        return False
s = {K()}
s.add(K())
print(len(s) > 1000)
`,
  }),
  ...ends('ok', {
    bool_lies: `class A:
 def __bool__(self): return 2
for f in (lambda: not A(), lambda: any([A()]), lambda: [1] if A() else 2, lambda: list(filter(lambda x:A(),[1]))):
 try: print(f())
 except Exception as e: print(type(e).__name__, e)
`,
    contains_lies: `class A:
 def __contains__(self,x): return []
print(1 in A(), 1 not in A())
`,
    bytearray_exported: `b=bytearray(b'abc'); m=memoryview(b)
for f in (lambda: b.append(1), lambda: b.clear(), lambda: b.extend(b'x'), lambda: b.pop(), lambda: b.__init__(3), lambda: b.__setitem__(slice(0,1), b'xx'), lambda: b.__delitem__(0), lambda: b.__iadd__(b'1'), lambda: b.__imul__(3), lambda: b.insert(0,1), lambda: b.remove(97), lambda: b.reverse()):
 try: print(f())
 except Exception as e: print(type(e).__name__, e)
m.release(); b.append(1); print(b)
`,
    array_exported: `import array
b=array.array('i',[1,2,3]); m=memoryview(b)
for f in (lambda: b.append(1), lambda: b.extend([1]), lambda: b.pop(), lambda: b.__delitem__(0), lambda: b.__imul__(3), lambda: b.fromlist([1]), lambda: b.byteswap()):
 try: print(f())
 except Exception as e: print(type(e).__name__, e)
`,
    class_assign: `class A: __slots__=('x',)
class B: __slots__=('y',)
class C: __slots__=('x',)
class D: pass
a=A()
for k in (B,C,D,int,type,object):
 try:
  a.__class__=k; print(type(a).__name__)
 except TypeError as e: print(e)
try: (1).__class__=bool
except TypeError as e: print(e)
try: a.__class__=5
except TypeError as e: print(e)
try: del a.__class__
except TypeError as e: print(e)
`,
    bases_assign: `class A: pass
class B(A): pass
class C(B): pass
class S: __slots__='a'
for t in ((C,),(int,),(),(A,A),(S,),5,(1,),(object,),(A,)):
 try:
  B.__bases__=t; print(B.__mro__)
 except TypeError as e: print(e)
`,
    builtins_delete: `import builtins
del builtins.__build_class__
try:
 class A: pass
except NameError as e: print(e)
del builtins.__import__
try: import os
except ImportError as e: print(e)
`,
    eq_mutates_list: `class A:
    def __eq__(self,o):
        l.clear()
        return False
l=[A() for _ in range(100)]
print(5 in l, l.count(3), len(l))
l=[A() for _ in range(100)]
try: l.remove(3)
except ValueError as e: print(e)
l=[A() for _ in range(100)]
try: print(l.index(3))
except ValueError as e: print(e)
l=[A() for _ in range(5)]
print(l==[1]*5)
`,
    len_neg: `class A:
    def __len__(s): return -1
try: len(A())
except ValueError as e: print(e)
class B:
    def __len__(s): return 1<<70
try: len(B())
except OverflowError as e: print(e)
class C:
    def __length_hint__(s): return 1<<40
    def __iter__(s): return iter([1])
try: print(list(C()))
except MemoryError as e: print("mem")
`,
    del_imports: `class A:
    def __del__(self):
        import json, decimal, asyncio
A()
print('done')
`,
    del_in_list_slice: `class A:
    def __del__(self): x.append(A() if len(x) < 3 else 0)
x = [A() for _ in range(50)]
x[:] = []
print(len(x) > 0)
`,
    del_sets_class: `class B: pass
class A:
    def __del__(self): self.__class__ = B; keep.append(self)
keep = []
A()
print(type(keep[0]).__name__)
`,
    eq_true_for_all: `class A:
    def __eq__(self, o): return True
    def __hash__(self): return 7
d = {A(): i for i in range(1000)}
print(len(d))
`,
    eq_deletes_key: `class K:
    def __hash__(self): return 1
    def __eq__(self, o):
        d.pop(o, None) if False else d.clear()
        return True
d = {K(): 1}
d[K()] = 2
print(len(d))
`,
    hash_changes: `import random
class K:
    def __hash__(self): return random.getrandbits(60)
k = K()
s = {k}
for _ in range(1000): s.add(k)
print(len(s) > 900)
`,
    hash_lies: `class K:
    def __hash__(self): return 'x'
try: {K()}
except TypeError as e: print(e)
`,
    index_lies: `class I:
    def __index__(self): return 1 << 100
try: [1][I()]
except IndexError as e: print(e)
try: 'x' * I()
except OverflowError as e: print(e)
try: bytes(I())
except OverflowError as e: print(e)
`,
    length_lies: `class L:
    def __len__(self): return 10**15
    def __getitem__(self, i):
        if i > 5: raise IndexError
        return i
print(list(L()) if False else len(L()))
try: print(list(reversed(L()))[:3])
except (IndexError, MemoryError) as e: print(type(e).__name__)
`,
    getattribute_lies: `class A:
    def __getattribute__(self, n): raise AttributeError(n)
a = A()
for name in '__class__', '__dict__', '__len__', 'x': print(hasattr(a, name))
print(isinstance(a, A))
`,
    class_assignment: `class A: pass
class B: pass
a = A()
for i in range(5000): a.__class__ = B if i % 2 else A
print(type(a).__name__)
`,
  }),
]
