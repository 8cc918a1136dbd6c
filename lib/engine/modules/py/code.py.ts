// code and codeop: behave as CPython 3.13's Lib/code.py and Lib/codeop.py; written for the engine. What is incomplete says the engine's own prompt.

/** codeop */
export const codeopSource = () => String.raw`
"""Utilities to compile possibly incomplete Python source code."""
import __future__
from _codeop import needs_more as _needs_more

__all__ = ['compile_command', 'Compile', 'CommandCompiler']
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ONLY_AST = 0x400
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000
_features = [getattr(__future__, name) for name in __future__.all_feature_names]


def _maybe_compile(compiler, source, filename, symbol):
    if all(not line or line[0] == '#' for line in map(str.strip, source.split('\n'))):
        if symbol == 'eval':
            return None
        source = 'pass'
    elif _needs_more(source + '\n', symbol):
        return None
    return compiler(source, filename, symbol)


def compile_command(source, filename='<input>', symbol='single'):
    """Compile a command and determine whether it is incomplete."""
    return _maybe_compile(lambda *args: compile(*args, 0, True), source, filename, symbol)


class Compile:
    """compile() that remembers the __future__ statements of the texts before."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, **kwargs):
        flags = self.flags & ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        made = compile(source, filename, symbol, flags, True)
        for feature in _features:
            self.flags |= made.co_flags & feature.compiler_flag
        return made


class CommandCompiler:
    """compile_command() that remembers the __future__ statements of the texts before."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        """Compile a command and determine whether it is incomplete."""
        return _maybe_compile(self.compiler, source, filename, symbol)
`;

/** code */
export const codeSource = () => String.raw`
"""Utilities needed to emulate Python's interactive interpreter."""
import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']
_DIRECT = sys.version_info >= (3, 13)


class InteractiveInterpreter:
    """Base class for InteractiveConsole: parses and runs what was entered, in a namespace."""

    def __init__(self, locals=None):
        self.locals = {'__name__': '__console__', '__doc__': None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        """Compile and run some source in the interpreter."""
        try:
            compiled = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            if _DIRECT:
                self.showsyntaxerror(filename, source=source)
            else:
                self.showsyntaxerror(filename)
            return False
        if compiled is None:
            return True
        self.runcode(compiled)
        return False

    def runcode(self, code):
        """Execute a code object."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Display the syntax error that just occurred."""
        error = sys.exception()
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        self._show(error, None)

    def showtraceback(self):
        """Display the exception that just occurred."""
        error = sys.exception()
        self._show(error, error.__traceback__.tb_next)

    def _show(self, error, tb):
        try:
            sys.last_type, sys.last_traceback = type(error), tb
            if _DIRECT or tb is None:
                error = error.with_traceback(tb)
            sys.last_value = error
            if sys.version_info >= (3, 12):
                sys.last_exc = error
            if sys.excepthook is sys.__excepthook__:
                self.write(''.join(traceback.format_exception(type(error), error, tb)))
            else:
                sys.excepthook(type(error), error, tb)
        finally:
            error = tb = None

    def write(self, data):
        """Write a string."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Closely emulate the behavior of the interactive Python interpreter."""

    def __init__(self, locals=None, filename='<console>', *, local_exit=False):
        super().__init__(locals)
        self.filename = filename
        self.local_exit = local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Reset the input buffer."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Closely emulate the interactive Python console."""
        for name, prompt in (('ps1', '>>> '), ('ps2', '... ')):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            self.write(f'Python {sys.version} on {sys.platform}\nType "help", "copyright", "credits" or "license" for more information.\n({type(self).__name__})\n')
        elif banner:
            self.write(f'{banner}\n')
        kept = {}
        if self.local_exit:
            for name in ('exit', 'quit'):
                if hasattr(builtins, name):
                    kept[name] = getattr(builtins, name)
                    setattr(builtins, name, Quitter(name))
        try:
            self._read_and_run()
        finally:
            for name, value in kept.items():
                setattr(builtins, name, value)
            if exitmsg is None:
                self.write(f'now exiting {type(self).__name__}...\n')
            elif exitmsg != '':
                self.write(f'{exitmsg}\n')

    def _read_and_run(self):
        more = 0
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write('\n')
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write('\nKeyboardInterrupt\n')
                self.resetbuffer()
                more = 0
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write('\n')
                return

    def push(self, line, filename=None, _symbol='single'):
        """Push a line to the interpreter."""
        self.buffer.append(line)
        more = self.runsource('\n'.join(self.buffer), self.filename if filename is None else filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=''):
        """Write a prompt and read a line."""
        return input(prompt)


class Quitter:
    def __init__(self, name):
        self.name = name
        self.eof = 'Ctrl-D (i.e. EOF)'

    def __repr__(self):
        return f'Use {self.name} or {self.eof} to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """Closely emulate the interactive Python interpreter."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)
`;
