// The measured spike behind docs/decisions/0001: how should a Python object be represented? Three candidates, three workloads with real
// reference counts, and a snapshot of 100,000 objects. Run: npx tsx tests/bench/spikes/object-representation.ts
//
//   uniform  one JS class for all objects, payload in `data`
//   shapes   one JS class per Python type (int, list, instance … have their own fields)
//   heap     no JS objects: Int32Array memory, an object is an index; ints and references are words

interface Candidate {
  readonly name: string;
  /** Builds and sums a list of n ints, n times replaced (allocation churn, small live set). */
  churn(n: number): number;
  /** Builds a chain of n instances with two attributes, walks it, drops it (attribute access, dealloc). */
  chain(n: number): number;
  /** Mixed-type list of n objects: copies it (incref each), then drops the copy (decref each), k times. */
  copies(n: number, k: number): number;
  /** Plain data of n live objects: [type, refcount, address][]. */
  snapshot(n: number): number;
}

class Uniform {
  rc = 1;
  type: number;
  block = 0;
  data: unknown;
  constructor(type: number, data: unknown) {
    this.type = type;
    this.data = data;
  }
}
const uniformFree: number[] = [];
let uniformTop = 0;
function makeUniform(type: number, data: unknown): Uniform {
  const o = new Uniform(type, data);
  o.block = uniformFree.length > 0 ? (uniformFree.pop() as number) : uniformTop++;
  return o;
}
function decUniform(o: Uniform): void {
  if (--o.rc > 0) return;
  if (o.type !== 0) {
    const items = o.data as Uniform[];
    for (let i = items.length - 1; i >= 0; i--) decUniform(items[i] as Uniform);
  }
  uniformFree.push(o.block);
}
const uniform: Candidate = {
  name: 'uniform',
  churn(n) {
    const items: Uniform[] = [];
    for (let i = 0; i < 100; i++) items.push(makeUniform(0, i));
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const old = items[i % 100] as Uniform;
      const next = makeUniform(0, (old.data as number) + 1);
      items[i % 100] = next;
      decUniform(old);
      sum += next.data as number;
    }
    return sum;
  },
  chain(n) {
    let head = makeUniform(0, 0);
    for (let i = 0; i < n; i++) head = makeUniform(i % 3 === 0 ? 1 : 2, [head, makeUniform(0, i)]);
    let sum = 0;
    for (let o = head; o.type !== 0; ) {
      const [next, value] = o.data as [Uniform, Uniform];
      value.rc++;
      sum += value.data as number;
      decUniform(value);
      o = next;
    }
    while (head.type !== 0) {
      const [next, value] = head.data as [Uniform, Uniform];
      next.rc++;
      decUniform(value);
      value.rc++;
      head.data = [];
      decUniform(head);
      next.rc--;
      head = next;
    }
    return sum;
  },
  copies(n, k) {
    const items: Uniform[] = [];
    for (let i = 0; i < n; i++) items.push(makeUniform(i % 5, i % 5 === 0 ? i : []));
    let sum = 0;
    for (let j = 0; j < k; j++) {
      const copy = items.slice();
      for (let i = 0; i < n; i++) (copy[i] as Uniform).rc++;
      for (let i = n - 1; i >= 0; i--) decUniform(copy[i] as Uniform);
      sum += copy.length;
    }
    return sum;
  },
  snapshot(n) {
    const items: Uniform[] = [];
    for (let i = 0; i < n; i++) items.push(makeUniform(i % 5, i));
    return items.map((o) => [o.type, o.rc, o.block * 16]).length;
  },
};

