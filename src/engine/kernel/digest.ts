/** FNV-1a, 64 bits, kept in two 32-bit halves so that no engine needs BigInt arithmetic for it. */
export class Digest {
  private high = 0xcbf29ce4
  private low = 0x84222325

  /** Adds bytes. */
  bytes(data: Uint8Array): this {
    let { high, low } = this
    for (let i = 0; i < data.length; i++) {
      low = (low ^ data[i]) >>> 0
      // times 0x100000001b3 modulo 2^64: the prime is 2^40 + 0x1b3
      const low0 = (low & 0xffff) * 0x1b3
      const low1 = (low >>> 16) * 0x1b3 + (low0 >>> 16)
      high = (Math.imul(high, 0x1b3) + (low << 8) + ((low1 / 65536) | 0)) >>> 0
      low = (((low1 & 0xffff) << 16) | (low0 & 0xffff)) >>> 0
    }
    this.high = high
    this.low = low
    return this
  }

  /** Adds numbers as 64-bit little-endian doubles, the same on every machine. −0 counts as 0; NaN has one pattern. */
  numbers(values: ArrayLike<number>): this {
    const view = new DataView(new ArrayBuffer(8 * values.length))
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (value !== value) view.setUint32(8 * i + 4, 0x7ff80000, true)
      else view.setFloat64(8 * i, value + 0, true)
    }
    return this.bytes(new Uint8Array(view.buffer))
  }

  /** Adds a text as UTF-16 code units, little-endian, preceded by its length. */
  text(text: string): this {
    const units = new Uint8Array(4 + 2 * text.length)
    new DataView(units.buffer).setUint32(0, text.length, true)
    for (let i = 0; i < text.length; i++) {
      units[4 + 2 * i] = text.charCodeAt(i) & 255
      units[5 + 2 * i] = text.charCodeAt(i) >>> 8
    }
    return this.bytes(units)
  }

  /** 16 hex digits. */
  hex(): string {
    return hex8(this.high) + hex8(this.low)
  }
}

const hex8 = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
