// gzip: files and strings with a header, a deflated body, a checksum and a length (RFC 1952). Behaves as CPython 3.13's; written for the engine.
export default () => String.raw`
"""Functions that read and write gzipped files.

The user of the file doesn't have to worry about the compression,
but random access is not allowed."""
import builtins
import io
import os
import struct
import sys
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = ('rb', 'wb') if sys.version_info >= (3, 13) else (1, 2)
READ_BUFFER_SIZE = 128 * 1024
_WRITE_BUFFER_SIZE = 4 * io.DEFAULT_BUFFER_SIZE
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
_DEFAULT_LEVEL = _COMPRESS_LEVEL_TRADEOFF if sys.version_info >= (3, 15) else _COMPRESS_LEVEL_BEST
_DEFAULT_MTIME = 0 if sys.version_info >= (3, 14) else None
_BUFFERS_WRITES = sys.version_info >= (3, 12)
_CUT_SHORT = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def open(filename, mode="rb", compresslevel=_DEFAULT_LEVEL, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    text = "t" in mode
    if text and "b" in mode:
        raise ValueError("Invalid mode: %r" % (mode,))
    if not text:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    binary_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        binary_file = GzipFile(filename, binary_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        binary_file = GzipFile(None, binary_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if not text:
        return binary_file
    return io.TextIOWrapper(binary_file, io.text_encoding(encoding), errors, newline)


def _level_byte(compresslevel):
    return {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(compresslevel, 0)


def _put_u32(fileobj, value):
    fileobj.write(struct.pack("<L", value))


class _Sink(io.RawIOBase):
    """Where a GzipFile's write buffer empties itself."""

    def __init__(self, gzip_file):
        self.gzip_file = gzip_file

    def write(self, data):
        return self.gzip_file._write_raw(data)

    def seekable(self):
        return False

    def writable(self):
        return True


class GzipFile(io.BufferedIOBase):
    """The GzipFile class simulates most of the methods of a file object with
    the exception of the truncate() method."""

    # The file that this object opened itself, to be closed with it.
    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_DEFAULT_LEVEL, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or 'rb')
        if filename is not None:
            filename = os.fspath(filename)
        else:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        wanted = getattr(fileobj, 'mode', 'rb') if mode is None else mode
        if wanted.startswith('r'):
            self.mode = READ
            self._buffer = io.BufferedReader(_GzipReader(fileobj))
            self.name = filename
        elif wanted.startswith(('w', 'a', 'x')):
            if mode is None:
                import warnings
                warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                              "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self.mode = WRITE
            self._init_write(filename)
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._write_mtime = mtime
            self._buffer_size = _WRITE_BUFFER_SIZE
            self._buffer = io.BufferedWriter(_Sink(self), buffer_size=self._buffer_size)
        else:
            raise ValueError("Invalid mode: {!r}".format(wanted))
        self.fileobj = fileobj
        if self.mode == WRITE:
            self._write_gzip_header(compresslevel)

    @property
    def mtime(self):
        """Last modification time read from stream, or None"""
        return self._buffer.raw._last_mtime

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'

    def _init_write(self, filename):
        self.name = filename
        self.crc = zlib.crc32(b"")
        self.size = 0
        self.writebuf = []
        self.bufsize = 0
        self.offset = 0

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _refuse(self, operation):
        import errno
        way = 'read-only' if operation == 'write' else 'write-only'
        raise OSError(errno.EBADF, f"{operation}() on {way} GzipFile object")

    def tell(self):
        self._check_not_closed()
        self._buffer.flush()
        return super().tell()

    def _write_gzip_header(self, compresslevel):
        # A name that is not Latin-1 is left out.
        name = os.path.basename(self.name)
        try:
            if not isinstance(name, bytes):
                name = name.encode('latin-1')
            if name.endswith(b'.gz'):
                name = name[:-3]
        except UnicodeEncodeError:
            name = b''
        mtime = time.time() if self._write_mtime is None else self._write_mtime
        self.fileobj.write(b'\x1f\x8b\x08' + bytes([FNAME if name else 0]))
        _put_u32(self.fileobj, int(mtime))
        self.fileobj.write(bytes([_level_byte(compresslevel), 255]))
        if name:
            self.fileobj.write(name + b'\0')

    def write(self, data):
        self._check_not_closed()
        if self.mode != WRITE:
            self._refuse('write')
        if self.fileobj is None:
            raise ValueError("write() on closed GzipFile object")
        return self._buffer.write(data) if _BUFFERS_WRITES else self._write_raw(data)

    def _write_raw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data)
        length = data.nbytes if isinstance(data, memoryview) else len(data)
        if length > 0:
            self.fileobj.write(self.compress.compress(data))
            self.size += length
            self.crc = zlib.crc32(data, self.crc)
            self.offset += length
        return length

    def read(self, size=-1):
        self._check_not_closed()
        if self.mode != READ:
            self._refuse('read')
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_not_closed()
        if self.mode != READ:
            self._refuse('read1')
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def peek(self, n):
        self._check_not_closed()
        if self.mode != READ:
            self._refuse('peek')
        return self._buffer.peek(n)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None or self._buffer.closed:
            return
        try:
            if self.mode == WRITE:
                self._buffer.flush()
                fileobj.write(self.compress.flush())
                _put_u32(fileobj, self.crc)
                _put_u32(fileobj, self.size & 0xffffffff)
            elif self.mode == READ:
                self._buffer.close()
        finally:
            self.fileobj = None
            own = self.myfileobj
            if own:
                self.myfileobj = None
                own.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self._buffer.flush()
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        return self.fileobj.fileno()

    def rewind(self):
        '''Return the uncompressed stream file position indicator to the
        beginning of the file'''
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_not_closed()
        if self.mode == READ:
            return self._buffer.seek(offset, whence)
        self._buffer.flush()
        if whence == io.SEEK_CUR:
            offset += self.offset
        elif whence != io.SEEK_SET:
            raise ValueError('Seek from end not supported')
        if offset < self.offset:
            raise OSError('Negative seek in write mode')
        whole, rest = divmod(offset - self.offset, self._buffer_size)
        for _ in range(whole):
            self.write(bytes(self._buffer_size))
        self.write(bytes(rest))
        # What waits in the buffer is not counted yet.
        return self.offset

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)


class _PaddedFile:
    """A file in front of which bytes that were read too far can be put back."""

    def __init__(self, file):
        self.file = file
        self._waiting = b''

    def read(self, size):
        waiting = self._waiting
        if not waiting:
            return self.file.read(size)
        self._waiting = waiting[size:]
        if len(waiting) >= size:
            return waiting[:size]
        return waiting + self.file.read(size - len(waiting))

    def prepend(self, data):
        self._waiting = data + self._waiting

    def seek(self, offset):
        self._waiting = b''
        return self.file.seek(offset)

    def seekable(self):
        return self.file.seekable()


def _read_exact(fp, count):
    data = fp.read(count)
    while len(data) < count:
        more = fp.read(count - len(data))
        if not more:
            raise EOFError(_CUT_SHORT)
        data += more
    return data


def _skip_text(fp):
    while fp.read(1) not in (b'', b'\0'):
        pass


def _read_gzip_header(fp):
    '''Reads a header; answers its modification time, or None at the end of the file.'''
    magic = fp.read(2)
    if magic == b'':
        return None
    if magic != b'\x1f\x8b':
        raise BadGzipFile('Not a gzipped file (%r)' % magic)
    method, flag, last_mtime = struct.unpack("<BBIxx", _read_exact(fp, 8))
    if method != 8:
        raise BadGzipFile('Unknown compression method')
    if flag & FEXTRA:
        length, = struct.unpack("<H", _read_exact(fp, 2))
        _read_exact(fp, length)
    if flag & FNAME:
        _skip_text(fp)
    if flag & FCOMMENT:
        _skip_text(fp)
    if flag & FHCRC:
        _read_exact(fp, 2)
    return last_mtime


class _GzipReader(io.RawIOBase):
    """The decompressed contents as a raw stream, member after member."""

    def __init__(self, fp):
        self._fp = _PaddedFile(fp)
        self._last_mtime = None
        self._size = -1
        self._restart()

    def _restart(self):
        self._pos = 0
        self._eof = False
        self._inflater = None

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def close(self):
        self._inflater = None
        return super().close()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as byte_view:
            data = self.read(len(byte_view))
            byte_view[:len(data)] = data
        return len(data)

    def readall(self):
        chunks = []
        while data := self.read(sys.maxsize):
            chunks.append(data)
        return b"".join(chunks)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b""
        while True:
            if self._inflater is not None and self._inflater.eof:
                self._end_member()
                self._inflater = None
            if self._inflater is None:
                last_mtime = _read_gzip_header(self._fp)
                if last_mtime is None:
                    self._eof = True
                    self._size = self._pos
                    return b""
                self._last_mtime = last_mtime
                self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
                self._crc = zlib.crc32(b"")
                self._stream_size = 0
            waiting = self._inflater.unconsumed_tail or self._fp.read(READ_BUFFER_SIZE)
            data = self._inflater.decompress(waiting, 0 if size == sys.maxsize else size)
            if self._inflater.unused_data:
                self._fp.prepend(self._inflater.unused_data)
            if data:
                break
            if not waiting:
                raise EOFError(_CUT_SHORT)
        self._crc = zlib.crc32(data, self._crc)
        self._stream_size += len(data)
        self._pos += len(data)
        return data

    def _end_member(self):
        crc, size = struct.unpack("<II", _read_exact(self._fp, 8))
        if crc != self._crc:
            raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self._crc)))
        if size != (self._stream_size & 0xffffffff):
            raise BadGzipFile("Incorrect length of data produced")
        # Zeros may follow a member.
        byte = b"\0"
        while byte == b"\0":
            byte = self._fp.read(1)
        if byte:
            self._fp.prepend(byte)

    def tell(self):
        return self._pos

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(io.DEFAULT_BUFFER_SIZE):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._pos:
            self._fp.seek(0)
            self._restart()
        while self._pos < offset:
            if not self.read(min(io.DEFAULT_BUFFER_SIZE, offset - self._pos)):
                break
        return self._pos


def compress(data, compresslevel=_DEFAULT_LEVEL, *, mtime=_DEFAULT_MTIME):
    """Compress data in one shot and return the compressed string."""
    whole = zlib.compress(data, level=compresslevel, wbits=31)
    if mtime == 0 and sys.version_info < (3, 13):
        # These versions leave the byte that names the system to zlib.
        return whole
    if mtime is None:
        mtime = time.time()
    return struct.pack("<4sLBB", whole, int(mtime), whole[8], 255) + whole[10:]


def decompress(data):
    """Decompress a gzip compressed string in one shot.
    Return the decompressed string."""
    members = []
    while True:
        fp = io.BytesIO(data)
        if _read_gzip_header(fp) is None:
            return b"".join(members)
        inflater = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        member = inflater.decompress(data[fp.tell():])
        if not inflater.eof or len(inflater.unused_data) < 8:
            raise EOFError(_CUT_SHORT)
        crc, length = struct.unpack("<II", inflater.unused_data[:8])
        if crc != zlib.crc32(member):
            raise BadGzipFile("CRC check failed")
        if length != (len(member) & 0xffffffff):
            raise BadGzipFile("Incorrect length of data produced")
        members.append(member)
        data = inflater.unused_data[8:].lstrip(b"\0")
`;
