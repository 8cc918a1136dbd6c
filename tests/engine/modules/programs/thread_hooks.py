import sys, contextvars, threading, _thread
v=contextvars.ContextVar('v',default=1)
def f():
    print(v.get()); v.set(5); print(v.get())
v.set(2)
t=threading.Thread(target=f); t.start(); t.join(); print(v.get())
c=contextvars.copy_context()
print(c.run(v.get), c[v], len(c))
def boom(): 1/0
try: c.run(boom)
except ZeroDivisionError:
    import traceback; print([f.name for f in traceback.extract_tb(sys.exc_info()[2])])
def raw(a,*,k): print(a,k); raise SystemExit
i=_thread.start_new_thread(raw,(1,),{'k':2})
import time; time.sleep(0.01); print(_thread._count())
threading.excepthook=lambda a: print('hook', a.exc_type.__name__, a.thread.name, a.exc_value)
t=threading.Thread(target=boom,name='zz'); t.start(); t.join()
import sys
t=threading.Thread(target=sys.exit); t.start(); t.join(); print(t.is_alive())
e=threading.Event(); print(e.wait(0.01)); print(threading.Lock().acquire(timeout=0.5))
import weakref, gc
class O: pass
o=O(); r=weakref.ref(o)
t=threading.Thread(target=lambda x: print(sys.getrefcount(x)), args=(o,)); t.start(); t.join(); del o; print(r() is None)
t=threading.Thread(target=print); print(sys.getrefcount(t)); t.start(); t.join(); print(sys.getrefcount(t))
