# A class statement under builtins that lack __build_class__, before and after one that succeeds.
import builtins
import gc
import sys


class Registry(dict):
    pass


gc.collect()
full = Registry(builtins.__dict__)
code = compile('class A: pass', '', 'exec')


def attempt(namespace):
    try:
        exec(code, {'__builtins__': namespace})
        print('made')
    except NameError as e:
        print(e)
    print(sys.getrefcount(Registry), gc.collect() > 0)


attempt({})
attempt(full)
attempt(Registry())
attempt(full)
attempt(Registry())
attempt({})
