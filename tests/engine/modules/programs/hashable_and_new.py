# What is hashable, what __new__ says of too many arguments, vars() of what has no __dict__.
import sys, collections
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: int.__new__(int,1,2,3)); t(lambda: int.__new__(int,'1',2,x=3)); t(lambda: int.__new__()); t(lambda: int.__new__(3)); t(lambda: int.__new__(str,1)); t(lambda: int(1,2,3))
t(lambda: str.__new__(str,1,2,3,4)); t(lambda: float.__new__(float,1,2)); t(lambda: bool.__new__(bool,1,2)); t(lambda: tuple.__new__(tuple,1,2)); t(lambda: complex.__new__(complex,1,2,3)); t(lambda: bytes.__new__(bytes,1,2,3,4))
t(lambda: frozenset.__new__(frozenset,1,2)); t(lambda: enumerate.__new__(enumerate,[],1,2)); t(lambda: object.__new__(int))
from collections.abc import *
print(isinstance(slice(1),Hashable), isinstance(type.__dict__,Hashable), issubclass(slice,Hashable))
for o in ([],{},set(),(),1,bytearray(),memoryview(b''),range(1),dict.keys({}),dict.values({}),dict.items({}),frozenset(),sys.implementation,type(sys.implementation),iter([]),collections.deque(),collections.Counter(),collections.OrderedDict(),collections.UserDict(),collections.UserList(),slice(1),type.__dict__):
    print(type(o).__name__, isinstance(o,Hashable), type(o).__hash__ is None)
class L(list): pass
l=L([1]); l.x=1
t(lambda: vars(l)); t(lambda: vars([]))
class D(dict): __slots__=('a',)
t(lambda: vars(D()))
t(lambda: vars(1)); t(lambda: vars(object()))
class I(int): pass
t(lambda: I(1,2,3))
class S(str): pass
t(lambda: S(1,2,3,4)); t(lambda: str(1,2,3,4))
