// Names of CPython 3.13's standard library (sys.stdlib_module_names): for "Did you forget to import" and for telling what is not simulated.

/** Top-level module names. */
export const STDLIB_NAMES: ReadonlySet<string> = new Set(
  `abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop
  collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal
  difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword
  linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode
  operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile
  pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex
  shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct
  subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib
  trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg
  winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/),
);

/** Modules in the packages of the standard library that programs import from. */
export const STDLIB_SUBMODULES: Readonly<Record<string, readonly string[]>> = {
  asyncio: ['events', 'exceptions', 'futures', 'locks', 'protocols', 'queues', 'runners', 'streams', 'subprocess', 'tasks', 'taskgroups', 'timeouts', 'transports'],
  collections: ['abc'],
  concurrent: ['futures', 'interpreters'],
  email: ['charset', 'contentmanager', 'encoders', 'errors', 'generator', 'header', 'headerregistry', 'iterators', 'message', 'mime', 'parser', 'policy', 'utils'],
  html: ['entities', 'parser'],
  http: ['client', 'cookiejar', 'cookies', 'server'],
  importlib: ['abc', 'machinery', 'metadata', 'readers', 'resources', 'util'],
  json: ['decoder', 'encoder', 'scanner', 'tool'],
  logging: ['config', 'handlers'],
  multiprocessing: ['connection', 'context', 'dummy', 'managers', 'pool', 'process', 'queues', 'shared_memory', 'sharedctypes', 'synchronize'],
  unittest: ['async_case', 'case', 'loader', 'main', 'mock', 'result', 'runner', 'signals', 'suite', 'util'],
  urllib: ['error', 'parse', 'request', 'response', 'robotparser'],
  xml: ['dom', 'etree', 'parsers', 'sax'],
};
