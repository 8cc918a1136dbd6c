import asyncio, time, functools, threading, concurrent.futures as cf
async def a(n,d):
    await asyncio.sleep(d); print(n); return n
async def main():
    s=time.perf_counter()
    print(await asyncio.gather(a('x',0.2),a('y',0.1),a('z',0.1)))
    print(round(time.perf_counter()-s,1))
    s=time.perf_counter()
    def block(n): time.sleep(0.1); return threading.current_thread().name.split('_')[0], n
    print(await asyncio.gather(*[asyncio.to_thread(block,i) for i in range(3)]))
    print(round(time.perf_counter()-s,1))
    loop=asyncio.get_running_loop()
    with cf.ThreadPoolExecutor(2) as ex:
        print(await loop.run_in_executor(ex, functools.partial(block, n=5)))
    try: await asyncio.to_thread(int,'x')
    except ValueError as e: print(e)
    try: await asyncio.wait_for(asyncio.sleep(5),0.05)
    except asyncio.TimeoutError: print('timeout')
    print(round(loop.time()-loop.time()))
asyncio.run(main())
class Call:
    def __call__(self): time.sleep(0.01); print('called')
t=threading.Thread(target=Call()); t.start(); print('main'); t.join()
t=threading.Thread(target=functools.partial(time.sleep,0.01)); t.start(); t.join()
t=threading.Thread(target=functools.partial(Call())); t.start(); t.join()
