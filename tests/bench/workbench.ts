// `npm run bench:workbench -- http://localhost:3000`: what the workbench costs a real Chromium, measured at a site that is being served (`npm start`).
// Time from Run to the first picture; busy time of the main thread for a frame of scrubbing and of moving about on the memory map.
import { chromium, type CDPSession, type Page } from '@playwright/test';

const site = process.argv[2] ?? 'http://localhost:3000';
const FRAMES = 90;
const RUNS = 7;
const FRAME_MS = 1000 / 60;

/** Forty cards whose counts, values and references change all the time; about 100,000 steps. */
const changing = `class Node:
    def __init__(self, n):
        self.n = n
        self.next = None
        self.log = []
nodes = [Node(n) for n in range(20)]
for turn in range(3_300):
    node = nodes[turn % 20]
    node.n = turn * 1000
    node.next = nodes[(turn * 7) % 20]
    node.log.append(node)
    if len(node.log) > 5:
        node.log.clear()
`;

const long = 'total = 0\nkept = []\nfor i in range(70_000):\n    total += i\n    kept = [total, kept and kept[0]]\n';
const objects = (count: number): string => `class Node:\n    pass\nnodes = []\nfor n in range(${count}):\n    node = Node()\n    node.value = float(n)\n    nodes.append(node)\n`;
/** Its steps are few, its blocks a million. */
const blocks = (count: number): string => `numbers = [float(n) for n in range(${count})]\n`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => localStorage.setItem('pyarena:editor', 'plain'));
  const cdp = await page.context().newCDPSession(page);
  // Times of the thread's own clock: other work on the machine disturbs them least.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${site}/playground`);
  await page.getByRole('textbox', { name: /source/i }).waitFor();

  report('a fixed loop, for comparing machines', `${(await yardstick(page, cdp)).toFixed(1)} ms`);
  report('from Run to the first picture, ms', await firstPictures(page));
  await run(page, changing);
  report('scrubbing 100,000 steps, 40 cards change', await busy(cdp, () => scrub(page)));
  await run(page, objects(10_000));
  report('scrubbing, 10,000 objects', await busy(cdp, () => scrub(page)));
  const startedAt = performance.now();
  await run(page, long);
  report('a million steps, from Run to the first picture', `${Math.round(performance.now() - startedAt)} ms`);
  report('scrubbing a million steps', await busy(cdp, () => scrub(page)));
  for (const count of [10_000, 1_000_000]) {
    await run(page, blocks(count));
    await page.getByRole('tab', { name: 'Memory' }).click();
    await page.getByTestId('map').waitFor({ timeout: 120_000 });
    report(`memory map, ${count.toLocaleString('en')} blocks: pan and zoom`, await busy(cdp, () => moveAbout(page)));
    await page.getByRole('tab', { name: 'Names and objects' }).click();
  }
} finally {
  await browser.close();
}

function report(what: string, figure: string): void {
  console.log(`${what.padEnd(56)}${figure}`);
}

async function run(page: Page, source: string): Promise<void> {
  await ready(page, source);
  await pressRun(page);
}

/** Puts a program into the editor and the run before to its start, so that the end of the next one is something new. */
async function ready(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /source/i }).fill(source);
  await page.getByRole('button', { name: 'To the start' }).click();
  await page.waitForFunction(() => document.querySelector('[data-testid=changes]')?.textContent?.startsWith('Nothing has run yet'), undefined, { timeout: 120_000 });
  await page.waitForTimeout(500);
}

/** Milliseconds from the press of the button until the frame that shows the end of the program has been drawn. */
function pressRun(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const says = document.querySelector('[data-testid=changes]');
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Run');
        const startedAt = performance.now();
        // The sentence is written together with the picture; the task after the next frame's begin comes when that frame is drawn.
        const watch = new MutationObserver(() => {
          if (says?.textContent?.startsWith('The program has ended') !== true) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)));
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        button?.click();
      }),
  );
}

