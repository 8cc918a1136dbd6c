import threading, queue, time, concurrent.futures as cf, random
print("1 producer/consumer")
q = queue.Queue(maxsize=3)
log = []
def prod():
    for i in range(6):
        q.put(i); log.append(('p', i))
    q.put(None)
def cons():
    while (x := q.get()) is not None:
        log.append(('c', x)); q.task_done()
    q.task_done()
ts = [threading.Thread(target=cons), threading.Thread(target=prod)]
for t in ts: t.start()
q.join()
for t in ts: t.join()
print([x for x in log if x[0]=='c'])
print("2 lock counter")
n = 0; lock = threading.Lock()
def inc():
    global n
    for _ in range(10000):
        with lock:
            n += 1
ts = [threading.Thread(target=inc) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(n)
print("3 sleeps")
def s(name, d):
    print(f'{name} start\n', end=''); time.sleep(d); print(f'{name} end\n', end='')
ts = [threading.Thread(target=s, args=(f't{i}', 0.08*(4-i))) for i in range(3)]
for t in ts: t.start()
time.sleep(0.03); print('main')
for t in ts: t.join()
print("4 event")
e = threading.Event()
order = []
def waiter(i):
    order.append(f'{i} waiting'); e.wait(); order.append(f'{i} go')
ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start()
e.set()
for t in ts: t.join()
print(sorted(order))
print("5 pool")
with cf.ThreadPoolExecutor(max_workers=3) as ex:
    print(list(ex.map(lambda x: x*x, range(10))))
    fs = [ex.submit(time.sleep, 0.01*(3-i)) for i in range(3)]
    d = {f:i for i,f in enumerate(fs)}
    print([d[f] for f in cf.as_completed(fs)])
    f = ex.submit(pow, 2, 10); print(f.result(), f, f.done()) if 0 else print(f.result(), f.done())
    try: ex.submit(int, 'x').result()
    except ValueError as x: print(x)
print("6 local")
loc = threading.local(); loc.x = 'main'
def w(i):
    print(hasattr(loc, 'x')); loc.x = i; time.sleep(0.01); print(loc.x)
ts = [threading.Thread(target=w, args=(i,)) for i in range(2)]
[t.start() for t in ts]; [t.join() for t in ts]; print(loc.x)
print("7 condition/barrier/semaphore/timer")
b = threading.Barrier(3)
def bw(i):
    time.sleep(0.01*i); b.wait(); 
ts = [threading.Thread(target=bw, args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]; print(b.n_waiting, b.broken)
sem = threading.Semaphore(2); active = []; mx = []
def sw(i):
    with sem:
        active.append(i); mx.append(len(active)); time.sleep(0.01); active.remove(i)
ts = [threading.Thread(target=sw, args=(i,)) for i in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]; print(max(mx))
tm = threading.Timer(0.02, print, args=['timer']); tm.start(); tm.join()
c = threading.Timer(0.02, print, args=['never']); c.start(); c.cancel()
print("8 busy")
done = False
def setdone():
    global done
    time.sleep(0.01); done = True
t = threading.Thread(target=setdone); t.start()
while not done: pass
print('done', t.is_alive() or True)
print("9 rlock")
r = threading.RLock()
def rec(k):
    with r:
        return k if k == 0 else rec(k-1)
print(rec(5))
res=[]
def worker(): 
    with r: res.append('w')
r.acquire(); t=threading.Thread(target=worker); t.start(); print(res); r.release(); t.join(); print(res)
class CM:
    def __enter__(self): lock.acquire(); return self
    def __exit__(self,*a): lock.release()
def uses():
    with CM(): res.append('cm')
t=threading.Thread(target=uses); t.start(); t.join(); print(res)
d = threading.Thread(target=lambda: time.sleep(100), daemon=True); d.start()
print(threading.active_count() >= 2)
print('end')
