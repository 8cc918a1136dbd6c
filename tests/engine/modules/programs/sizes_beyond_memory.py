# What sizes that no memory has are refused as.
def t(s):
    try: eval(s); print(s,'ok')
    except Exception as e: print(s, type(e).__name__, e)
for s in ['1<<2**62','1<<2**63','1<<2**64','1000<<2**70','1<<2**200','0<<2**200','-1<<2**63','1>>2**200','-1>>2**200','"ab"*2**62','"ab"*2**63','"ab"*2**64','"a"*2**63','"a"*2**62','""*2**62','b"ab"*2**62','b"a"*2**62','bytearray(b"ab")*2**62','[1,2]*2**62','(1,2)*2**62','[1]*2**62','[1]*2**61','[1]*2**63','(1,)*2**63','bytearray(2**62)','bytes(2**62)','bytes(2**63)','bytearray(2**63)','" ".join(["a"]*3).ljust(2**62)','"a".zfill(2**62)','"a".center(2**63)', '"a".split("b", 2**63)', '"a".replace("a", "b", 2**63)', '"a".zfill(2**63)', 'bytes(-2**63)', 'bytes(-2**70)', '"a".ljust(-2**63)']: t(s)
