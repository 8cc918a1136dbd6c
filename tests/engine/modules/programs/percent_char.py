# %c of str and of bytes: what each refuses, and how.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class I:
    def __index__(s): return 65
for v in ('ab', '', b'a', b'ab', bytearray(b'xyz'), 1.5, None, [], -1, 0x110000, 256, 65, 'x', I(), True, 10**30, memoryview(b'ab')):
    t(lambda: '%c' % (v,)); t(lambda: b'%c' % (v,)); t(lambda: '%(k)c' % {'k': v}); t(lambda: bytearray(b'%c') % (v,)); t(lambda: '%s%c' % (1, v))
