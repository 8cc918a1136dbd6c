// html, shlex, getopt, urllib.parse, colorsys: behave as CPython 3.13's modules of these names; written for the engine.

/** html */
export const htmlSource = () => String.raw`
"""General functions for HTML manipulation."""
import re as _re

__all__ = ['escape', 'unescape']
_NAMED = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae', 'trade': '\u2122', 'euro': '\u20ac',
          'pound': '\xa3', 'yen': '\xa5', 'cent': '\xa2', 'sect': '\xa7', 'deg': '\xb0', 'plusmn': '\xb1', 'para': '\xb6', 'middot': '\xb7',
          'laquo': '\xab', 'raquo': '\xbb', 'times': '\xd7', 'divide': '\xf7', 'hellip': '\u2026', 'mdash': '\u2014', 'ndash': '\u2013',
          'lsquo': '\u2018', 'rsquo': '\u2019', 'ldquo': '\u201c', 'rdquo': '\u201d', 'bull': '\u2022', 'larr': '\u2190', 'uarr': '\u2191',
          'rarr': '\u2192', 'darr': '\u2193', 'auml': '\xe4', 'ouml': '\xf6', 'uuml': '\xfc', 'Auml': '\xc4', 'Ouml': '\xd6', 'Uuml': '\xdc',
          'szlig': '\xdf', 'eacute': '\xe9', 'egrave': '\xe8', 'agrave': '\xe0', 'ccedil': '\xe7', 'ntilde': '\xf1', 'iexcl': '\xa1', 'iquest': '\xbf'}
_WITHOUT_SEMICOLON = 'amp lt gt quot nbsp copy reg pound yen cent sect deg plusmn para middot laquo raquo times divide auml ouml uuml szlig eacute'.split()


def escape(s, quote=True):
    """Replace special characters "&", "<" and ">" to HTML-safe sequences."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _replace(match):
    text = match.group(1)
    if text[0] == '#':
        digits = text[2:].rstrip(';') if text[1] in 'xX' else text[1:].rstrip(';')
        code = int(digits, 16 if text[1] in 'xX' else 10)
        if code in (0, ) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            return '\ufffd'
        return chr(code)
    if text.endswith(';') and text[:-1] in _NAMED:
        return _NAMED[text[:-1]]
    for end in range(len(text), 1, -1):
        if text[:end] in _WITHOUT_SEMICOLON:
            return _NAMED[text[:end]] + text[end:]
    if text.endswith(';'):
        raise NotImplementedError(f'the character reference &{text} is not simulated')
    return '&' + text


def unescape(s):
    """Convert all named and numeric character references in the string s to the corresponding unicode characters."""
    if '&' not in s:
        return s
    return _re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _replace, s)
`;

/** shlex: split, quote, join. */
export const shlexSource = () => String.raw`
"""A lexical analyzer class for simple shell-like syntaxes."""
import re as _re

__all__ = ['shlex', 'split', 'quote', 'join']


def split(s, comments=False, posix=True):
    """Split the string *s* using shell-like syntax."""
    if s is None:
        raise ValueError('s argument must not be None')
    words, word, quoting, i = [], None, None, 0
    while i < len(s):
        char = s[i]
        i += 1
        if quoting:
            if char == quoting:
                if not posix:
                    word += char
                quoting = None
            elif char == '\\' and quoting == '"' and posix:
                if i >= len(s):
                    raise ValueError('No escaped character')
                word += s[i] if s[i] in '"\\' else '\\' + s[i]
                i += 1
            else:
                word += char
        elif char in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif comments and char == '#':
            while i < len(s) and s[i] != '\n':
                i += 1
        elif char in '"\'':
            quoting = char
            word = (word or '') + ('' if posix else char)
        elif char == '\\' and posix:
            if i >= len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        else:
            word = (word or '') + char
    if quoting:
        raise ValueError('No closing quotation')
    if word is not None:
        words.append(word)
    return words


def quote(s):
    """Return a shell-escaped version of the string *s*."""
    if not s:
        return "''"
    if _re.search(r'[^\w@%+=:,./-]', s, _re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """Return a shell-escaped string from *split_command*."""
    return ' '.join(map(quote, split_command))


class shlex:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError('shlex.shlex is not simulated, shlex.split is')
`;

