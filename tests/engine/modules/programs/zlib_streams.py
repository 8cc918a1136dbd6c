# zlib's functions and objects: flush modes, dictionaries, what is left over, every error text
import zlib
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c=zlib.compressobj(); c.flush()
t(lambda: c.compress(b'a')); t(lambda: c.flush()); t(lambda: c.flush(2)); t(lambda: c.copy()); t(lambda:c.flush(0))
c=zlib.compressobj()
t(lambda: c.flush(6)); t(lambda: c.flush(-1)); t(lambda: c.flush(2)); t(lambda: c.flush(2)); t(lambda: c.flush(7)); t(lambda:c.flush(5));t(lambda:c.flush(4))
t(lambda: zlib.compressobj(10)); t(lambda: zlib.compressobj(1,7)); t(lambda: type(zlib.compressobj(1,8,8))); t(lambda: zlib.compressobj(1,8,-8)); t(lambda: zlib.compressobj(1,8,16)); t(lambda: zlib.compressobj(1,8,15,0)); t(lambda: zlib.compressobj(1,8,15,10)); t(lambda: zlib.compressobj(1,8,15,8,5)); t(lambda: zlib.compressobj(1,8,31,zdict=b'a')); t(lambda:zlib.compressobj(1,8,-15,zdict=b'a').flush())
t(lambda:type(zlib.decompressobj(16))); t(lambda:zlib.decompressobj(100)); t(lambda:type(zlib.decompressobj(0))); t(lambda:zlib.decompressobj(7)); t(lambda:zlib.decompressobj(zdict=5)); t(lambda:zlib.decompress(b'',7))
z=zlib.compressobj(zdict=b'hello'); d=z.compress(b'hello hello')+z.flush(); print(d)
t(lambda:zlib.decompress(d)); t(lambda:zlib.decompressobj().decompress(d)); t(lambda:zlib.decompressobj(zdict=b'hullo').decompress(d)); t(lambda:zlib.decompressobj(zdict=b'hello').decompress(d))
d=zlib.decompressobj(); z=zlib.compress(b'abc'*100)+b'tail'
t(lambda:d.decompress(z,10)); print(d.unconsumed_tail,d.unused_data,d.eof); t(lambda:d.flush()); print(d.unconsumed_tail,d.unused_data,d.eof); t(lambda:d.flush()); t(lambda: d.decompress(b'x')); print(d.unconsumed_tail,d.unused_data,d.eof); t(lambda:d.copy())
t(lambda:d.decompress(b'',-1)); t(lambda:d.flush(0)); t(lambda:d.flush(-1)); t(lambda: d.decompress(b'x','y'))
d=zlib.decompressobj(); t(lambda:d.decompress(z[:10])); e=d.copy(); t(lambda:e.decompress(z[10:])); t(lambda:d.decompress(z[10:])); t(lambda: d.flush())
t(lambda:zlib.decompress(z)); t(lambda:zlib.decompress(z[:-9])); t(lambda:zlib.decompress(z[:8]+b'!'+z[9:])); t(lambda:zlib.decompress(b'')); t(lambda:zlib.decompress(b'x')); t(lambda:zlib.decompress(z,bufsize=-1)); t(lambda:zlib.decompress(z,bufsize=0)); t(lambda:zlib.decompress(z[:-5]+b'tail0'));
t(lambda:zlib.decompress(b'\x78\x9c\x07')); t(lambda:zlib.decompress(b'\x79\x9c\x07')); t(lambda:zlib.decompress(b'\xf8\x9c\x07')); t(lambda:zlib.decompress(b'\x1f\x8b\x08\xe0',31)); t(lambda:zlib.decompress(b'\x1f\x8b\x07\xe0',31));t(lambda:zlib.decompress(zlib.compress(b'abcd',wbits=31)[:-4]+b'1234',31)); t(lambda:zlib.decompress(b'\x05\xe0\x81\xff\xff\xff',-15)); t(lambda:zlib.decompress(b'\xff\xff\xff',-15));t(lambda:zlib.decompress(b'\x01\xff\xff\xff',-15)); t(lambda:zlib.decompress(b'\x03\x02\x01\x00\xaa\xbb',-15)); t(lambda:zlib.decompress(b'K\xff\xff\xaa\xbb',-15))
t(lambda:zlib.compress()); t(lambda:zlib.compress(1)); t(lambda:zlib.compress(b'',b'')); t(lambda:zlib.compress(b'',1,2,3)); t(lambda:zlib.compress(b'',levle=2)); t(lambda:zlib.compress(data=b'')); t(lambda:zlib.compress(b'',2**40)); t(lambda:zlib.crc32(b'',1.0)); t(lambda:zlib.crc32()); t(lambda:zlib.crc32(b'',1,2)); t(lambda:zlib.crc32(b'a',-1)); t(lambda:zlib.crc32(b'a',2**70+5)); t(lambda:zlib.adler32(b'a'*10000,7)); t(lambda:zlib.crc32(b'a',value=5))
for n in ('DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES __version__').split(): print(n, getattr(zlib,n),end=' ')
print(zlib.error, zlib.error.__mro__, type(c), type(d)); t(lambda: type(c)()); t(lambda:d.__class__.__new__(d.__class__))
import sys
t(lambda: setattr(d,'eof',1)); t(lambda: d.foo); t(lambda:d.decompress()); t(lambda:d.decompress(b'',1,2)); t(lambda:c.compress()); t(lambda:c.compress('a')); t(lambda:c.compress(b'',1)); t(lambda:c.flush(1,2)); t(lambda:c.copy(1)); t(lambda:d.decompress(b'x',max_length=3))
if hasattr(zlib,'_ZlibDecompressor'):
    D=zlib._ZlibDecompressor; d=D(); t(lambda:d.decompress(z,10)); print(d.eof,d.needs_input,d.unused_data); t(lambda:d.decompress(b'',20)); t(lambda:d.decompress(b'')); print(d.eof,d.needs_input,d.unused_data); t(lambda:d.decompress(b'')); t(lambda:D(5)); t(lambda:D(1,2,3)); t(lambda:D().decompress(b'zzz')); t(lambda:D().decompress()); t(lambda:type(D(zdict=3))); t(lambda:D(-15,3)); t(lambda:D().decompress(z,0))
    z=zlib.compressobj(zdict=b'hello'); w=z.compress(b'hello hello')+z.flush(); t(lambda: D().decompress(w))
import copy, hashlib
for data in (b'', b'a', bytes(20000), b'abcd'*9 + b'abxd'*9, b''.join(b'line %d of text %x\n' % (i, i*i) for i in range(500)), b''.join(bytes([i*i*7919 >> 5 & 255]) for i in range(6000))):
    for level in (-1, 0, 1, 3, 4, 9):
        for strategy in range(5):
            for wbits, memory in ((15, 8), (-10, 5), (31, 9), (9, 1)):
                if wbits != 15 and strategy: continue
                c = zlib.compressobj(level, 8, wbits, memory, strategy)
                whole = c.compress(data) + c.flush(level % 4)
                twin = copy.deepcopy(c)
                rest = c.compress(data[:3000]) + c.flush()
                assert rest == twin.compress(data[:3000]) + twin.flush()
                out, left, d = b'', whole + rest, zlib.decompressobj(wbits)
                while left: out += d.decompress(left, 997); left = d.unconsumed_tail
                assert out + d.flush() == data + data[:3000] and d.eof
                print(len(whole), hashlib.md5(whole + rest).hexdigest()[:8], end=' ')
    print(*[hashlib.md5(zlib.compress(data, level)).hexdigest()[:8] for level in range(10)])
