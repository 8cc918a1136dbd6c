// Names of CPython's standard library (sys.stdlib_module_names): for "Did you forget to import" and for telling what is not simulated.
import type { Machine } from '../machine.ts';
import type { Profile } from '../profiles/profile.ts';

/** Top-level modules of every version; the profile has those of its own. */
const COMMON = `
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw
  _collections _collections_abc _compat_pickle _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
  _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing
  _opcode _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha3 _signal
  _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize
  _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo
  abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections
  colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis
  doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass
  gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale
  logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os
  pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data
  pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib
  socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios
  textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
  unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`;

const sets = new WeakMap<Profile, ReadonlySet<string>>();

/** sys.stdlib_module_names. */
export function stdlibNames({ profile }: Machine): ReadonlySet<string> {
  let names = sets.get(profile);
  if (names === undefined) sets.set(profile, (names = new Set(`${COMMON} ${profile.ownStdlibNames}`.trim().split(/\s+/))));
  return names;
}

/** Modules in the packages of the standard library that programs import from. */
export const STDLIB_SUBMODULES: Readonly<Record<string, readonly string[]>> = {
  asyncio: ['base_events', 'events', 'exceptions', 'futures', 'locks', 'protocols', 'queues', 'runners', 'streams', 'subprocess', 'tasks', 'taskgroups', 'timeouts', 'transports'],
  collections: ['abc'],
  compression: ['bz2', 'gzip', 'lzma', 'zlib', 'zstd'],
  concurrent: ['futures', 'interpreters'],
  'concurrent.futures': ['process', 'thread'],
  curses: ['ascii', 'panel', 'textpad'],
  email: ['charset', 'contentmanager', 'encoders', 'errors', 'generator', 'header', 'headerregistry', 'iterators', 'message', 'mime', 'parser', 'policy', 'utils'],
  html: ['entities', 'parser'],
  http: ['client', 'cookiejar', 'cookies', 'server'],
  importlib: ['abc', 'machinery', 'metadata', 'readers', 'resources', 'simple', 'util'],
  json: ['decoder', 'encoder', 'scanner', 'tool'],
  logging: ['config', 'handlers'],
  multiprocessing: ['connection', 'context', 'dummy', 'managers', 'pool', 'process', 'queues', 'shared_memory', 'sharedctypes', 'synchronize'],
  unittest: ['async_case', 'case', 'loader', 'main', 'mock', 'result', 'runner', 'signals', 'suite', 'util'],
  urllib: ['error', 'parse', 'request', 'response', 'robotparser'],
  wsgiref: ['handlers', 'headers', 'simple_server', 'types', 'util', 'validate'],
  xml: ['dom', 'etree', 'parsers', 'sax'],
};

/** Whether a dotted name is a module of the standard library. */
export function isStdlibModule(m: Machine, name: string): boolean {
  if (stdlibNames(m).has(name)) return true;
  const dot = name.lastIndexOf('.');
  return STDLIB_SUBMODULES[name.slice(0, Math.max(0, dot))]?.includes(name.slice(dot + 1)) === true;
}
