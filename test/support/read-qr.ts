import jsqr from 'jsqr'

/** Reads a code as a camera would: the path of its dark squares, `scale` pixels to a square, by a reader of somebody else’s. */
export function readQr({ size, path }: { readonly size: number; readonly path: string }, scale = 4): string | undefined {
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, w] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++)
      for (let px = Number(x) * scale; px < (Number(x) + Number(w)) * scale; px++) pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3)
  }
  return jsqr(pixels, side, side)?.data
}
