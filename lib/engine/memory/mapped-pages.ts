// Where Linux puts what malloc maps for its own (mm/mmap.c): as high as it fits, below everything mapped so far.
import { MAPPED_TOP } from './address-space.ts';

/** A stretch that was unmapped again, in block units. */
interface Gap {
  start: number;
  units: number;
}

/** The mappings of one process that malloc asked for, in units of 16 bytes. */
export class MappedPages {
  private lowest = MAPPED_TOP;
  /** Highest first; no two touch. */
  private readonly gaps: Gap[] = [];

  /** First unit of a new mapping. */
  map(units: number): number {
    const at = this.gaps.findIndex((gap) => gap.units >= units);
    if (at < 0) return (this.lowest -= units);
    const gap = this.gaps[at] as Gap;
    gap.units -= units;
    if (gap.units === 0) this.gaps.splice(at, 1);
    return gap.start + gap.units;
  }

  unmap(start: number, units: number): void {
    let at = this.gaps.findIndex((gap) => gap.start < start);
    if (at < 0) at = this.gaps.length;
    this.gaps.splice(at, 0, { start, units });
    this.join(at);
    if (at > 0) this.join(at - 1);
    const last = this.gaps.at(-1);
    if (last === undefined || last.start !== this.lowest) return;
    this.lowest += last.units;
    this.gaps.pop();
  }

  /** mremap: shrinks where it lies, grows into the gap above it when that is wide enough, else moves. Answers the first unit. */
  remap(start: number, units: number, wanted: number): number {
    if (wanted <= units) {
      if (wanted < units) this.unmap(start + wanted, units - wanted);
      return start;
    }
    const more = wanted - units;
    const at = this.gaps.findIndex((gap) => gap.start === start + units && gap.units >= more);
    const gap = this.gaps[at];
    if (gap !== undefined) {
      gap.start += more;
      gap.units -= more;
      if (gap.units === 0) this.gaps.splice(at, 1);
      return start;
    }
    const moved = this.map(wanted);
    this.unmap(start, units);
    return moved;
  }

  /** One gap of the gap at `at` and the one below it, if they touch. */
  private join(at: number): void {
    const [above, below] = [this.gaps[at], this.gaps[at + 1]];
    if (above === undefined || below === undefined || below.start + below.units !== above.start) return;
    below.units += above.units;
    this.gaps.splice(at, 1);
  }
}
