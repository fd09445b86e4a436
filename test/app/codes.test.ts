import { describe, expect, it } from 'vitest'
import { servicesOf } from '../../src/app/services.ts'
import { bookOf, books, countyOf } from '../../src/app/share/books.ts'
import { openText } from '../../src/app/share/open.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { positionsFor, readCode, settingsOf, writeCode, type Settings } from '../../src/scenario/code.ts'

const { rail } = servicesOf({} as Runner, shippedCounties)
const of = (entries: Readonly<Record<string, Readonly<Record<string, number>>>>): Settings => new Map(Object.entries(entries))

describe('scenario codes of the app', () => {
  it('that are out keep opening, with the levers they were made of', () => {
    expect(openText('A-131JR-XR-3H', shippedCounties)).toEqual({ kind: 'code', county: 'plain-county', levers: { 'teacher-rotation': { share: 0.12 }, 'directed-hiring': { share: 0.4 } } })
    expect(openText('B-0XMJ9-VE-X0', shippedCounties)).toEqual({ kind: 'code', county: 'mountain-county', levers: { 'teacher-rotation': { share: 0.1 }, 'directed-hiring': { share: 0.2 }, 'funding-tilt': { size: 20 }, 'enrolment-quota': { tiltRural: 0.05 } } })
    expect(openText('C-02YGQ-0G-JN', shippedCounties)).toMatchObject({ kind: 'code', county: 'city-county', levers: { 'teacher-rotation': { share: 0, backboneShare: 0.05 } } })
  })
  it('carry all ten levers of the rail, each exactly', () => {
    const longest = books.find(({ letter }) => letter === 'D')!
    expect(longest.fields.map(({ policy, lever }) => `${policy}.${lever}`).sort()).toEqual(rail.map(({ policy, lever }) => `${policy}.${lever}`).sort())
    const plan = of({ 'teacher-rotation': { share: 0.12 }, 'rural-allowance': { village: 650 }, 'school-standardisation': { money: 12_500_000 }, 'school-group': { coverage: 0.35 }, 'network-adjustment': { closeBelow: 45 } })
    const book = bookOf('plain-county', plan)!
    const { positions, moved } = positionsFor(book, plan)
    expect(moved).toEqual([])
    const read = readCode(books, writeCode(book, positions))
    expect(read).toMatchObject({ book: { letter: 'D' }, positions })
    expect(settingsOf(book, positions)).toEqual(plan)
  })
  it('are short where six levers are enough, whatever no code carries', () => {
    const six = of({ 'teacher-rotation': { share: 0.12, length: 3 }, mentoring: { pairs: 5 } })
    expect(bookOf('plain-county', six)!.letter).toBe('A')
    expect(bookOf('city-county', of({ 'school-group': { coverage: 0.5 } }))!.letter).toBe('F')
    expect(bookOf('my-county', six)).toBeUndefined()
    for (const { letter } of books) expect(countyOf(letter)).toMatch(/-county$/)
  })
  it('Q30 of ten levers show every wrong sign and every swap of neighbours', () => {
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const book = books.find(({ letter }) => letter === 'E')!
    const code = writeCode(book, book.fields.map(({ values }, f) => (7 * f + 3) % values.length)).replaceAll('-', '')
    const wrong = [...code].flatMap((own, at) => [...signs].filter((sign) => sign !== own).map((sign) => code.slice(0, at) + sign + code.slice(at + 1)))
    const swapped = [...code].flatMap((own, at) => (at > 0 && code[at - 1] !== own ? [code.slice(0, at - 1) + own + code[at - 1]! + code.slice(at + 1)] : []))
    for (const text of [...wrong, ...swapped]) expect([text, readCode(books, text).problems.length > 0]).toEqual([text, true])
  })
})