async function firstPictures(page: Page): Promise<string> {
  const times: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    await ready(page, `class Node:\n    pass\na = Node()\nb = Node()\na.next = b\nb.next = a\nvalues = [n * n for n in range(${100 + turn})]\nprint(len(values))\n`);
    times.push(await pressRun(page));
  }
  return times.slice(1).map((ms) => ms.toFixed(0)).join(' ');
}

/** Busy time for ten million turns of an empty loop: 5 to 10 ms on a machine that does nothing else. */
async function yardstick(page: Page, cdp: CDPSession): Promise<number> {
  const loop = (): Promise<number> =>
    page.evaluate(() => {
      let sum = 0;
      for (let turn = 0; turn < 10_000_000; turn += 1) sum = (sum + turn) | 0;
      return sum;
    });
  await loop();
  const before = await metricsOf(cdp);
  await loop();
  return ((await metricsOf(cdp)).get('TaskDuration') ?? 0) * 1000 - (before.get('TaskDuration') ?? 0) * 1000;
}

/** Moves the playhead once a frame, over the whole run and back. */
function scrub(page: Page): Promise<Frames> {
  return page.evaluate(async (frames) => {
    const range = document.querySelector<HTMLInputElement>('.timeline-range');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (range === null || set === undefined) throw new Error('there is a timeline');
    const last = Number(range.max);
    const gaps: number[] = [];
    let drawn = 0;
    // A picture begins with an empty canvas, or is a change of the svg's elements.
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...area) {
      drawn += 1;
      clearRect.apply(this, area);
    };
    const watch = new MutationObserver(() => {
      drawn += 1;
    });
    const svg = document.querySelector('[data-testid=graph] svg') ?? document.body;
    watch.observe(svg, { childList: true, subtree: true, attributes: true, characterData: true });
    let before = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - before);
      before = now;
      set.call(range, String(Math.round(last * (0.2 + 0.6 * (frame / frames)))));
      range.dispatchEvent(new Event('input', { bubbles: true }));
    }
    watch.disconnect();
    CanvasRenderingContext2D.prototype.clearRect = clearRect;
    return { gaps, drawn };
  }, FRAMES);
}

/** Pans and zooms the map by one wheel turn a frame. */
function moveAbout(page: Page): Promise<Frames> {
  return page.evaluate(async (frames) => {
    const map = document.querySelector<HTMLCanvasElement>('[data-testid=map]');
    if (map === null) throw new Error('there is a map');
    const { left, top, width, height } = map.getBoundingClientRect();
    const gaps: number[] = [];
    let before = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - before);
      before = now;
      const zooms = frame % 3 !== 2;
      const deltaY = zooms ? (frame < frames / 2 ? -40 : 40) : 60;
      map.dispatchEvent(new WheelEvent('wheel', { deltaY, shiftKey: !zooms, clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true }));
    }
    return { gaps, drawn: frames };
  }, FRAMES);
}

interface Frames {
  readonly gaps: readonly number[];
  readonly drawn: number;
}

/** Busy time of the main thread for a frame, of which style and layout, and how many frames came late. */
async function busy(cdp: CDPSession, work: () => Promise<Frames>): Promise<string> {
  await work();
  const before = await metricsOf(cdp);
  const { gaps, drawn } = await work();
  const after = await metricsOf(cdp);
  const spent = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / FRAMES;
  const sorted = gaps.slice(1).toSorted((one, other) => one - other);
  const late = sorted.filter((ms) => ms > FRAME_MS * 1.5).length;
  const parts = (['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const).map((name) => spent(name).toFixed(1)).join(' / ');
  return `${spent('TaskDuration').toFixed(1)} ms a frame (script / style / layout ${parts}); median gap ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms, ${late} of ${FRAMES} late, ${drawn} pictures`;
}

async function metricsOf(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
