// Types of the objects in sys.
import { since, type TypeSpec } from '../objects/type.ts';
import { structSequence } from '../objects/struct-sequence.ts';
import { textIoWrapperType } from './sys-streams.ts';

/** For builtin-types.ts. */
export const sysSpecs = {
  TextIOWrapper: textIoWrapperType,
  version_info: structSequence('sys.version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial']),
  int_info: structSequence('sys.int_info', ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold']),
  hash_info: structSequence('sys.hash_info', ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff']),
  float_info: structSequence('sys.float_info', ['max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds']),
  thread_info: structSequence('sys.thread_info', ['name', 'lock', 'version']),
  asyncgen_hooks: structSequence('sys.asyncgen_hooks', ['firstiter', 'finalizer']),
  sys_flags: structSequence('sys.flags', [
    'debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site', 'ignore_environment', 'verbose', 'bytes_warning', 'quiet',
    'hash_randomization', 'isolated', 'dev_mode', 'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits',
  ], { hidden: [{ name: 'gil', inVersion: since(13) }, { name: 'thread_inherit_context', inVersion: since(14) }, { name: 'context_aware_warnings', inVersion: since(14) }, { name: 'lazy_imports', inVersion: since(15) }] }),
  UnraisableHookArgs: structSequence('UnraisableHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object']),
} as const satisfies Record<string, TypeSpec>;
