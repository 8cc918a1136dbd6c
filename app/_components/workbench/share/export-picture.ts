// Pictures of a view as files: an svg element with its styles written into it, or its pixels.

const carried = [
  'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'transform', 'filter', 'visibility',
] as const

/** An svg element as a text that stands alone: what the page's style sheets say is in it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, order) => {
    const style = getComputedStyle(original)
    const target = copies[order]
    target?.setAttribute('style', carried.map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value !== '' && value !== 'none' || false).map(([name, value]) => `${name}:${value}`).join(';') + (style.fill === 'none' ? ';fill:none' : ''))
    target?.removeAttribute('tabindex')
  })
  const ground = getComputedStyle(svg.parentElement ?? svg).backgroundColor
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.style.background = ground
  return new XMLSerializer().serializeToString(copy)
}

/** The pixels of a picture, twice as fine as it is shown. */
export async function pngOf(picture: SVGSVGElement | HTMLCanvasElement): Promise<Blob | null> {
  if (picture instanceof HTMLCanvasElement) return await new Promise((resolve) => picture.toBlob(resolve))
  const { width, height } = picture.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(8_000, width * 2)
  canvas.height = Math.min(8_000, height * 2)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve) => canvas.toBlob(resolve))
}

/** A canvas as an svg: its pixels in an image element. */
export function svgOfCanvas(canvas: HTMLCanvasElement): string {
  const { width, height } = canvas
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${canvas.toDataURL()}"/></svg>`
}

/** Hands a file to the browser. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
