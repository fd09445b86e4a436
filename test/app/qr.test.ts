import { describe, expect, test } from 'vitest'
import { qrOf } from '../../src/app/share/qr.ts'
import { readQr } from '../support/read-qr.ts'

const readBack = (text: string): string | undefined => readQr(qrOf(text)!)

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
