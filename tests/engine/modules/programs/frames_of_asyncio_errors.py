# Which frames an error of asyncio passes: futures and tasks are C, so only coroutines and the loop's Python show.
import asyncio
import traceback


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def plain():
    return 1 / 0


async def nested():
    await asyncio.create_task(fail(1))


async def gathered():
    await asyncio.gather(fail(2), fail(1))


async def shielded():
    await asyncio.shield(fail(0))


async def cancelled():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    await task


async def late():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def waited():
    await asyncio.wait_for(fail(1), 5)


async def wrong_yield():
    await 5


async def result_too_soon():
    asyncio.get_running_loop().create_future().result()


async def set_twice():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    future.set_result(2)


async def set_from_outside():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_exception, KeyError('k'))
    await future


for main in (plain, nested, gathered, shielded, cancelled, late, waited, wrong_yield, result_too_soon, set_twice, set_from_outside):
    try:
        asyncio.run(main())
    except BaseException as error:
        while error is not None:
            print(main.__name__, type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
            error = error.__cause__
print(asyncio.Future, asyncio.Task, asyncio.CancelledError)
for act in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
    try:
        act()
    except RuntimeError as error:
        print(act.__name__, error)
