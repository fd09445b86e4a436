import { describe, expect, test } from 'vitest'
import { Digest } from '../../../src/engine/kernel/digest.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** FNV-1a of 64 bits in BigInt, as its authors write it. */
function fnv(bytes: Iterable<number>): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

// test vectors of the FNV reference distribution
test.each([['', 'cbf29ce484222325'], ['a', 'af63dc4c8601ec8c'], ['b', 'af63df4c8601f1a5'], ['foo', 'dcb27518fed9d577'], ['foobar', '85944171f73967e8'], ['chongo was here!\n', '46810940eff5f915']])('%j has the published digest', (text, hex) => {
  expect(fnv(ascii(text))).toBe(hex)
  expect(new Digest().bytes(ascii(text)).hex()).toBe(hex)
})

test('bytes give FNV-1a whatever their number and value', () => {
  const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 131 + (i >> 3) * 17) & 255)
  for (const length of [1, 2, 3, 255, 256, 257, 3000]) expect(new Digest().bytes(bytes.subarray(0, length)).hex()).toBe(fnv(bytes.subarray(0, length)))
  for (let byte = 0; byte < 256; byte++) expect(new Digest().bytes(Uint8Array.of(byte, byte)).hex()).toBe(fnv([byte, byte]))
})

test('parts add up to the whole', () => {
  expect(new Digest().bytes(ascii('foo')).bytes(ascii('bar')).hex()).toBe('85944171f73967e8')
})

describe('numbers', () => {
  const little = (values: readonly number[]): Uint8Array => {
    const view = new DataView(new ArrayBuffer(8 * values.length))
    values.forEach((value, i) => view.setFloat64(8 * i, value, true))
    return new Uint8Array(view.buffer)
  }

  test('are digested as little-endian doubles', () => {
    for (const values of [[0], [1], [-1, 0.1, 1e308, 5e-324], [Infinity, -Infinity]]) expect(new Digest().numbers(values).hex()).toBe(fnv(little(values)))
    expect(new Digest().numbers(Int16Array.of(3, -4)).hex()).toBe(fnv(little([3, -4])))
  })

  test('take −0 for 0 and every NaN for one', () => {
    expect(new Digest().numbers([-0]).hex()).toBe(new Digest().numbers([0]).hex())
    const odd = new Float64Array(new BigUint64Array([0xfff8000000000123n]).buffer)
    expect(odd[0]).toBeNaN()
    expect(new Digest().numbers(odd).hex()).toBe(new Digest().numbers([NaN]).hex())
    expect(new Digest().numbers([NaN]).hex()).toBe(fnv([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]))
  })

  test('tell order, length and a last bit apart', () => {
    const hexes = [[1, 2], [2, 1], [1, 2, 0], [1 + 2 ** -52, 2], [], [0]].map((values) => new Digest().numbers(values).hex())
    expect(new Set(hexes).size).toBe(hexes.length)
  })
})

test('texts are digested with their length, so that they cannot run together', () => {
  expect(new Digest().text('县a').hex()).toBe(fnv([2, 0, 0, 0, 0xbf, 0x53, 0x61, 0]))
  expect(new Digest().text('ab').text('c').hex()).not.toBe(new Digest().text('a').text('bc').hex())
})
