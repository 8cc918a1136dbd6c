import pickle
def t(o):
    for p in (0, 2, 4):
        try: pickle.dumps(o, p)
        except Exception as e: print(p, type(e).__name__, str(e).split(' at 0x')[0], str(e).split('>')[-1], repr(e.__cause__))
class A: pass
B = A
class A: pass
t(lambda: 0); t(B()); t(B)
def f():
    def g(): pass
    return g
t(f())
f.__module__ = 'nope'; t(f); f.__module__ = 'sys'; t(f)
class M:
    class N: pass
N = M.N; del M.N; t(N)