class ShapeBase {
  rc = 1;
  block = 0;
}
class ShapeInt extends ShapeBase {
  value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
}
class ShapeList extends ShapeBase {
  items: Shape[];
  constructor(items: Shape[]) {
    super();
    this.items = items;
  }
}
class ShapeTuple extends ShapeBase {
  parts: Shape[];
  hash = -1;
  constructor(parts: Shape[]) {
    super();
    this.parts = parts;
  }
}
class ShapeInstance extends ShapeBase {
  next: Shape;
  value: Shape;
  constructor(next: Shape, value: Shape) {
    super();
    this.next = next;
    this.value = value;
  }
}
class ShapeNode extends ShapeBase {
  cls = 1;
  next: Shape;
  value: Shape;
  constructor(next: Shape, value: Shape) {
    super();
    this.next = next;
    this.value = value;
  }
}
type Shape = ShapeInt | ShapeList | ShapeTuple | ShapeInstance | ShapeNode;
const shapeFree: number[] = [];
let shapeTop = 0;
function placed<T extends Shape>(o: T): T {
  o.block = shapeFree.length > 0 ? (shapeFree.pop() as number) : shapeTop++;
  return o;
}
function decShape(o: Shape): void {
  if (--o.rc > 0) return;
  if (o instanceof ShapeList) for (const item of o.items) decShape(item);
  else if (o instanceof ShapeTuple) for (const item of o.parts) decShape(item);
  shapeFree.push(o.block);
}
const shapes: Candidate = {
  name: 'shapes',
  churn(n) {
    const items: ShapeInt[] = [];
    for (let i = 0; i < 100; i++) items.push(placed(new ShapeInt(i)));
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const old = items[i % 100] as ShapeInt;
      const next = placed(new ShapeInt(old.value + 1));
      items[i % 100] = next;
      decShape(old);
      sum += next.value;
    }
    return sum;
  },
  chain(n) {
    let head: Shape = placed(new ShapeInt(0));
    for (let i = 0; i < n; i++) head = i % 3 === 0 ? placed(new ShapeInstance(head, placed(new ShapeInt(i)))) : placed(new ShapeNode(head, placed(new ShapeInt(i))));
    let sum = 0;
    for (let o: Shape = head; !(o instanceof ShapeInt); ) {
      const node = o as ShapeInstance | ShapeNode;
      node.value.rc++;
      sum += (node.value as ShapeInt).value;
      decShape(node.value);
      o = node.next;
    }
    while (!(head instanceof ShapeInt)) {
      const node = head as ShapeInstance | ShapeNode;
      node.next.rc++;
      decShape(node.value);
      decShape(node);
      node.next.rc--;
      head = node.next;
    }
    return sum;
  },
  copies(n, k) {
    const items: Shape[] = [];
    const zero = placed(new ShapeInt(0));
    zero.rc += 1e9;
    for (let i = 0; i < n; i++) {
      items.push(placed(i % 5 === 0 ? new ShapeInt(i) : i % 5 === 1 ? new ShapeList([]) : i % 5 === 2 ? new ShapeTuple([]) : i % 5 === 3 ? new ShapeInstance(zero, zero) : new ShapeNode(zero, zero)));
    }
    let sum = 0;
    for (let j = 0; j < k; j++) {
      const copy = items.slice();
      for (let i = 0; i < n; i++) (copy[i] as Shape).rc++;
      for (let i = n - 1; i >= 0; i--) decShape(copy[i] as Shape);
      sum += copy.length;
    }
    return sum;
  },
  snapshot(n) {
    const items: Shape[] = [];
    for (let i = 0; i < n; i++) items.push(placed(i % 2 === 0 ? new ShapeInt(i) : new ShapeList([])));
    return items.map((o) => [o instanceof ShapeInt ? 0 : 1, o.rc, o.block * 16]).length;
  },
};

// Words: [refcount, type, a, b]; a free block links through word 2.
const WORDS = 1 << 24;
const heapWords = new Int32Array(WORDS);
let heapTop = 4;
let heapFree = 0;
function makeWords(type: number, a: number, b: number): number {
  let o = heapFree;
  if (o !== 0) heapFree = heapWords[o + 2] as number;
  else {
    o = heapTop;
    heapTop += 4;
  }
  heapWords[o] = 1;
  heapWords[o + 1] = type;
  heapWords[o + 2] = a;
  heapWords[o + 3] = b;
  return o;
}
function decWords(o: number): void {
  const rc = (heapWords[o] as number) - 1;
  heapWords[o] = rc;
  if (rc > 0) return;
  heapWords[o + 2] = heapFree;
  heapFree = o;
}
const heap: Candidate = {
  name: 'heap',
  churn(n) {
    const items = new Int32Array(100);
    for (let i = 0; i < 100; i++) items[i] = makeWords(0, i, 0);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const old = items[i % 100] as number;
      const next = makeWords(0, (heapWords[old + 2] as number) + 1, 0);
      items[i % 100] = next;
      decWords(old);
      sum += heapWords[next + 2] as number;
    }
    return sum;
  },
  chain(n) {
    let head = makeWords(0, 0, 0);
    for (let i = 0; i < n; i++) head = makeWords(i % 3 === 0 ? 1 : 2, head, makeWords(0, i, 0));
    let sum = 0;
    for (let o = head; heapWords[o + 1] !== 0; o = heapWords[o + 2] as number) {
      const value = heapWords[o + 3] as number;
      heapWords[value] = (heapWords[value] as number) + 1;
      sum += heapWords[value + 2] as number;
      decWords(value);
    }
    while (heapWords[head + 1] !== 0) {
      const next = heapWords[head + 2] as number;
      decWords(heapWords[head + 3] as number);
      decWords(head);
      head = next;
    }
    return sum;
  },
  copies(n, k) {
    const items = new Int32Array(n);
    for (let i = 0; i < n; i++) items[i] = makeWords(i % 5, i, 0);
    let sum = 0;
    for (let j = 0; j < k; j++) {
      const copy = items.slice();
      for (let i = 0; i < n; i++) {
        const o = copy[i] as number;
        heapWords[o] = (heapWords[o] as number) + 1;
      }
      for (let i = n - 1; i >= 0; i--) decWords(copy[i] as number);
      sum += copy.length;
    }
    return sum;
  },
  snapshot(n) {
    for (let i = 0; i < n; i++) makeWords(i % 5, i, 0);
    return heapWords.slice(0, heapTop).length;
  },
};

function medianMs(run: () => number): number {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}

const rows = [uniform, shapes, heap].map((c) => ({
  candidate: c.name,
  'churn 2M (ms)': medianMs(() => c.churn(2_000_000)).toFixed(1),
  'chain 100k (ms)': medianMs(() => c.chain(100_000)).toFixed(1),
  'copies 10k x 100 (ms)': medianMs(() => c.copies(10_000, 100)).toFixed(1),
  'snapshot 100k (ms)': medianMs(() => c.snapshot(100_000)).toFixed(1),
}));
console.table(rows);
