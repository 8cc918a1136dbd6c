# A BytesIO whose buffer is exported is neither resized nor closed, and goes on afterwards.
import io
stream = io.BytesIO(b'abc')
view = stream.getbuffer()
for use in (lambda: stream.write(b'x' * 10), lambda: stream.truncate(1), lambda: stream.close(), lambda: stream.__exit__()):
    try:
        print(use())
    except BufferError as e:
        print(e)
print(stream.closed, stream.read(), view[0])
view.release()
print(stream.write(b'q'), stream.getvalue())
stream.close()
print(stream.closed)