/** getopt */
export const getoptSource = () => String.raw`
"""Parser for command line options."""
__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Parses command line options and parameter list."""
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt, but options and arguments may be intermixed."""
    return _parse(args, shortopts, longopts, True)


def _parse(args, shortopts, longopts, mixed):
    found, rest, args = [], [], list(args)
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    if shortopts.startswith('+'):
        shortopts, mixed = shortopts[1:], False
    while args:
        arg = args.pop(0)
        if arg == '--':
            return found, rest + args
        if arg.startswith('--'):
            name, equals, value = arg[2:].partition('=')
            name, takes = _long(name, longopts)
            if takes:
                if not equals:
                    if not args:
                        raise GetoptError(f'option --{name} requires argument', name)
                    value = args.pop(0)
            elif equals:
                raise GetoptError(f'option --{name} must not have an argument', name)
            found.append(('--' + name, value))
        elif arg.startswith('-') and arg != '-':
            letters = arg[1:]
            while letters:
                letter, letters = letters[0], letters[1:]
                at = shortopts.find(letter)
                if letter == ':' or at < 0:
                    raise GetoptError(f'option -{letter} not recognized', letter)
                value = ''
                if shortopts.startswith(':', at + 1):
                    if not letters:
                        if not args:
                            raise GetoptError(f'option -{letter} requires argument', letter)
                        letters = args.pop(0)
                    value, letters = letters, ''
                found.append(('-' + letter, value))
        elif mixed:
            rest.append(arg)
        else:
            return found, [arg] + args
    return found, rest


def _long(name, longopts):
    fits = [option for option in longopts if option.startswith(name)]
    if not fits:
        raise GetoptError(f'option --{name} not recognized', name)
    if name in fits:
        return name, False
    if name + '=' in fits:
        return name, True
    if len(fits) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    return fits[0].rstrip('='), fits[0].endswith('=')
`;

/** urllib.parse */
export const urllibParseSource = () => String.raw`
"""Parse (absolute and relative) URLs."""
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs', 'parse_qsl', 'quote', 'quote_plus',
           'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes', 'ParseResult', 'SplitResult', 'DefragResult']
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Netloc:
    __slots__ = ()

    def _user(self):
        user, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        name, colon, password = user.partition(':')
        return name, password if colon else None

    def _host(self):
        host = self.netloc.rpartition('@')[2]
        if '[' in host:
            name, _, port = host.partition('[')[2].partition(']')
            return name, port.partition(':')[2] or None
        name, _, port = host.partition(':')
        return name, port or None

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        name = self._host()[0]
        if not name:
            return None
        name, percent, zone = name.partition('%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is not None:
            if not (port.isdigit() and port.isascii()):
                raise ValueError(f'Port could not be cast to integer value as {port!r}')
            port = int(port)
            if not 0 <= port <= 65535:
                raise ValueError('Port out of range 0-65535')
        return port


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def urlsplit(url, scheme='', allow_fragments=True):
    """Parse a URL into 5 components: <scheme>://<netloc>/<path>?<query>#<fragment>"""
    url = ''.join(char for char in url.lstrip(''.join(map(chr, range(33)))) if char not in '\t\r\n')
    scheme = scheme.strip(''.join(map(chr, range(33))))
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(char.isascii() and (char.isalnum() or char in '+-.') for char in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = min((i for i in (url.find(char, 2) for char in '/?#') if i >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    """Parse a URL into 6 components: <scheme>://<netloc>/<path>;<params>?<query>#<fragment>"""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        at = path.find(';', path.rfind('/')) if '/' in path else path.find(';')
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunparse(components):
    """Put a parsed URL back together again."""
    scheme, netloc, path, params, query, fragment = components
    return urlunsplit((scheme, netloc, f'{path};{params}' if params else path, query, fragment))


def urlunsplit(components):
    """Combine the elements of a tuple as returned by urlsplit() into a complete URL as a string."""
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//' and url[:1] == '/':
        url = '//' + (netloc or '') + ('/' + url if url and url[:1] != '/' else url)
    elif url[:2] == '//':
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    return url + ('?' + query if query else '') + ('#' + fragment if fragment else '')


def urljoin(base, url, allow_fragments=True):
    """Join a base URL and a possibly relative URL to form an absolute interpretation of the latter."""
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return url
    if u.scheme in uses_netloc and u.netloc:
        return urlunparse(u)
    if not u.path and not u.params:
        return urlunparse((u.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
    before = b.path.split('/')
    if before[-1] != '':
        del before[-1]
    if u.path[:1] == '/':
        segments = u.path.split('/')
    else:
        segments = before + u.path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    done = []
    for segment in segments:
        if segment == '..':
            if done:
                done.pop()
        elif segment != '.':
            done.append(segment)
    if segments[-1] in ('.', '..'):
        done.append('')
    return urlunparse((u.scheme, b.netloc, '/'.join(done) or '/', u.params, u.query, u.fragment))


def urldefrag(url):
    """Removes any existing fragment from URL."""
    if '#' not in url:
        return DefragResult(url, '')
    s, n, p, a, q, fragment = urlparse(url)
    return DefragResult(urlunparse((s, n, p, a, q, '')), fragment)


def unquote_to_bytes(string):
    """unquote_to_bytes('abc%20def') -> b'abc def'."""
    data = string.encode('utf-8') if isinstance(string, str) else bytes(string)
    first, *parts = data.split(b'%')
    out = [first]
    for part in parts:
        try:
            out.append(bytes([int(part[:2], 16)]) + part[2:] if len(part) >= 2 and part[:2].isalnum() else b'%' + part)
        except ValueError:
            out.append(b'%' + part)
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    """Replace %xx escapes by their single-character equivalent."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """Like unquote(), but also replace plus signs by spaces."""
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    """quote('abc def') -> 'abc%20def'"""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    """Like quote(), but accepts a bytes object rather than a str."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    allowed = _SAFE.union(safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes(c for c in safe if c < 128))
    return ''.join([chr(byte) if byte in allowed else f'%{byte:02X}' for byte in bs])


def quote_plus(string, safe='', encoding=None, errors=None):
    """Like quote(), but also replace ' ' with '+'."""
    if isinstance(string, str) and ' ' not in string or isinstance(string, bytes) and b' ' not in string:
        return quote(string, safe, encoding, errors)
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Encode a dict or sequence of two-element tuples into a URL query string."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError('not a valid non-string sequence or mapping object') from error

    def coded(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)
    parts = []
    for key, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        parts += [f'{coded(key)}={coded(item)}' for item in values]
    return '&'.join(parts)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    """Parse a query given as a string argument."""
    if not qs:
        return []
    if max_num_fields is not None and 1 + qs.count(separator) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for part in qs.split(separator):
        if part or strict_parsing:
            name, equals, value = part.partition('=')
            if not equals and strict_parsing:
                raise ValueError('bad query field: %r' % (part,))
            if value or keep_blank_values:
                pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    """Parse a query given as a string argument."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
`;

