/** What is burned into every picture that leaves the app. */
export interface Caption {
  readonly title: string
  readonly subtitle: string
  /** Model, county, seeds, standard and date. */
  readonly source: string
}

const inherited = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'fill-opacity', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor'] as const
const namespace = 'http://www.w3.org/2000/svg'

const leading = 1.4

/** A text in lines that fit: broken after “ · ”, and where that is not enough at spaces and between Chinese letters. Breadths are estimates, on the wide side. */
function linesOf(text: string, size: number, width: number): readonly string[] {
  const breadth = (part: string) => [...part].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1.02 : 0.58) * size, 0)
  const lines = ['']
  const put = (part: string, smaller: RegExp | null) => {
    const line = lines[lines.length - 1]!
    if (breadth(line + part.trimEnd()) <= width) lines[lines.length - 1] = line + part
    else if (breadth(part.trimEnd()) <= width || smaller === null) lines.push(part.trimStart())
    else for (const piece of part.match(smaller) ?? []) put(piece, null)
  }
  for (const part of text.split(/(?<= · )/)) put(part, /[\u2e80-\uffef]|[^\u2e80-\uffef\s]+|\s+/g)
  return lines.filter((line) => line !== '')
}

/** Pixels of a drawing, its caption included. */
export interface Size {
  readonly width: number
  readonly height: number
}

const captionSize = { title: 15, small: 12 } as const
const edge = 12

/** The lines of a caption for a width, and the room they take above and below the drawing. */
function captionFor({ title, subtitle, source }: Caption, width: number) {
  const texts = [
    { size: captionSize.title, weight: '600', lines: linesOf(title, captionSize.title, width - 2 * edge) },
    { size: captionSize.small, weight: '400', lines: linesOf(subtitle, captionSize.small, width - 2 * edge) },
  ]
  const day = new Date().toISOString().slice(0, 10)
  const foot = { size: captionSize.small, weight: '400', lines: linesOf(`${source} · ${day}`, captionSize.small, width - 2 * edge) }
  const top = 10 + texts.reduce((sum, { size, lines }) => sum + lines.length * size * leading, 0)
  const bottom = 10 + foot.lines.length * foot.size * leading
  return { texts, foot, top, bottom }
}

/** What is left for the drawing itself when a picture of a size is captioned. */
export function roomFor(caption: Caption, { width, height }: Size): Size {
  const { top, bottom } = captionFor(caption, width)
  return { width, height: height - top - bottom }
}

/** A copy of a drawing with its looks written into every element, so that it needs no style sheet; in a picture of `size`, else as large as drawn. */
function standalone(drawing: SVGSVGElement, caption: Caption, size?: Size): SVGSVGElement {
  const width = size?.width ?? drawing.clientWidth
  const { texts, foot, top, bottom } = captionFor(caption, width)
  const height = size ? size.height - top - bottom : drawing.clientHeight
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, k) => {
    const looks = getComputedStyle(original)
    const target = copies[k]!
    for (const name of inherited) target.style.setProperty(name, looks.getPropertyValue(name))
    target.removeAttribute('class')
    target.removeAttribute('tabindex')
  })
  const whole = document.createElementNS(namespace, 'svg')
  whole.setAttribute('xmlns', namespace)
  whole.setAttribute('width', String(width))
  whole.setAttribute('height', String(height + top + bottom))
  whole.setAttribute('viewBox', `0 0 ${width} ${height + top + bottom}`)
  const looks = getComputedStyle(document.documentElement)
  const paper = document.createElementNS(namespace, 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', looks.getPropertyValue('--paper'))
  whole.append(paper)
  /** Writes lines downwards from `y`; tells where they end. */
  const say = ({ size, weight, lines }: (typeof texts)[number], y: number): number =>
    lines.reduce((at, line) => {
      const element = document.createElementNS(namespace, 'text')
      element.setAttribute('x', '12')
      element.setAttribute('y', String(at + size))
      element.setAttribute('font-size', String(size))
      element.setAttribute('font-weight', weight)
      element.setAttribute('font-family', looks.fontFamily)
      element.setAttribute('fill', looks.getPropertyValue('--ink-1'))
      element.textContent = line
      whole.append(element)
      return at + size * leading
    }, y)
  texts.reduce((y, text) => say(text, y), 4)
  say(foot, height + top + 2)
  copy.setAttribute('y', String(top))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  whole.append(copy)
  return whole
}

/** The text of a drawing as an SVG file. */
export const svgText = (drawing: SVGSVGElement, caption: Caption, size?: Size): string => new XMLSerializer().serializeToString(standalone(drawing, caption, size))

/** Offers a text as a file. */
export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name)
}

/** Offers bytes as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Offers a drawing as an SVG file. */
export function saveSvg(drawing: SVGSVGElement | null, caption: Caption, file: string): void {
  if (drawing) saveText(svgText(drawing, caption), `${file}.svg`, 'image/svg+xml')
}

/** Pixels of a slide. */
const slide: Size = { width: 1920, height: 1080 }

/** The text of an SVG as PNG: as large as fits into `pixels`, in the middle. */
export async function pngOfSvg(text: string, pixels: Size): Promise<Blob | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const scale = Math.min(pixels.width / image.width, pixels.height / image.height)
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  context.fillRect(0, 0, pixels.width, pixels.height)
  const [width, height] = [image.width * scale, image.height * scale]
  context.drawImage(image, (pixels.width - width) / 2, (pixels.height - height) / 2, width, height)
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A drawing as PNG for a slide of 16 to 9. */
export const pngOf = (drawing: SVGSVGElement, caption: Caption): Promise<Blob | null> => pngOfSvg(svgText(drawing, caption), slide)

/** Offers a drawing as a PNG file. */
export async function savePng(drawing: SVGSVGElement | null, caption: Caption, file: string): Promise<void> {
  const blob = drawing ? await pngOf(drawing, caption) : null
  if (blob) saveBlob(blob, `${file}.png`)
}
