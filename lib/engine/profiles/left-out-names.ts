// Names that modules of CPython 3.11 to 3.13 have and the bundled ones lack: asked for, they are told to be not simulated.

/** By module, as one text: nobody looks at it before a name is missing. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  ast: `AugLoad AugStore Param Suite main`,
  asyncio: `AbstractChildWatcher AbstractEventLoopPolicy AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport
    DefaultEventLoopPolicy FastChildWatcher IncompleteReadError LimitOverrunError MultiLoopChildWatcher PidfdChildWatcher Protocol ReadTransport
    SafeChildWatcher SelectorEventLoop SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol
    SubprocessTransport ThreadedChildWatcher Transport WriteTransport create_subprocess_exec create_subprocess_shell get_child_watcher
    get_event_loop_policy open_connection open_unix_connection run_coroutine_threadsafe set_child_watcher set_event_loop_policy start_server
    start_unix_server`,
  binascii: `a2b_qp a2b_uu b2a_qp b2a_uu crc_hqx`,
  calendar: `FRIDAY HTMLCalendar IllegalWeekdayError LocaleHTMLCalendar LocaleTextCalendar MONDAY SATURDAY SUNDAY THURSDAY TUESDAY WEDNESDAY weekheader`,
  codecs: `BOM32_BE BOM32_LE BOM64_BE BOM64_LE Codec EncodedFile IncrementalDecoder IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter
    backslashreplace_errors getincrementaldecoder getincrementalencoder getreader getwriter lookup_error namereplace_errors register_error replace_errors
    xmlcharrefreplace_errors`,
  'concurrent.futures': `ProcessPoolExecutor`,
  ctypes: `ARRAY BigEndianUnion LittleEndianUnion SetPointerType wstring_at`,
  difflib: `HtmlDiff diff_bytes`,
  doctest: `DocFileSuite DocTestSuite debug debug_src set_unittest_reportflags testsource`,
  errno: `EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EBADE EBADFD EBADMSG EBADR EBADRQC EBADSLT EBFONT ECANCELED ECHRNG ECOMM EDEADLOCK EDESTADDRREQ EDOTDOT
    EDQUOT EHOSTDOWN EHOSTUNREACH EIDRM EILSEQ EISCONN EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC
    ELIBMAX ELIBSCN ELNRNG EMEDIUMTYPE EMSGSIZE EMULTIHOP ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENOANO ENOBUFS ENOCSI ENODATA ENOKEY ENOLINK ENOMEDIUM
    ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSR ENOSTR ENOTBLK ENOTCONN ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTUNIQ EOPNOTSUPP EOVERFLOW EOWNERDEAD
    EPFNOSUPPORT EPROTO EPROTONOSUPPORT EPROTOTYPE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL ESHUTDOWN ESOCKTNOSUPPORT ESRMNT ESTALE ESTRPIPE ETIME
    ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EXFULL`,
  faulthandler: `cancel_dump_traceback_later dump_traceback dump_traceback_later register unregister`,
  'importlib.util': `LazyLoader Loader MAGIC_NUMBER cache_from_source decode_source source_from_cache source_hash spec_from_file_location spec_from_loader`,
  inspect: `ArgInfo Arguments BlockFinder ClassFoundException EndOfBlock formatannotationrelativeto formatargvalues getabsfile getargs getargvalues getclasstree
    indentsize modulesbyfile walktree`,
  io: `BufferedRWPair IncrementalNewlineDecoder`,
  logging: `BufferingFormatter PlaceHolder Template currentframe logMultiprocessing logProcesses logThreads`,
  os: `CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR
    EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_TEST
    F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB
    MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT
    NGROUPS_MAX O_ACCMODE O_ASYNC O_DIRECT O_DIRECTORY O_DSYNC O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NONBLOCK O_PATH O_RSYNC O_SYNC O_TMPFILE
    POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE
    POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT RTLD_DEEPBIND RTLD_GLOBAL
    RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC SCHED_BATCH SCHED_FIFO SCHED_IDLE
    SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SEEK_DATA SEEK_HOLE SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV
    ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED
    WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX abort chown chroot
    closerange confstr confstr_names copy_file_range ctermid device_encoding environb eventfd eventfd_read eventfd_write execl execle execlp
    execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync fork forkpty fpathconf fstat fstatvfs fsync ftruncate fwalk get_blocking
    get_exec_path get_inheritable getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg getpgid getpgrp getpriority getrandom getresgid
    getresuid getsid getxattr initgroups kill killpg lchown link listxattr lockf login_tty lseek major makedev memfd_create minor mkfifo mknod nice
    openpty pathconf pathconf_names pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev
    readlink readv register_at_fork removexattr sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler
    sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid
    seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe
    spawnv spawnve spawnvp spawnvpe splice statvfs statvfs_result supports_dir_fd supports_effective_ids supports_fd supports_follow_symlinks symlink sync
    sysconf sysconf_names system tcgetpgrp tcsetpgrp times times_result truncate ttyname uname uname_result wait wait3 wait4 waitid waitid_result waitpid
    waitstatus_to_exitcode writev`,
  pickle: `ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2 BINPERSID BINPUT BINSTRING BINUNICODE BINUNICODE8 BUILD BYTEARRAY8
    DICT DUP EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME FROZENSET GET GLOBAL INST INT LIST LONG LONG1 LONG4 LONG_BINGET
    LONG_BINPUT MARK MEMOIZE NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE NEXT_BUFFER NONE OBJ PERSID POP POP_MARK PROTO PUT READONLY_BUFFER REDUCE SETITEM SETITEMS
    SHORT_BINBYTES SHORT_BINSTRING SHORT_BINUNICODE STACK_GLOBAL STOP STRING TRUE TUPLE TUPLE1 TUPLE2 TUPLE3 UNICODE`,
  shutil: `ExecError SpecialFileError chown get_archive_formats get_unpack_formats make_archive register_archive_format register_unpack_format unpack_archive
    unregister_archive_format unregister_unpack_format`,
  stat: `FILE_ATTRIBUTE_ARCHIVE FILE_ATTRIBUTE_COMPRESSED FILE_ATTRIBUTE_DEVICE FILE_ATTRIBUTE_DIRECTORY FILE_ATTRIBUTE_ENCRYPTED FILE_ATTRIBUTE_HIDDEN
    FILE_ATTRIBUTE_INTEGRITY_STREAM FILE_ATTRIBUTE_NORMAL FILE_ATTRIBUTE_NOT_CONTENT_INDEXED FILE_ATTRIBUTE_NO_SCRUB_DATA FILE_ATTRIBUTE_OFFLINE
    FILE_ATTRIBUTE_READONLY FILE_ATTRIBUTE_REPARSE_POINT FILE_ATTRIBUTE_SPARSE_FILE FILE_ATTRIBUTE_SYSTEM FILE_ATTRIBUTE_TEMPORARY FILE_ATTRIBUTE_VIRTUAL
    SF_APPEND SF_ARCHIVED SF_IMMUTABLE SF_NOUNLINK SF_SNAPSHOT S_ENFMT S_IEXEC S_IFDOOR S_IFPORT S_IFWHT S_IREAD S_IRWXG S_IRWXO S_IRWXU S_ISBLK S_ISCHR
    S_ISDOOR S_ISFIFO S_ISGID S_ISPORT S_ISSOCK S_ISUID S_ISVTX S_ISWHT S_IWRITE UF_APPEND UF_COMPRESSED UF_HIDDEN UF_IMMUTABLE UF_NODUMP UF_NOUNLINK
    UF_OPAQUE`,
  sys: `breakpointhook getdlopenflags setdlopenflags`,
  time: `CLOCK_BOOTTIME CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_TAI CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns
    clock_settime clock_settime_ns get_clock_info pthread_getcpuclockid`,
  unicodedata: `UCD bidirectional combining mirrored ucd_3_2_0`,
  unittest: `doModuleCleanups enterModuleContext installHandler registerResult removeHandler removeResult`,
  'unittest.mock': `AsyncMock create_autospec`,
  'urllib.parse': `DefragResultBytes ParseResultBytes SplitResultBytes`,
};

/** Whether CPython's module has the name. */
export function isLeftOut(module: string, name: string): boolean {
  return NAMES[module]?.split(/\s+/).includes(name) ?? false;
}
