# gzip: files, strings, headers, checks
import gzip, io, zlib, os, tempfile
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
d=os.path.join(tempfile.mkdtemp(),'a.txt.gz')
with gzip.open(d,'wb') as f: print(f.write(b'hello\nworld\n'*100), f.tell(), f.mode, f.closed, f.writable(), f.readable(), os.path.basename(f.name))
print(f.closed); t(lambda: f.write(b'x'))
raw=open(d,'rb').read(); print(len(raw), raw[:4], raw[8:20])
with gzip.open(d) as f: print(f.readline(), f.read(5), f.tell(), f.peek(3)[:3], f.seek(0), f.read(3), f.read1(4), len(f.read()), f.read(), f.mode)
with gzip.open(d,'rt') as f: print(f.readline(), len(f.readlines()))
with gzip.open(d,'at',encoding='utf-8') as f: f.write('zusätzlich\n')
with gzip.open(d,'rt',encoding='utf-8') as f: print(f.read()[-11:])
for n in (1,5,9): print(gzip.compress(b'abc'*50,n,mtime=1)) 
print(gzip.compress(b'abc',mtime=0), gzip.decompress(gzip.compress(b'a')+gzip.compress(b'b')+b'\0\0'))
t(lambda:gzip.decompress(b'abc')); t(lambda:gzip.decompress(b'')); t(lambda:gzip.decompress(gzip.compress(b'abc')[:-3])); t(lambda:gzip.decompress(gzip.compress(b'abc')[:5])); t(lambda:gzip.decompress(gzip.compress(b'abc')[:-5]+b'12345')); t(lambda:gzip.decompress(gzip.compress(b'abc')[:-4]+b'1234'))
t(lambda:gzip.open(d,'rbt')); t(lambda:gzip.open(d,'q')); t(lambda:gzip.open(5)); t(lambda:gzip.open('/nonexistent/x')); t(lambda:gzip.open(d,'rb',encoding='x')); t(lambda: gzip.GzipFile(d,'rt')); t(lambda: gzip.GzipFile())
b=io.BytesIO()
with gzip.GzipFile(fileobj=b,mode='w',mtime=123, compresslevel=1) as f: f.write(b'1234'*1000); f.flush(); print(b.tell()); f.write(bytearray(b'zz')); f.write(memoryview(b'yy')); print(f.seek(5000), f.tell()); t(lambda:f.read()); t(lambda:f.seek(1)); t(lambda: f.rewind())
v=b.getvalue(); print(len(v), v)
f=gzip.GzipFile(fileobj=io.BytesIO(v)); print(f.read(10), f.mtime, f.seek(4000), f.read(10), f.seek(-5,2), f.read(), f.tell(), f.seekable()); t(lambda:f.write(b''))
f.rewind(); print(f.read(4)); f.close(); t(f.read)
t(lambda: gzip.GzipFile(fileobj=io.BytesIO(v[:-2])).read()); t(lambda: gzip.GzipFile(fileobj=io.BytesIO(v[:50])).read()); t(lambda: gzip.GzipFile(fileobj=io.BytesIO(b'zz')).read()); t(lambda: gzip.GzipFile(fileobj=io.BytesIO(v[:-8]+b'12345678')).read()); t(lambda: gzip.GzipFile(fileobj=io.BytesIO(v+b'junk')).read())
print(gzip.BadGzipFile.__mro__[:3], gzip.__all__, isinstance(f, io.IOBase))
import json
with gzip.open(d,'wt') as f: json.dump({'a':[1,2,3]},f)
print(json.load(gzip.open(d)), repr(gzip.GzipFile(fileobj=io.BytesIO(v)))[:24])
with gzip.GzipFile(fileobj=io.BytesIO(v)) as f:
    for line in io.BufferedReader(f): print(len(line))
