// How a version writes instructions as bytes: its opcode numbers and inline caches by name (CPython Lib/opcode.py), looked up by our numbers.
import { OPCODES } from '../opcodes.ts';

/** One version's table, as text: modules/py/dis.py.ts reads the same. */
export interface EncodingTable {
  /** Names in the order of their numbers; a number among them says where the names behind it start. */
  readonly opcodes: string;
  /** Instructions with inline caches and the fields of these, those longer than one code unit with their length: `CALL counter func_version:2; …`. */
  readonly caches: string;
  /** HAVE_ARGUMENT: instructions with smaller numbers have no argument. */
  readonly haveArgument: number;
  /** 3.11: the location table has an entry for every instruction; later those that stand at one place share one. */
  readonly placesEveryInstruction?: boolean;
}

/** A table made ready for our opcode numbers, at the first use. */
export class Encoding {
  readonly table: EncodingTable;
  private lookup: { readonly numbers: Int16Array; readonly caches: Uint8Array; readonly extendedArg: number } | null = null;

  constructor(table: EncodingTable) {
    this.table = table;
  }

  /** The version's numbers by ours; -1 for what it does not have. */
  get numbers(): Int16Array {
    return this.ready().numbers;
  }

  /** Inline cache entries (code units) behind an instruction, by our numbers. */
  get caches(): Uint8Array {
    return this.ready().caches;
  }

  get extendedArg(): number {
    return this.ready().extendedArg;
  }

  /** Whether the instruction of our number `op` has an argument. */
  hasArgument(op: number): boolean {
    return (this.ready().numbers[op] ?? -1) >= this.table.haveArgument;
  }

  private ready(): NonNullable<Encoding['lookup']> {
    if (this.lookup === null) {
      const numbers = numbersByName(this.table.opcodes);
      const caches = cachesByName(this.table.caches);
      const byCode = <T>(map: ReadonlyMap<string, T>, none: T): T[] => Array.from(OPCODES, (info) => map.get(info?.name ?? '') ?? none);
      this.lookup = {
        numbers: Int16Array.from(byCode(numbers, -1)), caches: Uint8Array.from(byCode(caches, 0)), extendedArg: numbers.get('EXTENDED_ARG') ?? 0,
      };
    }
    return this.lookup;
  }
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function numbersByName(text: string): Map<string, number> {
  const numbers = new Map<string, number>();
  let number = 0;
  for (const word of words(text)) {
    if (/^\d/.test(word)) number = Number(word);
    else numbers.set(word, number++);
  }
  return numbers;
}

function cachesByName(text: string): Map<string, number> {
  return new Map(text.split(';').map((entry) => {
    const [name = '', ...fields] = words(entry);
    return [name, fields.reduce((sum, field) => sum + Number(field.split(':')[1] ?? 1), 0)] as const;
  }));
}
