// _hashes: the digests behind hashlib (CPython Modules/_hashopenssl.c, _blake2, _sha3), computed by @noble/hashes.
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { Machine } from '../machine.ts';
import { allocObject, freeObject } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { bytesOf } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { hexText } from '../objects/bytes-methods.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { isStr, newStrAscii } from '../objects/str.ts';
import { type NativeSpec, type TypeSpec, TypeFlag } from '../objects/type.ts';

/** What @noble/hashes offers for a digest in progress. */
interface Digest {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Digest;
  readonly blockLen: number;
  readonly outputLen: number;
}

interface Algorithm {
  readonly create: () => Digest;
  /** Digests of any length (shake). */
  readonly variable?: (data: Uint8Array, length: number) => Uint8Array;
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  md5: { create: () => md5.create() }, sha1: { create: () => sha1.create() },
  sha224: { create: () => sha224.create() }, sha256: { create: () => sha256.create() }, sha384: { create: () => sha384.create() }, sha512: { create: () => sha512.create() },
  sha512_224: { create: () => sha512_224.create() }, sha512_256: { create: () => sha512_256.create() },
  sha3_224: { create: () => sha3_224.create() }, sha3_256: { create: () => sha3_256.create() }, sha3_384: { create: () => sha3_384.create() }, sha3_512: { create: () => sha3_512.create() },
  shake_128: { create: () => shake128.create({}), variable: (data, length) => shake128(data, { dkLen: length }) },
  shake_256: { create: () => shake256.create({}), variable: (data, length) => shake256(data, { dkLen: length }) },
};

interface HashData {
  readonly name: string;
  digest: Digest;
  /** Everything that a variable-length digest has taken. */
  taken: Uint8Array[] | null;
  readonly variable: Algorithm['variable'];
}

const hashData = (o: PyObject): HashData => o.data as HashData;

function data(m: Machine, o: PyObject): Uint8Array {
  if (isStr(o)) throw typeError(m, 'Strings must be encoded before hashing');
  if (o.ob_type.bf_getbuffer === null) throw typeError(m, 'object supporting the buffer API required');
  const bytes = bytesOf(m, o);
  m.chargeWork(bytes.length * 4 + 256);
  return bytes;
}

function update(m: Machine, self: PyObject, source: PyObject): void {
  const bytes = data(m, source);
  hashData(self).digest.update(bytes);
  hashData(self).taken?.push(bytes.slice());
}

function make(m: Machine, type: TypeSpec, name: string, digest: Digest, variable: Algorithm['variable']): PyObject {
  return allocObject(m, lazyType(m, type), { name, digest, taken: variable === undefined ? null : [], variable } satisfies HashData);
}

/** The digest so far; the object goes on. */
function digestOf(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null, what: string): Uint8Array {
  const hash = hashData(self);
  if (hash.variable === undefined || hash.taken === null) {
    if (args.length > 0) throw typeError(m, `HASH.${what}() takes no arguments (${args.length} given)`);
    return hash.digest.clone().digest();
  }
  const [lengthObject] = parseArgs(m, { name: what, params: ['length'], required: 1 }, args, kwnames);
  const length = sizeArgument(m, lengthObject as PyObject);
  if (length < 0) throw valueError(m, 'value must be positive');
  m.memory.expect(length);
  m.chargeWork(length * 4);
  const whole = new Uint8Array(hash.taken.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of hash.taken) {
    whole.set(part, at);
    at += part.length;
  }
  return hash.variable(whole, length);
}

