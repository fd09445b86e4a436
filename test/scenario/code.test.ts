import { describe, expect, it } from 'vitest'
import { positionsFor, positionsOf, readCode, settingsOf, writeCode, type CodeBook } from '../../src/scenario/code.ts'
import { registry } from './fixtures.ts'

/** Ten levers with 51 positions and one with two: like the rail of the first screen. */
const book: CodeBook = {
  letter: 'A',
  fields: [
    ...Array.from({ length: 10 }, (_, f) => ({
      policy: `policy-${Math.floor(f / 2)}`,
      lever: `lever${f}`,
      values: Array.from({ length: 51 }, (__, v) => v / 100),
    })),
    { policy: 'policy-0', lever: 'direction', values: ['down', 'exchange'] },
  ],
}
const books = [book, { letter: 'B', fields: book.fields.slice(0, 2) }]

/** Numbers without a pattern, the same in every run of the tests (xorshift). */
function* chance(): Generator<number> {
  let x = 2463534242
  for (;;) {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    yield (x >>> 0) / 4294967296
  }
}

const draws = chance()
const draw = (n: number): number => Math.floor((draws.next().value as number) * n)
const randomPositions = (): number[] => book.fields.map(({ values }) => draw(values.length + 1))
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('scenario codes', () => {
  it('go there and back for 10,000 random settings', () => {
    for (let i = 0; i < 10_000; i++) {
      const positions = randomPositions()
      const read = readCode(books, writeCode(book, positions))
      expect(read.problems).toEqual([])
      expect(read.book === book && read.positions).toEqual(positions)
    }
  })

  it('find every wrong sign and every swap of neighbours', () => {
    let errors = 0
    let found = 0
    for (let i = 0; i < 300; i++) {
      const code = writeCode(book, randomPositions()).replaceAll('-', '')
      for (let at = 0; at < code.length; at++) {
        for (const sign of signs) {
          if (sign === code[at]) continue
          errors++
          found += readCode(books, code.slice(0, at) + sign + code.slice(at + 1)).problems.length > 0 ? 1 : 0
        }
        if (at === 0 || code[at] === code[at - 1]) continue
        errors++
        found += readCode(books, code.slice(0, at - 1) + code[at]! + code[at - 1]! + code.slice(at + 1)).problems.length > 0 ? 1 : 0
      }
    }
    expect(errors).toBeGreaterThan(100_000)
    expect(found).toBe(errors)
  })

  it('look as on the form: a letter, groups of five, two check signs', () => {
    // 52^10 × 3 settings need 12 signs of 32: 32^11 < 52^10 × 3 ≤ 32^12
    expect(writeCode(book, randomPositions())).toMatch(/^A-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{2}-[0-9A-Z]{2}$/)
    expect(writeCode(book, [])).toMatch(/^A-00000-00000-00-/)
  })

  it('are read as people write them', () => {
    const positions = randomPositions()
    const code = writeCode(book, positions)
    for (const written of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      ` ${code} `,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('-', '—'),
      'Ａ' + code.slice(1),
    ]) {
      expect(readCode(books, written)).toMatchObject({ problems: [], positions })
    }
  })

  it('say what is wrong, in both languages', () => {
    const code = writeCode(book, randomPositions())
    expect(readCode(books, '').problems[0]!.text.zh).toBe('没有填写方案码。')
    expect(readCode(books, code.slice(0, -1)).problems[0]!.text).toEqual({
      en: 'The code has 14 signs instead of 15.',
      zh: '方案码有14个字符，应为15个。',
    })
    expect(readCode(books, `A-U${code.slice(3)}`).problems[0]!.text.zh).toContain('第2个字符“U”')
    expect(readCode(books, `Z${code.slice(1)}`).problems[0]!.hint!.en).toBe('Codes begin with: A, B.')
    expect(readCode(books, 'x'.repeat(100_000)).problems).toHaveLength(1)
  })

  it('carry settings: what is not used stays out, what lies between positions moves to the nearest', () => {
    const settings = new Map([
      ['policy-0', { lever0: 0.1, direction: 'exchange' }],
      ['policy-4', { lever9: 0.123 }],
    ])
    const { positions, moved } = positionsFor(book, settings)
    expect(moved.map(({ lever }) => lever)).toEqual(['lever9'])
    expect(settingsOf(book, positions)).toEqual(
      new Map([
        ['policy-0', { lever0: 0.1, direction: 'exchange' }],
        ['policy-4', { lever9: 0.12 }],
      ]),
    )
  })

  it('take the positions of a lever from its declaration', () => {
    const { share, direction } = registry.policies[0]!.parameters as never as Record<string, never>
    expect(positionsOf(share!)).toHaveLength(51)
    expect(positionsOf(share!)).toContain(0.1)
    expect(positionsOf(direction!)).toEqual(['to-weaker', 'exchange'])
  })
})
