import threading,time
def w():
    while True: time.sleep(1)
t=threading.Thread(target=w,daemon=True); t.start()
class K:
    def __del__(self): print('del', threading.current_thread().name)
def g():
    k=K(); 
    sorted([1,2],key=lambda x: time.sleep(0.01) or x)
    print('g')
t=threading.Thread(target=g,name='G'); t.start(); t.join()
l=threading.Lock(); l.acquire()
def dead(): l.acquire()
t=threading.Thread(target=dead); t.start()
t.join(0.1); print(t.is_alive()); l.release(); t.join(); print(t.is_alive())
def err():
    try:
        with l: raise ValueError('in lock')
    except ValueError as e: print(e, l.locked())
t=threading.Thread(target=err); t.start(); l.release(); t.join()
ths=[threading.Thread(target=lambda: None) for _ in range(50)]
[t.start() for t in ths]; [t.join() for t in ths]; print(threading.active_count())
def gen():
    for i in range(3):
        time.sleep(0.01); yield i
r=[]
t=threading.Thread(target=lambda: r.extend(gen())); t.start(); t.join(); print(r)
async_done=[]
t=threading.Thread(target=lambda: [r.append(x) for x in gen()]); t.start(); t.join(); print(r)
