import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { qrOf } from '../../src/app/share/qr.ts'


/** Draws the path as a camera would see it, `scale` pixels to a square, and has an independent reader read it. */
function readBack(text: string, scale = 4): string | undefined {
  const qr = qrOf(text)!
  const side = qr.size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, w] of qr.path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++)
      for (let px = Number(x) * scale; px < (Number(x) + Number(w)) * scale; px++) pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3)
  }
  return jsqr(pixels, side, side)?.data
}

describe('a QR code', () => {
  test('of a scenario code comes back as it went, and is coarse', () => {
    const text = 'https://example.org/hengtu/#c1.A-131JR-XR-3H'
    expect(readBack(text)).toBe(text)
    expect(qrOf(text)!.size).toBeLessThanOrEqual(45)
  })

  test('of a link of the usual length comes back as it went', () => {
    const text = `https://example.org/hengtu/#v1.${'nVO7bttAEPyV4GpSoCRSiNk5AVIESZUiReBiebckV7xXdo-WZUH_nqMtBbZzJ'.repeat(12)}`
    expect(text.length).toBeGreaterThan(750)
    expect(readBack(text)).toBe(text)
  })

  test('is not drawn where no phone could read it', () => expect(qrOf('x'.repeat(1100))).toBeNull())
})
