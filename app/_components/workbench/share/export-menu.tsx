'use client'
// Two buttons that save the view's picture.
import { download, pngOf, svgOfCanvas, svgText } from './export-picture.ts'

interface ExportMenuProps {
  /** Stem of the file's name. */
  readonly name: string
  /** Where the picture is, from the view's frame. */
  readonly selector: string
}

/** SVG and PNG. */
export function ExportMenu({ name, selector }: ExportMenuProps) {
  const save = async (button: HTMLElement, kind: 'svg' | 'png') => {
    const picture = button.closest('.view-frame')?.querySelector(selector)
    if (!(picture instanceof SVGSVGElement) && !(picture instanceof HTMLCanvasElement)) return
    const blob =
      kind === 'png' ? await pngOf(picture) : new Blob([picture instanceof SVGSVGElement ? svgText(picture) : svgOfCanvas(picture)], { type: 'image/svg+xml' })
    if (blob !== null) download(blob, `pyarena-${name}.${kind}`)
  }
  return (['svg', 'png'] as const).map((kind) => (
    <button key={kind} type="button" className="tool-button" aria-label={`Save the picture as ${kind.toUpperCase()}`} title={`Save the picture as ${kind.toUpperCase()}`} onClick={(event) => void save(event.currentTarget, kind)}>
      {kind.toUpperCase()}
    </button>
  ))
}
