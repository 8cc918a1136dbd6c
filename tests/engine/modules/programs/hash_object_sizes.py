# Sizes and types of hash objects.
import gc
import hashlib
import sys

for name in ('md5', 'sha1', 'sha256', 'sha512', 'sha3_256', 'shake_128', 'blake2b', 'blake2s'):
    made = getattr(hashlib, name)(b'abc')
    made.update(b'def')
    copy = made.copy()
    print(name, type(made), sys.getsizeof(made), sys.getsizeof(copy), type(copy) is type(made), gc.is_tracked(made), repr(made).split(' at ')[0].split(' @ ')[0])
    print(made.digest(4).hex() if name == 'shake_128' else made.hexdigest()[:16], made.digest_size, made.block_size, made.name)
