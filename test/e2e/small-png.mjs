import { crc32, deflateSync } from 'node:zlib'

/* A screenshot as a PNG of at most 256 colours: flat interfaces lose nothing that an eye can see, and a third of the bytes remain. */

const colours = 256

/** The picture’s pixels, decoded by the browser that took it, as width, height and RGBA. */
async function pixelsOf(page, png) {
  const { width, height, text } = await page.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768))
    return { width: image.width, height: image.height, text: btoa(text) }
  }, png.toString('base64'))
  return { width, height, data: Buffer.from(text, 'base64') }
}

/** The colours used most, by a grid of 32 steps a channel once there are too many, and the number of each pixel’s colour. */
function paletteOf(data) {
  const counts = new Map()
  for (let at = 0; at < data.length; at += 4) {
    const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const chosen = []
  const cells = new Set()
  for (const [key] of [...counts].sort((a, b) => b[1] - a[1])) {
    const cell = key & 0xf8f8f8
    // the commonest few stand as they are; after them one colour per cell
    if (chosen.length >= 48 && cells.has(cell)) continue
    cells.add(cell)
    chosen.push(key)
    if (chosen.length === colours) break
  }
  const nearest = new Map(chosen.map((key, k) => [key, k]))
  for (const key of counts.keys()) {
    if (nearest.has(key)) continue
    let best = 0
    let least = Infinity
    chosen.forEach((other, k) => {
      const r = ((key >> 16) & 255) - ((other >> 16) & 255)
      const g = ((key >> 8) & 255) - ((other >> 8) & 255)
      const b = (key & 255) - (other & 255)
      const away = 3 * r * r + 6 * g * g + b * b
      if (away < least) [least, best] = [away, k]
    })
    nearest.set(key, best)
  }
  return { chosen, nearest }
}

function chunk(kind, body) {
  const whole = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, check])
}

/** `png` with a palette. `page` is any open page of a browser, which decodes it. */
export async function smallPng(page, png) {
  const { width, height, data } = await pixelsOf(page, png)
  const { chosen, nearest } = paletteOf(data)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      rows[y * (width + 1) + 1 + x] = nearest.get((data[at] << 16) | (data[at + 1] << 8) | data[at + 2])
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(chosen.flatMap((key) => [(key >> 16) & 255, (key >> 8) & 255, key & 255]))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const small = Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
  return small.length < png.length ? small : png
}
