// Names that are in a real interpreter's table of interned strings before a program starts, and never die there (3.12+): the runtime's own table of
// identifiers (pycore_global_strings.h), names of built-in types, functions and exceptions, and those of the modules frozen into the interpreter.
// Measured with sys.getrefcount() on 3.13.0, without names in capitals and private ones.
import type { PythonVersion } from '../api.ts';

const COMMON = `
  ABCMeta AppleFrameworkLoader ArithmeticError AssertionError AsyncGenerator AsyncIterable AsyncIterator AttributeError Awaitable BaseException
  BaseExceptionGroup BlockingIOError BrokenPipeError Buffer BufferError BufferedIOBase BufferedIncrementalDecoder BufferedIncrementalEncoder BufferedRWPair
  BufferedRandom BufferedReader BufferedWriter BuiltinImporter ByteString BytesIO BytesWarning CANCELLED Callable CallableProxyType ChildProcessError Codec
  CodecInfo Collection ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError Container Coroutine DeprecationWarning DirEntry
  EOFError Ellipsis EllipsisType EncodedFile EncodingWarning EnumKey EnvironmentError Exception ExceptionGroup ExtensionFileLoader FINISHED False
  FileExistsError FileFinder FileIO FileNotFoundError FloatingPointError FrozenImporter FunctionType FutureWarning Generator GeneratorExit GenericAlias
  Hashable IOBase IOError ImportError ImportWarning IncrementalDecoder IncrementalEncoder IncrementalNewlineDecoder IndentationError IndexError
  InterruptedError IsADirectoryError ItemsView Iterable Iterator JSONDecodeError KeyError KeyboardInterrupt KeyedRef KeysView Lib Library LockType
  LookupError Mapping MappingView MemoryError ModuleNotFoundError ModuleSpec MutableMapping MutableSequence MutableSet NameError None NotADirectoryError
  NotImplemented NotImplementedError OSError OpenKey OpenKeyEx OverflowError PENDING ParamSpec PathFinder PathLike PendingDeprecationWarning PermissionError
  Popen ProcessLookupError ProxyType Py_Repr Python Quitter RLock RawIOBase Reader RecursionError ReferenceError ReferenceType ResourceWarning Reversible
  RuntimeError RuntimeWarning Sequence Set Sized SourceFileLoader SourcelessFileLoader StopAsyncIteration StopIteration StreamReader StreamReaderWriter
  StreamRecoder StreamWriter StringIO SyntaxError SyntaxWarning SystemError SystemExit TabError TextIOBase TextIOWrapper TimeoutError True TypeError
  UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UnsupportedOperation UserWarning ValueError
  ValuesView Warning WarningMessage Writer ZeroDivisionError ZipImportError ZipReader _WindowsConsoleIO __IOBase_closed __abc_tpflags__ __abs__
  __abstractmethods__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__ __anext__ __annotations__ __args__ __author__ __await__ __bases__ __bool__
  __buffer__ __build_class__ __builtins__ __bytes__ __cached__ __call__ __cantrace__ __class__ __class_getitem__ __classcell__ __classdict__
  __classdictcell__ __code__ __complex__ __contains__ __copy__ __ctypes_from_outparam__ __data __debug__ __del__ __delattr__ __delete__ __delitem__ __dict__
  __dictoffset__ __dir__ __displayhook__ __divmod__ __doc__ __enter__ __eq__ __excepthook__ __exit__ __file__ __filenames __float__ __floordiv__ __format__
  __fspath__ __ge__ __get__ __getattr__ __getattribute__ __getinitargs__ __getitem__ __getnewargs__ __getnewargs_ex__ __getstate__ __gt__ __hash__ __iadd__
  __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __import__ __imul__ __index__ __init__ __init_subclass__ __instancecheck__ __int__
  __interactivehook__ __invert__ __ior__ __ipow__ __irshift__ __isabstractmethod__ __isub__ __iter__ __itruediv__ __ixor__ __le__ __len__ __length_hint__
  __linecnt __lines __lltrace__ __loader__ __lshift__ __lt__ __main__ __matmul__ __missing__ __mod__ __module__ __mro__ __mro_entries__ __mul__ __name
  __name__ __ne__ __neg__ __new__ __newobj__ __newobj_ex__ __next__ __notes__ __or__ __orig_class__ __origin__ __package__ __parameters__ __path__ __pos__
  __pow__ __prepare__ __pycache__ __qualname__ __radd__ __rand__ __rdivmod__ __reduce__ __reduce_ex__ __release_buffer__ __repr__ __reversed__ __rfloordiv__
  __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __set__ __set_name__ __setattr__
  __setitem__ __setstate__ __setup __sizeof__ __slotnames__ __slots__ __spec__ __stderr__ __str__ __sub__ __subclasscheck__ __subclasshook__ __truediv__
  __trunc__ __type_params__ __typing_is_unpacked_typevartuple__ __typing_prepare_subst__ __typing_subst__ __typing_unpacked_tuple_args__ __warningregistry__
  __weaklistoffset__ __weakref__ __xor__ _abc_impl _abstract_ _active _annotation _anonymous_ _argtypes_ _as_parameter_ _asyncio_future_blocking _blksize
  _bootstrap _check_retval_ _dealloc_warn _feature_version _fields_ _finalizing _find_and_load _fix_up_module _flags_ _get_sourcefile _handle_fromlist
  _initializing _io _is_text_encoding _length_ _limbo _lock_unlock_module _loop _needs_com_addref_ _pack_ _restype_ _showwarnmsg _shutdown _slotnames
  _strptime_datetime _swappedbytes_ _type_ _uninitialized_submodules _warn_unawaited_coroutine _xoptions abc abi_thread abiflags abs abs_paths abs_tol
  abspath abstractclassmethod abstractmethod abstractproperty abstracts abstractstaticmethod access acquire action add add_dll_directory add_done_callback
  addpackage addsitedir addsitepackages addusersitepackages after_in_child after_in_parent aggregate_class alias aliases all allocate_lock alt_path_sep
  altsep altsepIndex altzone always ansi any append arabic arc_offset archive arg argdefs argrest args arguments argv as_integer_ratio ascii ast
  async_generator atexit attribute audit authorizer_callback autocommit backend backslashreplace backslashreplace_errors backtick base base64
  base_exec_prefix base_prefix basename bases before big big5 big5hkscs binary_form bit bits block bool bound buffer buffer_callback buffer_size buffering
  buffers bufsize builtin_module_names builtins bytearray bytearray_iterator bytebuffer bytecode byteorder bytes bytes_iterator bytes_per_sep bytes_warning
  bytesdecoded bytesencoded bz2 c_call c_exception c_return cache cache_from_source cached cached_statements cadata cafile call call_exception_handler
  call_soon callable cancel candidate candidate_conf capath casefold catch_warnings category cb cb_type cdir central_directory_position
  central_directory_size certfile chain char charbuffer charbuffertype chars chdir check_enableusersite check_hash_based_pycs check_same_thread check_source
  check_str checked chflags child chinese chmod chown classmethod clear close closed closefd closure cls cmd co_argcount co_cellvars co_code co_consts
  co_exceptiontable co_filename co_firstlineno co_flags co_freevars co_kwonlyargcount co_linetable co_name co_names co_nlocals co_posonlyargcount co_qualname
  co_stacksize co_varnames code codecs command comment_factory comment_size common commonpath commonprefix comp compile compile_mode complex compress comps
  conf_basename conffile config consts consumed cont contents context contravariant cookie copy copyreg copyright coro coroutine count covariant cp1251
  cp1255 cp1256 cp437 cp437_table cpu_count crc credits curdir cwd cygwin cyrillic darwin data data_encoding data_info data_size database datapath date
  daylight decode decodedbytes decodekey decoder decodevalue decoding_map decompress dedent default defaultaction defpath delete depth detect_encoding
  detect_types deterministic dev_mode device devnull dict dict_itemiterator dict_items dict_keyiterator dict_keys dict_valueiterator dict_values dictcomp
  difference_update digest digest_size digestmod dir dir_fd dircase dirfd dirname dirpath dirs discard dispatch_table displayhook dklen dll doc dont_inherit
  dont_write_bytecode dot dotIndex dotdot dst dst_dir_fd dumps eager_start edges editline effective_ids elem element_factory empty emscripten
  enablerlcompleter encode encodedkey encodekey encoder encodevalue encoding encodings end end_lineno end_offset endpos endswith entries entry entrypoint
  enumerate env env_base environ environb eof err error errors euc_jp euc_kr event eventmask ex exc exc_details exc_info exc_traceback exc_type exc_value
  excepthook exception exe exe_dir exec exec_func exec_module exec_prefix execl execle execlp execlpe execsitecustomize execusercustomize executable execv
  execve execvp execvpe exist_ok existing_file_name exists exit exp expanduser expandvars extend extension extra extra_data extra_data_len extra_size
  extra_tokens extsep f1 f2 f_locals facility factory false family fanout faulthandler fd fd2 fdel fdopen fget file file_actions file_encoding file_info
  file_name file_offset file_size filemode filename filenameIndex fileno filepath files fillvalue filters final find find_class find_spec finder first
  firstline fix_imports flags float float_info flush fn follow_symlinks followlinks fork format format_exception formatted_items fp fp1 fp2 framelocalsproxy
  from_bytes from_param fromlist fromtimestamp fromutc frozen frozenset fsdecode fsencode fset fspath fstat fstatvfs fullname fullpath func funcname funcobj
  future fwalk gb2312 gbk generation generator genericpath genexpr get get_cache_token get_code get_current_history_length get_data get_debug get_event_loop
  get_exec_path get_filename get_ident get_loop get_resource_reader get_source getatime getattr getctime getcwd getcwdb getdecoder getegid getencoder
  getencoding getenv getenvb geteuid getfilesystemencodeerrors getfilesystemencoding getgid gethistoryfile getincrementaldecoder getincrementalencoder
  getmtime getpwnam getpwuid getreader getsitepackages getsize getstate getuid getuserbase getusersitepackages getwriter gid globals greek group groupindex
  groups handle hasattr hasbytes hash hash_based hash_info hash_name hasstr head header header_position header_size headers hebrew help here hex hi history
  home hook hx hz id ident ids ignore ignore_environment ignore_errors imag implementation implementation_lower import_error importlib in_fd incoming
  incrementaldecoder incrementalencoder index indexgroup inf infer_variance info inheritable initial initial_bytes initial_slashes initial_value initval
  inner_size input insert insert_comments insert_pis inspect instance instructions int interactive intern intersection invalidate_caches io ios is_dir
  is_frozen is_junction is_namespace is_package is_running is_symlink isabs isascii isatty isbytecode isbytes isdevdrive isdir isdisjoint isfile isinstance
  isjunction islink ismount iso2022_jp iso8859 iso8859_1 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4
  iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso_8859_1 iso_8859_15 isoformat isolated isolation_level ispackage ispkg isroot istext it item itemcase
  items iter iterable iterations iterator iterdecode iterencode join joinpath joinuser jump keepends key keyfile keys kind klass known_paths koi8_r korean kw
  kw1 kw2 kwargs kwds kz1048 lambda last last_exc last_node last_traceback last_type last_value latin latin1 latin_1 lchown leaf_size len length level
  lexists lib libdir libdirs library license limit line line0withend line0withoutend line_buffering linebuffer lineno lines linesep link list list_iterator
  list_reverseiterator listcomp listdir little lo load_module loader loader_module loads locale locals location lock logoption longrange_iterator lookup
  lookup_error loop lower lstat lstrip macintosh magic main make_encoding_map make_identity_dict makedirs makepath map mapping mappingproxy marshal match max
  max_comment_plus_dirs_size max_comment_start max_length maxdigits maxevents maxmem maxsize maxsplit maxvalue mbcs mcls me memLevel memlimit memoryview
  message meta_path metaclass metadata method methods mi min missing mkdir mkfifo mknod mktime mod mode modname modpath module module_globals module_info
  modules mro msg mtime mycmp n_arg n_fields n_sequence_fields n_unnamed_fields name name_from name_size namereplace namereplace_errors names namespace
  namespace_separator namespaces narg ndigits never new new_args new_comps new_file_name new_limit new_path newchars newdata newline newlines newpath next
  nlocals no_site no_user_site node_depth node_offset nondirs norm_encoding normalize_encoding normcase normpath ns nstype nt ntpath null num_entries
  num_extra_values number ob obj object offset offset_dst offset_src old on_type_read onceregistry onerror only_keys oparg opcode open open_code opener
  operation opt_level optimization optimize options order orig_path orig_st origin os os_name other out_fd outgoing output overlapped override owner package
  pages pardir parent parse_and_bind part partition password path path_hook path_hooks path_importer_cache path_list path_listb path_repr path_sep
  path_separators path_stats path_tail path_type pathconf pathname paths pathsep pattern peek perm persistent_id persistent_load person pi_factory pid
  platform platlibdir policy pop popen popitem portions pos pos1 pos2 pos64 posix posixpath prefix prefixes print print_file_and_line priority proc
  process_cpu_count progress progress_handler progress_routine prompt property proto protocol ps1 ps2 ptcp154 pth pth_content punct putenv pw_dir pwd pwent
  py pydoc python query quiet quit quopri quotetabs range range_iterator raw raw_data re read read1 read_history_file read_init_file readable readall reader
  readinto readinto1 readline readline_module readlines readlink readonly readsize real realpath record recursive reducer_override ref register
  register_error register_readline registry rel_list rel_tol release reload relpath remove remove_dll_directory removedirs removeduppaths removeprefix rename
  renames repl replace replace_errors repr reserved reset resetids rest result return returncode reverse reversed rfind rindex rlcompleter rmdir rng root
  rpartition rstrip run_module s1 s2 safe_path salt samefile sameopenfile samestat saved_exc scandir scandir_it sched_getaffinity sched_priority scheduler
  scls search seek seekable seen selectors self send sep sepIndex sequence server_hostname server_side session set set_iterator setattr setcomp setcopyright
  setdefault sethelper setpgroup setquit setsid setsigdef setsigmask setstate setter shape shell shift_jis show_cmd signed simplefilter site_prefix
  sitecustomize sitedir sitedircase sitepackages size sizehint skip_file_prefixes sleep slice sock sort sorted source source_bytes source_hash source_mtime
  source_size source_to_code source_traceback span spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe spec spec_from_file_location
  spec_from_loader split split_paths splitdrive splitext splitlines splitroot sr src src_dir_fd srw st st_atime st_ctime st_dev st_file_attributes st_flags
  st_ino st_mode st_mtime st_size stack stacklevel start start_list start_offset start_tail startswith stat stat_result state statement staticmethod status
  statvfs stderr stdin stdlib_dir stdlib_module_names stdout step steps stop store_name str str_iterator strategy stream streamreader streamwriter strftime
  strict strict_errors strict_mode string strip struct struct_time sts sub_key subclass submodule_search_locations subprocess suffix suffixes sum super
  supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd supports_follow_symlinks supports_unicode_filenames surrogateescape surrogatepass
  symlink symmetric_difference_update sys sys_version system_site t1 t2 t_args t_result table tabsize tag tail target target_is_directory task tb tb_frame
  tb_lasti tb_lineno tb_next tell template term terminal_size test text text_encoding textwrap thai threading throw tid tilde time timeout times timetuple
  timezone tis620 to_bytes toc_entry tokenize top topdown topfd topname toppath trace_callback traceback tracemalloc trailers translate true truncate tuple
  tuple_iterator tvos twice txt typ type type_params typing tz tzname uid uname_result uncompressed_size unix_console unknown unlink unpack_from
  unraisablehook unsetenv update update_abstractmethods upper uri us usedforsecurity user_base user_site userbase usercustomize userhome utf utf8 utf_8 utime
  uu val value values vars venv ver ver_nodot verbose verbosity version version_info virtual_conf volume vxworks wait waiters waitpid waitstatus_to_exitcode
  walk walk_dirs walk_into warn warn_default_encoding warnings warnoptions wasi watchos wb wbits week weekday whence where which who why win win32 winreg
  winver with_traceback withdata wpid wr writable write write_history write_history_file write_through writelines writer ws xmlcharrefreplace
  xmlcharrefreplace_errors xoptions year zdict zip zip_iterator zipimporter zlib`;