const hashType = (name: string, basicsize: TypeSpec['basicsize'], slots: TypeSpec['slots']): TypeSpec => ({
  name,
  basicsize,
  flags: TypeFlag.DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: (m, self) => freeObject(m, self), ...slots },
  methods: [
    { name: 'update', kind: 'o', fn: (m, self, source) => (update(m, self, source), incref(m.None)) },
    { name: 'digest', kind: 'fastkw', fn: (m, self, args, kwnames) => newBytes(m, digestOf(m, self, args, kwnames, 'digest')) },
    { name: 'hexdigest', kind: 'fastkw', fn: (m, self, args, kwnames) => newStrAscii(m, hexText(digestOf(m, self, args, kwnames, 'hexdigest'), '', 0)) },
    { name: 'copy', kind: 'noargs', fn: (m, self) => {
      const { name, digest, taken, variable } = hashData(self);
      return allocObject(m, self.ob_type, { name, digest: digest.clone(), taken: taken === null ? null : [...taken], variable } satisfies HashData);
    } },
  ],
  getset: [
    { name: 'name', get: (m, self) => newStrAscii(m, hashData(self).name) },
    { name: 'digest_size', get: (m, self) => newInt(m, hashData(self).variable === undefined ? hashData(self).digest.outputLen : 0) },
    { name: 'block_size', get: (m, self) => newInt(m, hashData(self).digest.blockLen) },
  ],
});

/** OpenSSL's (Modules/_hashopenssl.c); blake2 has types of its own (Modules/blake2module.c). */
const opensslType = (name: string): TypeSpec => hashType(name, 32, {
  tp_repr: (m, self) => newStrAscii(m, `<${hashData(self).name} ${name} object @ 0x${m.addressOfObject(self).toString(16)}>`),
});
const HASH = opensslType('_hashlib.HASH');
const HASHXOF = opensslType('_hashlib.HASHXOF');
const BLAKE2B = hashType('_blake2.blake2b', (m) => m.profile.blake2Bytes.blake2b, {});
const BLAKE2S = hashType('_blake2.blake2s', (m) => m.profile.blake2Bytes.blake2s, {});

function constructor(name: string, algorithm: Algorithm): NativeSpec {
  const spec = { name, params: ['string', 'usedforsecurity'], positional: 1 };
  return {
    name, kind: 'fastkw',
    fn: (m, _self, args, kwnames) => {
      const [source] = parseArgs(m, spec, args, kwnames);
      const o = make(m, algorithm.variable === undefined ? HASH : HASHXOF, name, algorithm.create(), algorithm.variable);
      if (source) update(m, o, source);
      return o;
    },
  };
}

function blake(name: 'blake2b' | 'blake2s', limit: number): NativeSpec {
  const spec = { name, params: ['', 'digest_size', 'key', 'salt', 'person', 'usedforsecurity'], positional: 1 };
  return {
    name, kind: 'fastkw',
    fn: (m, _self, args, kwnames) => {
      const [source, size, key, salt, person] = parseArgs(m, spec, args, kwnames);
      const length = size ? sizeArgument(m, size) : limit;
      if (length < 1 || length > limit) throw valueError(m, `digest_size for ${name} must be between 1 and ${limit} bytes, here it is ${length}`);
      const bytes = (o: PyObject | null | undefined): Uint8Array | undefined => (o ? bytesOf(m, o).slice() : undefined);
      const keyBytes = bytes(key);
      if (keyBytes !== undefined && keyBytes.length > limit) throw valueError(m, `maximum key length is ${limit} bytes`);
      const options = { dkLen: length, ...part('key', keyBytes), ...part('salt', padded(m, bytes(salt), limit / 4, 'salt')), ...part('personalization', padded(m, bytes(person), limit / 4, 'person')) };
      const o = make(m, name === 'blake2b' ? BLAKE2B : BLAKE2S, name, (name === 'blake2b' ? blake2b : blake2s).create(options), undefined);
      if (source) update(m, o, source);
      return o;
    },
  };
}

function part(name: string, bytes: Uint8Array | undefined): Record<string, Uint8Array> {
  return bytes === undefined || bytes.length === 0 ? {} : { [name]: bytes };
}

function padded(m: Machine, bytes: Uint8Array | undefined, size: number, name: string): Uint8Array | undefined {
  if (bytes === undefined) return undefined;
  if (bytes.length > size) throw valueError(m, `maximum ${name} length is ${size} bytes`);
  const out = new Uint8Array(size);
  out.set(bytes);
  return out;
}

/** Makes the module. */
export function hashesModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_hashes',
    functions: [...Object.entries(ALGORITHMS).map(([name, algorithm]) => constructor(name, algorithm)), blake('blake2b', 64), blake('blake2s', 32)],
  });
}
