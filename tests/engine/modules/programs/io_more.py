import io, os, sys, tempfile
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
s = io.StringIO('line1\nline2\nx'); t(s.readline, s.read, s.tell, lambda: s.seek(0), s.readlines, lambda: s.seek(2), lambda: s.read(3), lambda: s.truncate(), s.getvalue, lambda: s.seek(-1), lambda: s.seek(1,1), lambda: s.write(b'x'), lambda: s.write(5), lambda: s.fileno(), s.isatty, s.readable, s.writable, s.seekable, lambda: s.newlines, lambda: s.encoding, lambda: s.errors, lambda: s.line_buffering, lambda: s.detach(), lambda: io.StringIO(5), lambda: io.StringIO('x', 'y'), lambda: s.closed, s.close, s.read, s.getvalue, lambda: s.closed, lambda: next(s), lambda: repr(s)[:20])
b = io.BytesIO(b'abc\ndef'); t(lambda: b.read(2), b.readline, lambda: b.readinto(bytearray(2)), lambda: b.seek(-2, 2), b.read, lambda: b.write('x'), lambda: b.write(b'zz'), b.getvalue, lambda: b.getbuffer()[0], lambda: b.seek(-1), lambda: b.seek('x'), lambda: b.truncate(-1), lambda: b.truncate(2), b.getvalue, lambda: b.seek(10), lambda: b.write(b'!'), b.getvalue, lambda: b.fileno(), lambda: io.BytesIO('x'), lambda: b.readlines(), lambda: list(io.BytesIO(b'1\n2\n')), lambda: b.peek(1))
v = b.getbuffer(); t(lambda: b.write(b'x' * 100), lambda: b.close()); v.release(); t(lambda: sys.getsizeof(io.BytesIO()), lambda: sys.getsizeof(io.BytesIO(b'abc')), lambda: sys.getsizeof(io.StringIO()))
d = tempfile.mkdtemp(); p = os.path.join(d, 'f.txt')
with open(p, 'w') as f: t(lambda: f.write('héllo\nworld\n'), lambda: f.read(), lambda: f.mode, lambda: f.encoding, lambda: f.buffer.__class__, f.tell, lambda: f.writelines(['a\n', 'b']), lambda: f.writelines([1]), lambda: f.write(b''))
with open(p) as f: t(f.readline, lambda: next(f), lambda: f.tell(), lambda: f.read(1), f.readlines, f.read, lambda: f.write('x'), lambda: f.seek(0), lambda: f.seek(1, 1), lambda: f.seek(0, 2), lambda: f.seek(-1, 2), lambda: f.seek(0, 5))
with open(p, 'rb') as f: t(lambda: f.read(3), lambda: f.peek(2)[:2], lambda: f.raw.__class__, lambda: f.seek(-3, 2), f.read, lambda: f.write(b'x'), lambda: f.readinto(bytearray(5)))
t(lambda: f.read(), lambda: f.closed, lambda: open(p, 'zz'), lambda: open(p, 'rw'), lambda: open(p, ''), lambda: open(p, 'rb', encoding='utf-8'), lambda: open(p, 'rbt'), lambda: open('/nonexistent'), lambda: open(5000), lambda: open(-1), lambda: open(p, buffering=0), lambda: open(p, encoding='nope'), lambda: open(p, newline='q'), lambda: open(p, errors='nope').read(), lambda: open(None), lambda: open(p, mode=3), lambda: open(1.5), lambda: open(p, 'rb', newline='\n'), lambda: open(p, 'rb', errors='strict'), lambda: open('a\0b'), lambda: open(p, 'r', 'x'))
with open(p, 'wb') as f: f.write(b'\xff\xfe\n')
t(lambda: open(p, encoding='utf-8').read(), lambda: open(p, encoding='utf-8', errors='replace').read(), lambda: open(p, encoding='latin-1').read(), lambda: open(p, errors='surrogateescape').read().encode('utf-8', 'surrogateescape'), lambda: open(p, 'w', encoding='ascii').write('é'))
with open(p, 'w', newline='\r\n') as f: f.write('a\nb\n')
t(lambda: open(p, 'rb').read(), lambda: open(p).read(), lambda: open(p, newline='').read())
with open(p, 'r+') as f: f.write('Z'); f.seek(0); print(repr(f.read()), f.newlines); f.truncate(1); print(f.tell())
with open(p, 'a+') as f: print(f.tell()); f.write('END'); f.seek(0); print(f.read())
w = io.TextIOWrapper(io.BytesIO(), encoding='utf-16', write_through=True); w.write('hi'); print(w.buffer.getvalue(), w.encoding, w.errors, w.line_buffering); w.reconfigure(encoding='utf-8'); w.write('é'); print(w.buffer.getvalue()); bb = w.detach(); t(lambda: w.read(), lambda: repr(w))
br = io.BufferedReader(io.BytesIO(b'0123456789')); print(br.read(3), br.peek(), br.read1(2), br.tell()); bw = io.BufferedWriter(io.BytesIO()); bw.write(b'abc'); print(bw.raw.getvalue()); bw.flush(); print(bw.raw.getvalue())
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): b[:2] = b'ab'; return 2 if not hasattr(self, 'done') and not setattr(self, 'done', 1) else 0
print(io.BufferedReader(Raw()).read(), Raw().read(1), Raw().readall()); t(lambda: io.RawIOBase().read(), lambda: io.IOBase().fileno(), lambda: io.IOBase().seek(0), lambda: io.BufferedReader(io.BytesIO()).write(b''), lambda: io.TextIOBase().read(), lambda: io.FileIO('/nonexistent'), lambda: io.BytesIO().readinto(b''), lambda: io.BytesIO().readinto(5))
print(io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, issubclass(io.StringIO, io.TextIOBase), io.UnsupportedOperation.__mro__, io.text_encoding(None))
class B(io.BytesIO):
    def close(self): print('closing'); super().close()
B(); 
with B() as q: pass
os.remove(p); os.rmdir(d)
d = tempfile.mkdtemp(); p = os.path.join(d, 'raw')
f = io.FileIO(p, 'w'); print(f.mode, f.closefd, f.name == p, f.write(b'abc'), f.readable(), f.writable(), f.seekable()); t(lambda: f.read()); f.close(); print(f.closed)
class F(io.FileIO):
    def __init__(self, name): super().__init__(name, 'r+'); self.extra = 1
g = F(p); print(g.mode, g.read(2), g.readall(), g.extra, g.read()); g.close(); os.remove(p); os.rmdir(d)
t(lambda: io.FileIO(), lambda: io.FileIO(1.5), lambda: io.FileIO('x', 'q'), lambda: io.FileIO('x', 'rw'), lambda: io.FileIO('x', ''), lambda: io.FileIO('/nonexistent', 'r'), lambda: io.FileIO('x', 5), lambda: io.FileIO(-1), lambda: io.FileIO('x', closefd=False), lambda: io.FileIO('a', 'r', True, None, 5), lambda: os.stat('\0'), lambda: os.rename('a', '\0'), lambda: os.remove('\0'))
class R(io.RawIOBase):
    def close(self): print('R close'); super().close()
R()
class T(io.StringIO):
    def close(self): print('T close'); super().close()
T(); x = T(); x.close(); del x
class B2(io.BytesIO):
    def close(self): print('B close', self.k); 1/0
b = B2(); b.k = 1; del b
class B3(io.BytesIO):
    def __del__(self): print('del')
    def close(self): print('B close')
B3()