/** Identifiers that came with 3.13, with 3.14. */
const SINCE_3_13 = `
  __firstlineno__ __match_args__ __static_attributes__ _align_ _field_types _only_immortal _strptime aclose allow_code asend athrow cached_datetime_module
  callback col_offset day desired_access end_col_offset filter fold handle_seq has_location hour identity_hint inherit_handle initial_owner initial_state
  interval kwdefaults label manual_reset maxlen microsecond milliseconds minute month mutex nested second security_attributes spam tzinfo wait_all
  warn_on_full_buffer`;
const SINCE_3_14 = `
  __annotate__ __annotate_func__ __annotations_cache__ __conditional_annotations__ align all_threads conversion days debug done emptyerror expression fallback fields
  format_spec hours parameter queuetype reqrefs script shared timer unboundop updates weeks`;

/** One-character strings that frozen modules of 3.11 have objects of their own for: literals are these, and chr() makes others. */
const FROZEN_CHARS_3_11 = 'B C L S T _ a b c d e f h i j k l m n o p q r s t v w x y';

const TEXTS: Readonly<Record<PythonVersion, readonly string[]>> = {
  '3.11': [FROZEN_CHARS_3_11],
  '3.12': [COMMON],
  '3.13': [COMMON, SINCE_3_13],
  '3.14': [COMMON, SINCE_3_13, SINCE_3_14],
  '3.15': [COMMON, SINCE_3_13, SINCE_3_14],
};

const sets = new Map<PythonVersion, ReadonlySet<string>>();

/** The names of one version; made at the first use. */
export function staticNames(python: PythonVersion): ReadonlySet<string> {
  let names = sets.get(python);
  if (names === undefined) sets.set(python, (names = new Set(TEXTS[python].flatMap((text) => text.trim().split(/\s+/)))));
  return names;
}
