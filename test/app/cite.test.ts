import { describe, expect, test } from 'vitest'
import { cite } from '../../src/app/share/cite.ts'
import { tableHtml, tableText } from '../../src/app/share/clipboard.ts'

const cited = { author: 'Hengtu developers', title: '衡图 · 县域测算', version: '0.1.0', date: new Date('2026-11-26T08:00:00Z'), address: 'https://example.org/h/', note: 'seed 2026, 85 % & more' }

describe('a citation', () => {
  test('by GB/T 7714-2015: name, title, carrier, day of citation in brackets, address', () =>
    expect(cite('GB/T 7714', cited)).toBe('Hengtu developers. 衡图 · 县域测算: 0.1.0[CP/OL]. (2026)[2026-11-26]. https://example.org/h/. seed 2026, 85 % & more.'))
  test('names its author in the language of its note', () =>
    expect(cite('GB/T 7714', { ...cited, author: '衡图开发者' })).toMatch(/^衡图开发者\. 衡图/))
  test('for BibTeX has balanced braces and no sign that TeX would run', () => {
    const text = cite('BibTeX', { ...cited, note: '50 % of {x}_1 \\input' })
    expect([...text].filter((sign) => sign === '{').length).toBe([...text].filter((sign) => sign === '}').length)
    expect(text).toContain('note    = {50 \\% of x\\_1 input}')
    expect(text).toContain('urldate = {2026-11-26}')
  })
  test('as RIS begins with its type and ends with its end, every line a tag', () => {
    const lines = cite('RIS', cited).split('\r\n')
    expect(lines[0]).toBe('TY  - COMP')
    expect(lines.at(-1)).toBe('ER  - ')
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
  })
})

describe('a table for the clipboard', () => {
  const twin = { heads: ['a', 'b'], rows: [['<script>', '1']] }
  test('is never markup of its own', () => expect(tableHtml(twin)).toContain('&lt;script&gt;'))
  test('is cells apart by tabs as plain text', () => expect(tableText(twin)).toBe('a\tb\n<script>\t1'))
})
