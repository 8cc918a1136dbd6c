// argparse: behaves as CPython 3.13's Lib/argparse.py for positionals, options, groups and subcommands; written for the engine.
export default () => String.raw`
"""Command-line parsing library."""
import os as _os
import sys as _sys
import textwrap as _textwrap

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter', 'ArgumentDefaultsHelpFormatter',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER',
           'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']
SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'
_V = _sys.version_info[:2]


class ArgumentError(Exception):
    """An error from creating or using an argument (optional or positional)."""

    def __init__(self, argument, message):
        self.argument_name = _display_name(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    """An error from trying to convert a command line string to a type."""


def _display_name(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else '/'.join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return '{' + ','.join(map(str, action.choices)) + '}' if action.choices else None


class Namespace:
    """Simple object for storing attributes."""

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __repr__(self):
        parts, strange = [], {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                strange[name] = value
        if strange:
            parts.append(f'**{strange!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._encoding, self._errors = mode, encoding, errors

    def __call__(self, string):
        if string == '-':
            return _sys.stdin if 'r' in self._mode else _sys.stdout
        try:
            return open(string, self._mode, encoding=self._encoding, errors=self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")


# --- actions ----------------------------------------------------------------------------------------------------------------------------


class Action:
    """Information about how to convert command line strings to Python objects."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None,
                 deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar, self.deprecated = type, choices, required, help, metavar, deprecated

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ['option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar']
        if _V >= (3, 13):
            names.append('deprecated')
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError('nargs must be %r to supply const' % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, None, None, required, help, metavar, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, None, deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, None, deprecated)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, **kwargs):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                names.append('--no-' + name[2:])
        super().__init__(names, dest, 0, None, default, None, None, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


def _copied(items):
    return [] if items is None else items[:] if type(items) is list else __import__('copy').copy(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, None, None, required, help, None, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, help="show program's version number and exit" if help is None else help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None and hasattr(parser, 'version') else self.version
        parser._print_message(_textwrap.fill(version.replace('%(prog)s', parser.prog), 78) + '\n', _sys.stdout)
        parser.exit()


class _ChoicesPseudoAction(Action):
    def __init__(self, name, aliases, help):
        super().__init__([], name, help=help, metavar=name + (f" ({', '.join(aliases)})" if aliases else ''))


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class = prog, parser_class
        self._name_parser_map, self._choices_actions = {}, []
        super().__init__(option_strings, dest, PARSER, None, None, None, self._name_parser_map, required, help, metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        if name in self._name_parser_map:
            raise ArgumentError(self, f'conflicting subparser: {name}')
        if 'help' in kwargs:
            self._choices_actions.append(_ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for key in (name, *aliases):
            self._name_parser_map[key] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})")
        inner, extras = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if extras:
            vars(namespace).setdefault('_unrecognized_args', [])
            namespace._unrecognized_args.extend(extras)


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction,
            'append': _AppendAction, 'append_const': _AppendConstAction, 'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction,
            'extend': _ExtendAction}


# --- help -------------------------------------------------------------------------------------------------------------------------------


class HelpFormatter:
    """Formatter for generating usage messages and argument help strings."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        if width is None:
            width = int(_os.environ.get('COLUMNS') or 80) - 2
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    def _fill_text(self, text, width, indent):
        return _textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        return _textwrap.wrap(' '.join(text.split()), width)

    def _get_help_string(self, action):
        return action.help

    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavars(self, action, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            name = self._default_metavar(action)
        return name if isinstance(name, tuple) else (name,) * count

    def _args(self, action):
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, 1)[0]
        if nargs == OPTIONAL:
            return '[%s]' % self._metavars(action, 1)
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, 1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names[:1]
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % self._metavars(action, 2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % self._metavars(action, 1)
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._metavars(action, nargs))

    def _usage_parts(self, actions, groups):
        parts, members = [], {}
        for group in groups:
            shown = [action for action in group._group_actions if action.help is not SUPPRESS]
            for action in shown:
                members[id(action)] = (shown, group.required)
        done = set()
        for action in actions:
            if action.help is SUPPRESS or id(action) in done:
                continue
            if id(action) in members:
                shown, required = members[id(action)]
                done.update(map(id, shown))
                inner = ' | '.join([self._usage_part(item, True) for item in shown])
                parts.append(inner if len(shown) == 1 and required else f'({inner})' if required else f'[{inner}]')
            else:
                parts.append(self._usage_part(action, False))
        return parts

    def _usage_part(self, action, bare):
        if not action.option_strings:
            return self._args(action)
        part = action.format_usage() if action.nargs == 0 else f'{action.option_strings[0]} {self._args(action)}'
        return part if action.required or bare else f'[{part}]'

    def usage(self, parser, prefix='usage: '):
        if parser.usage is not None:
            return f"{prefix}{parser.usage.replace('%(prog)s', self._prog)}\n\n"
        options = self._usage_parts([a for a in parser._actions if a.option_strings], parser._mutually_exclusive_groups)
        positionals = self._usage_parts([a for a in parser._actions if not a.option_strings], parser._mutually_exclusive_groups)
        text = ' '.join([self._prog, *options, *positionals])
        if len(prefix) + len(text) > self._width:
            text = self._wrapped_usage(prefix, options, positionals)
        return f'{prefix}{text}\n\n'

    def _wrapped_usage(self, prefix, options, positionals):
        def lines(parts, indent, first=None):
            out, line, length = [], [], len(first if first is not None else indent) - 1
            start = indent if first is None else first
            for part in parts:
                if length + 1 + len(part) > self._width and line:
                    out.append(start + ' '.join(line))
                    line, length, start = [], len(indent) - 1, indent
                line.append(part)
                length += len(part) + 1
            if line:
                out.append(start + ' '.join(line))
            return out
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if options:
                out = lines([self._prog, *options], indent, prefix)
                out[0] = out[0][len(prefix):]
                out += lines(positionals, indent)
            else:
                out = lines([self._prog, *positionals], indent, prefix)
                out[0] = out[0][len(prefix):]
        else:
            indent = ' ' * len(prefix)
            out = [self._prog] + lines(options + positionals, indent)
        return '\n'.join(out)

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, 1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._args(action)
        if _V >= (3, 13):
            return ', '.join(action.option_strings) + ' ' + args
        return ', '.join([f'{name} {args}' for name in action.option_strings])

    def _rows(self, actions, indent):
        for action in actions:
            if action.help is not SUPPRESS:
                yield action, indent, self._invocation(action)
                yield from self._rows(getattr(action, '_choices_actions', ()), indent + 2)

    def format_help(self, parser):
        sections = [self.usage(parser)]
        if parser.description:
            sections.append(self._fill_text(self._expand(parser.description), self._width, '') + '\n\n')
        groups = [(group.title, group.description, list(self._rows(group._group_actions, 2))) for group in parser._action_groups]
        longest = max([indent + len(text) for _, _, rows in groups for _, indent, text in rows], default=0)
        position = min(longest + 2, self._max_help_position)
        for title, description, rows in groups:
            if not rows and not description:
                continue
            body = self._fill_text(self._expand(description), self._width - 2, '  ') + '\n\n' if description else ''
            body += ''.join([self._row(action, indent, text, position) for action, indent, text in rows])
            heading = f'{title}:\n' if title and title is not SUPPRESS else ''
            sections.append(heading + body.rstrip('\n') + '\n\n')
        if parser.epilog:
            sections.append(self._fill_text(self._expand(parser.epilog), self._width, '') + '\n')
        text = ''.join(sections)
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n'

    def _expand(self, text):
        return text % {'prog': self._prog} if '%(prog)' in text else text

    def _row(self, action, indent, text, position):
        room = position - indent - 2
        help = self._get_help_string(action)
        if not help or not help.strip():
            return ' ' * indent + text + '\n'
        values = {**vars(action), 'prog': self._prog}
        values = {name: getattr(value, '__name__', value) for name, value in values.items() if value is not SUPPRESS}
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        lines = self._split_lines(help % values if '%' in help else help, max(self._width - position, 11))
        if len(text) <= room:
            first = ' ' * indent + text.ljust(room) + '  ' + lines[0] + '\n'
            lines = lines[1:]
        else:
            first = ' ' * indent + text + '\n'
        return first + ''.join([' ' * position + line + '\n' for line in lines])


class RawDescriptionHelpFormatter(HelpFormatter):
    """Help message formatter which retains any formatting in descriptions."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Help message formatter which retains formatting of all help text."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Help message formatter which adds default values to argument help."""

    def _get_help_string(self, action):
        help = action.help or ''
        if '%(default)' not in help and action.default is not SUPPRESS and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            if action.help is not None or _V < (3, 12):
                help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Help message formatter which uses the argument 'type' as the default metavar value."""

    def _default_metavar(self, action):
        return action.type.__name__


# --- parsers ----------------------------------------------------------------------------------------------------------------------------


class _Container:
    def __init__(self, description, conflict_handler='error', argument_default=None, prefix_chars='-'):
        self.description, self.argument_default, self.prefix_chars = description, argument_default, prefix_chars
        self._actions, self._action_groups, self._mutually_exclusive_groups = [], [], []
        self._option_string_actions, self._defaults = {}, {}
        self.conflict_handler = conflict_handler

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """add_argument(dest, ..., name=value, ...) / add_argument(option_string, option_string, ..., name=value, ...)"""
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument' if _V < (3, 14) else "dest supplied twice for positional argument, did you mean metavar?")
            dest = args[0] if args else kwargs.pop('dest')
            names = []
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get('nargs')
            kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0) or nargs == ZERO_OR_MORE and 'default' not in kwargs
        else:
            names = list(args)
            for name in names:
                if name[0] not in chars:
                    raise ValueError(f'invalid option string {name!r}: must start with a character {chars!r}')
            dest = kwargs.pop('dest', None)
            if dest is None:
                long = [name for name in names if len(name) > 1 and name[1] in chars]
                dest = (long or names)[0].lstrip(chars)
                if not dest:
                    raise ValueError(f'dest= is required for options like {names[0]!r}')
                dest = dest.replace('-', '_')
        if 'default' not in kwargs:
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        cls = _ACTIONS.get(kind, kind) if isinstance(kind, (str, type(None))) else kind
        if not callable(cls):
            raise ValueError(f'unknown action "{cls}"' if _V < (3, 14) else f'unknown action {cls!r}')
        if not names and cls not in (_StoreAction, _AppendAction, _ExtendAction) and isinstance(cls, type) and cls in _ACTIONS.values():
            kwargs.pop('required', None)
        action = cls(option_strings=names, dest=dest, **kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f'{action.type!r} is not callable')
        return self._add_action(action)

    def _add_action(self, action):
        for name in action.option_strings:
            if name in self._option_string_actions:
                if self.conflict_handler == 'resolve':
                    old = self._option_string_actions[name]
                    old.option_strings.remove(name)
                    continue
                raise ArgumentError(action, f'conflicting option string: {name}')
        self._actions.append(action)
        for name in action.option_strings:
            self._option_string_actions[name] = action
        return action

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None):
        super().__init__(description, container.conflict_handler, container.argument_default, container.prefix_chars)
        self.title, self._container, self._group_actions = title, container, []
        self._actions, self._option_string_actions = container._actions, container._option_string_actions
        self._defaults, self._mutually_exclusive_groups = container._defaults, container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    """Object for parsing command line strings into Python objects."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True, **kwargs):
        super().__init__(description, conflict_handler, argument_default, prefix_chars)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                self._add_action(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def _add_action(self, action):
        group = self._optionals if action.option_strings else self._positionals
        return group._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, 'cannot have multiple subparser arguments') if _V >= (3, 13) else SystemExit(2)
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self.formatter_class(prog=self.prog)
            positionals = formatter._usage_parts([a for a in self._actions if not a.option_strings], self._mutually_exclusive_groups)
            kwargs['prog'] = ' '.join([self.prog, *positionals])
        action = _SubParsersAction(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return args

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            namespace, rest = self._parse(args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, '_unrecognized_args'):
            rest = rest + namespace._unrecognized_args
            del namespace._unrecognized_args
        return namespace, rest

    def _option(self, arg):
        """(action, option string, explicit argument) of an argument that looks like an option; None for a positional."""
        if not arg or arg[0] not in self.prefix_chars or len(arg) == 1:
            return None
        if arg in self._option_string_actions:
            return self._option_string_actions[arg], arg, None
        name, equals, value = arg.partition('=')
        if equals and name in self._option_string_actions:
            return self._option_string_actions[name], name, value
        fits = []
        if arg[1] in self.prefix_chars:
            if self.allow_abbrev:
                fits = [(self._option_string_actions[option], option, value if equals else None) for option in self._option_string_actions if option.startswith(name)]
        else:
            for option in self._option_string_actions:
                if option == arg[:2]:
                    fits.append((self._option_string_actions[option], option, arg[2:]))
                elif self.allow_abbrev and option.startswith(name):
                    fits.append((self._option_string_actions[option], option, value if equals else None))
        if len(fits) > 1:
            raise ArgumentError(None, f"ambiguous option: {arg} could match {', '.join(option for _, option, _ in fits)}")
        if fits:
            return fits[0]
        try:
            float(arg)
            if not any(option[1:2].isdigit() for option in self._option_string_actions):
                return None
        except ValueError:
            pass
        if ' ' in arg:
            return None
        return None, arg, None

    def _parse(self, args, namespace):
        self._seen, self._rest, extras = set(), [action for action in self._actions if not action.option_strings], []
        kinds, only_positionals = [], False
        for arg in args:
            if only_positionals:
                kinds.append(None)
            elif arg == '--':
                only_positionals = True
                kinds.append('--')
            else:
                kinds.append(self._option(arg))
        at = 0
        while True:
            stop = at
            while stop < len(args) and (kinds[stop] is None or kinds[stop] == '--'):
                stop += 1
            at = self._positional_run(args, kinds, at, stop, namespace, extras, stop == len(args))
            if at >= len(args):
                break
            if at < stop:
                extras.extend(arg for arg in args[at:stop] if arg != '--')
                at = stop
                continue
            at = self._option_at(args, kinds, at, namespace, extras)
        self._check_required(namespace)
        return namespace, extras

    def _positional_run(self, args, kinds, start, stop, namespace, extras, is_last):
        if start == stop and not is_last:
            return start
        if self._rest and self._rest[0].nargs == PARSER and start < len(args) and start < stop:
            action = self._rest.pop(0)
            self._take(action, args[start:], namespace)
            return len(args)
        items = [i for i in range(start, stop) if kinds[i] != '--']
        counts = self._match(self._rest, len(items))
        used = 0
        for action, count in zip(list(self._rest), counts):
            if action.nargs == REMAINDER:
                self._rest.pop(0)
                self._take(action, args[items[used] if used < len(items) else stop:], namespace)
                return len(args)
            if action.nargs == PARSER:
                self._rest.pop(0)
                self._take(action, args[items[used]:], namespace)
                return len(args)
            self._rest.pop(0)
            self._take(action, [args[i] for i in items[used:used + count]], namespace)
            used += count
        return items[used] if used < len(items) else stop

    def _match(self, actions, available):
        """How many arguments each of the first actions takes, as the longest match of all."""
        for number in range(len(actions), 0, -1):
            counts = self._distribute(actions[:number], available)
            if counts is not None:
                return counts
        return []

    def _distribute(self, actions, available):
        bounds = []
        for action in actions:
            nargs = action.nargs
            bounds.append((1, 1) if nargs is None else (0, 1) if nargs == OPTIONAL else (0, available) if nargs in (ZERO_OR_MORE, REMAINDER) else
                          (1, available) if nargs in (ONE_OR_MORE, PARSER) else (nargs, nargs))
        counts, left = [], available
        for i, (low, high) in enumerate(bounds):
            needed = sum([bound[0] for bound in bounds[i + 1:]])
            count = min(high, left - needed)
            if count < low:
                return None
            counts.append(count)
            left -= count
        return counts

    def _option_at(self, args, kinds, at, namespace, extras):
        action, option, explicit = kinds[at]
        if action is None:
            extras.append(args[at])
            return at + 1
        while True:
            if explicit is not None:
                if action.nargs == 0 and option[1] not in self.prefix_chars and explicit:
                    self._take(action, [], namespace, option)
                    option = option[0] + explicit[0]
                    following = self._option_string_actions.get(option)
                    if following is None:
                        raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                    action, explicit = following, explicit[1:] or None
                    if explicit and explicit[0] == '=':
                        explicit = explicit[1:]
                    continue
                if action.nargs in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                    self._take(action, [explicit], namespace, option)
                    return at + 1
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}' if action.nargs == 0 else self._count_text(action))
            stop = at + 1
            while stop < len(args) and kinds[stop] is None:
                stop += 1
            available = stop - at - 1
            nargs = action.nargs
            low, high = (1, 1) if nargs is None else (0, 1) if nargs == OPTIONAL else (0, available) if nargs == ZERO_OR_MORE else \
                (1, available) if nargs == ONE_OR_MORE else (0, len(args)) if nargs == REMAINDER else (nargs, nargs)
            if nargs == REMAINDER:
                self._take(action, args[at + 1:], namespace, option)
                return len(args)
            if available < low:
                raise ArgumentError(action, self._count_text(action))
            count = min(high, available)
            self._take(action, args[at + 1:at + 1 + count], namespace, option)
            return at + 1 + count

    def _count_text(self, action):
        texts = {None: 'expected one argument', OPTIONAL: 'expected at most one argument', ONE_OR_MORE: 'expected at least one argument'}
        return texts.get(action.nargs) or f"expected {action.nargs} argument{'s' * (action.nargs != 1)}"

    def _take(self, action, strings, namespace, option=None):
        value = self._values(action, strings)
        if strings or action.option_strings or value is not action.default:
            self._seen.add(id(action))
            for group in self._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and id(other) in self._seen:
                            raise ArgumentError(action, f'not allowed with argument {_display_name(other)}')
        elif not strings and action.nargs in (OPTIONAL, ZERO_OR_MORE):
            self._seen.add(id(action))
        if value is not SUPPRESS:
            action(self, namespace, value, option)

    def _values(self, action, strings):
        nargs = action.nargs
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._convert(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._convert(action, strings[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._convert(action, string) for string in strings]
        if nargs == PARSER:
            self._check(action, strings[0])
            return list(strings)
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._convert(action, string) for string in strings]
        for value in values:
            self._check(action, value)
        return values

    def _convert(self, action, string):
        kind = action.type
        if kind is None:
            return string
        try:
            return kind(string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(kind, '__name__', repr(kind))} value: {string!r}")

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            show = str if _V >= (3, 12) and _sys.version_info >= (3, 12, 8) else repr
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(show, action.choices))})")

    def _check_required(self, namespace):
        missing = []
        for action in self._actions:
            if id(action) in self._seen:
                continue
            if action.required:
                missing.append(_display_name(action))
            elif isinstance(action.default, str) and action.default is not SUPPRESS and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._convert(action, action.default))
        if missing:
            raise ArgumentError(None, 'the following arguments are required: ' + ', '.join(missing))
        for group in self._mutually_exclusive_groups:
            if group.required and not any(id(action) in self._seen for action in group._group_actions):
                names = [_display_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")

    def format_usage(self):
        return self.formatter_class(prog=self.prog).usage(self).rstrip('\n') + '\n'

    def format_help(self):
        return self.formatter_class(prog=self.prog).format_help(self)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Prints a usage message incorporating the message to stderr and exits."""
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
`;
