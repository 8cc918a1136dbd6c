// Plain data that crosses the border between a machine and its host, as types. The conversions are in plain.ts.

/** A value without identity. `object` stands for anything that is not plain: its type's name and serial. */
export type PlainValue =
  | null
  | boolean
  | string
  | { readonly t: 'int'; readonly v: number | bigint }
  | { readonly t: 'float'; readonly v: number }
  | { readonly t: 'bytes'; readonly v: Uint8Array }
  | { readonly t: 'list' | 'tuple' | 'set' | 'frozenset'; readonly items: readonly PlainValue[] }
  | { readonly t: 'dict'; readonly items: readonly (readonly [PlainValue, PlainValue])[] }
  | { readonly t: 'object'; readonly type: string; readonly serial: number };

/** Shorthands for callers. */
export const plainInt = (v: number | bigint): PlainValue => ({ t: 'int', v });
export const plainList = (items: readonly PlainValue[]): PlainValue => ({ t: 'list', items });
