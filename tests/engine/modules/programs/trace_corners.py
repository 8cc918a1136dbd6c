# sys.setprofile; what trace functions may answer, raise and switch off; threading.settrace.
import sys
def prof(frame, event, arg):
    print(' ', event, frame.f_code.co_name, frame.f_lineno, getattr(arg,'__qualname__',arg) if event.startswith('c_') else (arg if not callable(arg) else 'fn'))
def helper(x):
    return len(x)
def f():
    a = [3,1,2]
    a.sort(key=lambda v: -v)
    a.append(helper(a))
    b = sorted(a, key=abs)
    try:
        int('x')
        [].pop()
    except Exception as e:
        s = str(e)
    d = dict(a=1)
    d.get('a', 5)
    print(*[1], sep='')
    max(*a)
    return sum(x for x in b)
def g():
    for i in range(2):
        yield i
def run(fn):
    print(fn.__name__)
    sys.setprofile(prof)
    fn()
    sys.setprofile(None)
run(f)
run(lambda: list(g()))
def h():
    try: raise KeyError(1)
    except KeyError: pass
    inner()
def inner(): raise ValueError
try: run(h)
except ValueError: sys.setprofile(None); print('ok')
print(sys.getprofile(), sys.gettrace())
# settrace corners
ev=[]; sys.stdout.flush()
def t(frame, event, arg):
    ev.append((event, frame.f_code.co_name, frame.f_lineno))
    return t
def only_calls(frame, event, arg):
    ev.append((event, frame.f_code.co_name)); return None
def q():
    x = 1
    return x
sys.settrace(only_calls); q(); sys.settrace(None); print(ev); ev.clear()
def w():
    sys._getframe().f_trace = t
    sys.settrace(only_calls)
    y = 2
    q()
    sys.settrace(None)
    z = 3
w(); print(ev); ev.clear()
def nolines(frame, event, arg):
    frame.f_trace_lines = False
    ev.append((event, frame.f_code.co_name)); return nolines
sys.settrace(nolines); q(); sys.settrace(None); print(ev); ev.clear()
def bad(frame, event, arg):
    if event == 'line': raise RuntimeError('in trace')
    return bad
sys.settrace(bad)
try: q()
except RuntimeError as e: print('caught', e, sys.gettrace())
def changing(frame, event, arg):
    ev.append('A'+event)
    def second(frame, event, arg):
        ev.append('B'+event); return None
    return second
sys.settrace(changing); q(); sys.settrace(None); print(ev); ev.clear()
def locs(frame, event, arg):
    if frame.f_code.co_name=='q': ev.append((event, dict(frame.f_locals)))
    return locs
sys.settrace(locs); q(); sys.settrace(None); print(ev); ev.clear()
print(sys.gettrace())
sys.settrace(locs); print(sys.gettrace() is locs); sys.settrace(None)
import threading
def tt(frame, event, arg):
    if frame.f_code.co_name=='q': ev.append((event, frame.f_lineno))
    return tt
threading.settrace(tt); th=threading.Thread(target=q); th.start(); th.join(); threading.settrace(None); print(ev); ev.clear()
def count(frame, event, arg):
    global n; n += 1
    return count
n=0; sys.settrace(count)
for i in range(3): q()
sys.settrace(None); print(n)
def rec(n): return n if n<1 else rec(n-1)
depth=[]
def dt(frame, event, arg):
    if event in('call','return'): depth.append((event, frame.f_locals.get('n'), arg))
    return dt
sys.settrace(dt); rec(2); sys.settrace(None); print(depth)
