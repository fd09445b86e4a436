import { dayOf } from '../../words/format.ts'
import { breadthOf } from './prepare/breadth.ts'

/** What is burned into every picture that leaves the app. */
export interface Caption {
  readonly title: string
  readonly subtitle: string
  /** Model, county, seeds, standard and date. */
  readonly source: string
}

const inherited = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linejoin', 'stroke-linecap', 'paint-order', 'fill-opacity', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor'] as const
const namespace = 'http://www.w3.org/2000/svg'

const leading = 1.4

/** A text in lines that fit: broken at “ · ”, and where that is not enough at spaces and between Chinese letters. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const breadth = (part: string) => breadthOf(part, size)
  const lines = ['']
  const put = (part: string, smaller: RegExp | null) => {
    const line = lines[lines.length - 1]!
    if (breadth(line + part.trimEnd()) <= width) lines[lines.length - 1] = line + part
    else if (breadth(part.trimEnd()) <= width || smaller === null) lines.push(part.trimStart())
    else for (const piece of part.match(smaller) ?? []) put(piece, null)
  }
  for (const part of text.split(/(?<= · )/)) put(part, /[\u2e80-\uffef\u{20000}-\u{3ffff}]|[^\u2e80-\uffef\u{20000}-\u{3ffff}\s]+|\s+/gu)
  return lines.map((line, k) => (k < lines.length - 1 ? line.replace(/ · $/, '') : line)).filter((line) => line !== '')
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
  const day = dayOf(new Date())
  const foot = { size: captionSize.small, weight: '400', lines: linesOf(`${source} · ${day}`, captionSize.small, width - 2 * edge) }
  const top = 10 + texts.reduce((sum, { size, lines }) => sum + lines.length * size * leading, 0)
  const bottom = 10 + foot.lines.length * foot.size * leading
  return { texts, foot, top, bottom }
}

/** What is left for the drawing itself when a picture of a size is captioned. */
export function roomFor(caption: Caption, { width, height }: Size): Size {
  const { top, bottom } = captionFor(caption, width)
  return { width: width - 2 * edge, height: height - top - bottom }
}

/** Documents are white whatever the page is: reads looks as they are in the light. */
function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement
  const theme = dataset['theme']
  dataset['theme'] = 'light'
  const found = read()
  if (theme === undefined) delete dataset['theme']
  else dataset['theme'] = theme
  return found
}

/** What only a page needs: focus and classes, and words for the ear, which may name schools that the picture does not. */
function strip(element: SVGElement): void {
  for (const { name } of [...element.attributes]) if (/^(aria-.*|data-.*|role|class|tabindex)$/.test(name)) element.removeAttribute(name)
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** The lines of a text, downwards from `y`. */
function linesAt(y: number, { size, weight, lines }: ReturnType<typeof captionFor>['texts'][number]): readonly SVGElement[] {
  const looks = getComputedStyle(document.documentElement)
  return lines.map((line, k) => {
    const text = element('text', { x: edge, y: y + k * size * leading + size, 'font-size': size, 'font-weight': weight, 'font-family': looks.fontFamily, fill: looks.getPropertyValue('--ink-1') })
    text.textContent = line
    return text
  })
}

/** A copy of a drawing with its looks written into every element, so that it needs no style sheet, and without what only the page needs. */
function withLooks(drawing: SVGSVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  ;[drawing, ...drawing.querySelectorAll<SVGElement>('*')].forEach((original, k) => {
    const looks = getComputedStyle(original)
    const target = copies[k]!
    for (const name of inherited) target.style.setProperty(name, looks.getPropertyValue(name))
    strip(target)
  })
  for (const words of copy.querySelectorAll('title, desc')) words.remove()
  return copy
}

/** A drawing that stands by itself, its caption around it; in a picture of `size`, else as large as drawn. */
function standalone(drawing: SVGSVGElement, caption: Caption, size?: Size): SVGElement {
  const width = size?.width ?? drawing.clientWidth
  const { texts, foot, top, bottom } = captionFor(caption, width)
  const height = size ? size.height - top - bottom : drawing.clientHeight
  const whole = element('svg', { xmlns: namespace, role: 'img', 'aria-label': caption.title, width, height: height + top + bottom, viewBox: `0 0 ${width} ${height + top + bottom}` })
  whole.append(element('rect', { width: '100%', height: '100%', fill: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim() }))
  let y = 4
  for (const text of texts) {
    whole.append(...linesAt(y, text))
    y += text.lines.length * text.size * leading
  }
  whole.append(...linesAt(height + top + 2, foot))
  const copy = withLooks(drawing)
  const beside = size ? edge : 0
  for (const [key, value] of Object.entries({ x: beside, y: top, width: width - 2 * beside, height })) copy.setAttribute(key, String(value))
  whole.append(copy)
  return whole
}

/** A text that XML may hold: signs of control and halves of letters, as names in old exports have them, are marked as unreadable. */
// eslint-disable-next-line no-control-regex -- they are what XML forbids
export const sound = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')

/** An element as XML. */
export const xmlOf = (element: SVGElement): string => sound(new XMLSerializer().serializeToString(element))

/** The text of a drawing as an SVG file. */
export const svgText = (drawing: SVGSVGElement, caption: Caption, size?: Size): string => inLight(() => xmlOf(standalone(drawing, caption, size)))

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

/** Frames of pictures that leave: pixels of the file, and how many stand for one of the drawing, so that its smallest words can be read there. */
export const frames = {
  slide: { width: 1920, height: 1080, scale: 2.28 },
  half: { width: 1240, height: 877, scale: 1.6 },
  square: { width: 1080, height: 1080, scale: 1.8 },
} as const
export type FrameName = keyof typeof frames

/** Pixels of the drawing, its caption included, that fills a frame. */
export const drawnIn = (frame: FrameName): Size => ({ width: frames[frame].width / frames[frame].scale, height: frames[frame].height / frames[frame].scale })

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
  context.fillStyle = inLight(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))
  context.fillRect(0, 0, pixels.width, pixels.height)
  const [width, height] = [image.width * scale, image.height * scale]
  context.drawImage(image, (pixels.width - width) / 2, (pixels.height - height) / 2, width, height)
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Offers an SVG text as a PNG file that fills a frame, `times` as fine; false where the browser could not draw it. */
export async function savePng(text: string, frame: FrameName, file: string, times = 1): Promise<boolean> {
  const { width, height } = frames[frame]
  const blob = await pngOfSvg(text, { width: width * times, height: height * times }).catch(() => null)
  if (blob) saveBlob(blob, `${file}.png`)
  return blob !== null
}

/** Offers an SVG text as a file. */
export const saveSvg = (text: string, file: string): void => saveText(text, `${file}.svg`, 'image/svg+xml')