/** colorsys */
export const colorsysSource = () => String.raw`
"""Conversion functions between RGB and other color systems."""
__all__ = ['rgb_to_yiq', 'yiq_to_rgb', 'rgb_to_hls', 'hls_to_rgb', 'rgb_to_hsv', 'hsv_to_rgb']


def rgb_to_yiq(r, g, b):
    y = 0.30*r + 0.59*g + 0.11*b
    return y, 0.74*(r - y) - 0.27*(b - y), 0.48*(r - y) + 0.41*(b - y)


def yiq_to_rgb(y, i, q):
    rgb = (y + 0.9468822170900693*i + 0.6235565819861433*q, y - 0.27478764629897834*i - 0.6356910791873801*q, y - 1.1085450346420322*i + 1.7090069284064666*q)
    return tuple(min(1.0, max(0.0, part)) for part in rgb)


def _hue(r, g, b, high, span):
    rc, gc, bc = [(high - part) / span for part in (r, g, b)]
    hue = bc - gc if r == high else 2.0 + rc - bc if g == high else 4.0 + gc - rc
    return (hue / 6.0) % 1.0


def rgb_to_hls(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    total, span = high + low, high - low
    light = total / 2.0
    if low == high:
        return 0.0, light, 0.0
    return _hue(r, g, b, high, span), light, span / total if light <= 0.5 else span / (2.0 - high - low)


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    m2 = l * (1.0 + s) if l <= 0.5 else l + s - (l * s)
    m1 = 2.0 * l - m2

    def part(hue):
        hue = hue % 1.0
        if hue < 1.0 / 6.0:
            return m1 + (m2 - m1) * hue * 6.0
        if hue < 0.5:
            return m2
        return m1 + (m2 - m1) * (2.0 / 3.0 - hue) * 6.0 if hue < 2.0 / 3.0 else m1
    return part(h + 1.0 / 3.0), part(h), part(h - 1.0 / 3.0)


def rgb_to_hsv(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    if low == high:
        return 0.0, 0.0, high
    return _hue(r, g, b, high, high - low), (high - low) / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    i = int(h * 6.0)
    f = h * 6.0 - i
    p, q, t = v * (1.0 - s), v * (1.0 - s * f), v * (1.0 - s * (1.0 - f))
    return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[i % 6]
`;
