// platform, locale, getpass, codecs, faulthandler: behave as CPython 3.13's modules of these names on the simulated 64-bit Linux; written for the engine.

/** platform */
export const platformSource = () => String.raw`
"""This module tries to retrieve as much platform-identifying data as possible."""
import sys
from collections import namedtuple

__version__ = '1.0.8'
uname_result = namedtuple('uname_result', 'system node release version machine processor')


def uname():
    return uname_result('Linux', 'pyarena', '6.1.0', '#1 SMP', 'x86_64', '')


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(executable=sys.executable, bits='', linkage=''):
    return '64bit', 'ELF'


def platform(aliased=False, terse=False):
    info = uname()
    return f'{info.system}-{info.release}' if terse else f'{info.system}-{info.release}-{info.machine}-with-glibc2.36'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return 'glibc', '2.36'


def python_implementation():
    return 'CPython'


def python_version():
    return sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return 'main', 'Jan  1 2026 00:00:00'


def python_compiler():
    return 'GCC 12.2.0'


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype
`;

/** locale: C.UTF-8. */
export const localeSource = () => String.raw`
"""Locale support module: the locale is C.UTF-8 and stays so."""
__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'localeconv', 'strcoll', 'strxfrm', 'str', 'atof', 'atoi',
           'format_string', 'currency', 'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_MESSAGES', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX',
           'getencoding']
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_builtin_str = str


class Error(Exception):
    pass


Error.__module__ = 'locale'


def setlocale(category, locale=None):
    'Set the locale for the given category.'
    if locale is None:
        return 'C.UTF-8'
    if locale in ('', 'C', 'C.UTF-8', 'POSIX', 'C.utf8') or locale == ('C', 'UTF-8'):
        return 'C.UTF-8' if locale in ('', 'C.UTF-8', 'C.utf8') else 'C'
    raise Error('unsupported locale setting')


def getlocale(category=LC_CTYPE):
    return 'C', 'UTF-8'


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return 'C', 'UTF-8'


def getencoding():
    return 'utf-8'


def getpreferredencoding(do_setlocale=True):
    'Return the charset that the user is likely using.'
    return 'utf-8'


def localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [], 'positive_sign': '',
            'negative_sign': '', 'int_frac_digits': 127, 'frac_digits': 127, 'p_cs_precedes': 127, 'p_sep_by_space': 127, 'n_cs_precedes': 127,
            'n_sep_by_space': 127, 'p_sign_posn': 127, 'n_sign_posn': 127, 'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s


def format_string(f, val, grouping=False, monetary=False):
    'Formats a string in the same way that the % formatting would use, but takes the current locale into account.'
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    'Convert float to string, taking the locale into account.'
    return '%.12g' % val


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def normalize(localename):
    return localename
`;

/** getpass */
export const getpassSource = () => String.raw`
"""Utilities to get a password and/or the current user name."""
import os
import sys

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None, *, echo_char=None):
    """Prompt for a password, with echo turned off."""
    out = stream or sys.stderr
    out.write(prompt)
    out.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix('\n')


def getuser():
    """Get the username from the environment or password database."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if user := os.environ.get(name):
            return user
    return 'root'
`;

/** _codecs: what `codecs.encode` and `codecs.decode` are, under the name by which they are pickled. */
export const codecsCoreSource = () => String.raw`
_NAMES = {'utf_8': 'utf-8', 'utf8': 'utf-8', 'u8': 'utf-8', 'latin_1': 'iso8859-1', 'latin1': 'iso8859-1', 'iso_8859_1': 'iso8859-1', 'iso8859_1': 'iso8859-1',
          'us_ascii': 'ascii', 'ascii': 'ascii', 'utf_16': 'utf-16', 'utf16': 'utf-16', 'utf_32': 'utf-32', 'utf32': 'utf-32', 'utf_8_sig': 'utf-8-sig',
          'utf_16_le': 'utf-16-le', 'utf_16_be': 'utf-16-be', 'utf_32_le': 'utf-32-le', 'utf_32_be': 'utf-32-be', 'rot13': 'rot13', 'rot_13': 'rot13',
          'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base64_codec': 'base64', 'unicode_escape': 'unicode-escape', 'cp1252': 'cp1252'}


def _rot13(text):
    out = []
    for char in text:
        base = 65 if 'A' <= char <= 'Z' else 97 if 'a' <= char <= 'z' else None
        out.append(char if base is None else chr((ord(char) - base + 13) % 26 + base))
    return ''.join(out)


def encode(obj, encoding='utf-8', errors='strict'):
    'Encodes obj using the codec registered for encoding.'
    name = _NAMES.get(encoding.lower().replace('-', '_'), encoding)
    if name == 'rot13':
        return _rot13(obj)
    if name == 'hex':
        return bytes(obj).hex().encode()
    if name == 'base64':
        import base64
        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    'Decodes obj using the codec registered for encoding.'
    name = _NAMES.get(encoding.lower().replace('-', '_'), encoding)
    if name == 'rot13':
        return _rot13(obj)
    if name == 'hex':
        return bytes.fromhex(bytes(obj).decode('ascii'))
    if name == 'base64':
        import base64
        return base64.decodebytes(obj)
    return bytes(obj).decode(encoding, errors)
`;

/** codecs */
export const codecsSource = () => String.raw`
"""Python Codec Registry, API and helpers."""
import builtins
from _codecs import _NAMES, decode, encode

__all__ = ['register', 'lookup', 'open', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'encode', 'decode', 'getencoder', 'getdecoder', 'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors']
BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'


class CodecInfo(tuple):
    """Codec details when looking up the codec registry"""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} at {id(self):#x}>'


def lookup(encoding):
    'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.'
    name = _NAMES.get(encoding.lower().replace('-', '_').replace(' ', '_'))
    if name is None:
        try:
            ''.encode(encoding)
        except LookupError:
            raise LookupError(f'unknown encoding: {encoding}') from None
        name = encoding.lower()

    def encoder(text, errors='strict'):
        return encode(text, name, errors), len(text)

    def decoder(data, errors='strict'):
        return decode(data, name, errors), len(data)
    return CodecInfo(encoder, decoder, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def iterencode(iterator, encoding, errors='strict', **kwargs):
    for text in iterator:
        if data := encode(text, encoding, errors):
            yield data


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    data = b''.join(iterator)
    if data:
        yield decode(data, encoding, errors)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    'Open an encoded file using the given mode.'
    return builtins.open(filename, mode, encoding=encoding, errors=errors if encoding else None)


def register(search_function):
    raise NotImplementedError('codecs.register() is not simulated')


def strict_errors(exception):
    raise exception


def ignore_errors(exception):
    return '', exception.end


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return '?' * (exception.end - exception.start), exception.end
    return '\ufffd', exception.end


def lookup_error(name):
    return {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors}[name]


def register_error(name, handler):
    raise NotImplementedError('codecs.register_error() is not simulated')
`;

/** faulthandler: nothing crashes here. */
export const faulthandlerSource = () => String.raw`
"""faulthandler module: there are no crashes of the interpreter to report here."""
_enabled = False


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled
`;
