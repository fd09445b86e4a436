import { describe, expect, test } from 'vitest'
import { cite } from '../../src/app/share/cite.ts'
import { quantity } from '../../src/app/charts/prepare/twin.ts'
import { tableHtml, tableText } from '../../src/app/share/clipboard.ts'

const cited = { author: 'Hengtu developers', title: '衡图 · 县域测算', version: '0.1.0', released: '2025-11-20', date: new Date('2026-11-26T08:00:00Z'), scenario: '1a2b3c4d5e6f', address: 'https://example.org/h/', note: 'seed 2026, 85 % & more' }

describe('a citation', () => {
  test('by GB/T 7714-2015: name, title, carrier, day of citation in brackets, address', () =>
    expect(cite('GB/T 7714', cited)).toBe('Hengtu developers. 衡图 · 县域测算: 0.1.0[CP/OL]. (2025-11-20)[2026-11-26]. https://example.org/h/. seed 2026, 85 % & more.'))
  test('names its author in the language of its note', () =>
    expect(cite('GB/T 7714', { ...cited, author: '衡图开发者' })).toMatch(/^衡图开发者\. 衡图/))
  test('for BibTeX has balanced braces and no sign that TeX would run', () => {
    const text = cite('BibTeX', { ...cited, note: '50 % of {x}_1 \\input' })
    expect([...text].filter((sign) => sign === '{').length).toBe([...text].filter((sign) => sign === '}').length)
    expect(text).toContain('note    = {50 \\% of x\\_1 input}')
    // the year in which this version was published, and the day on which somebody read it
    expect(text).toContain('year    = {2025}')
    expect(text).toContain('urldate = {2026-11-26}')
    expect(cite('BibTeX', { ...cited, note: '~10^2' })).toContain('note    = {\\textasciitilde{}10\\textasciicircum{}2}')
  })
  test('for BibTeX has a key of its own for each scenario, so that two stand in one list', () => {
    const keyOf = (scenario: string) => /@software\{([^,]*),/.exec(cite('BibTeX', { ...cited, scenario }))![1]
    expect([keyOf('1a2b3c4d5e6f'), keyOf('9f8e7d6c5b4a')]).toEqual(['hengtu_2025_1a2b3c4d', 'hengtu_2025_9f8e7d6c'])
  })
  test('of a page on a disk names no address, which would be that of the disk', () => {
    const here = { ...cited, address: '' }
    expect(cite('GB/T 7714', here)).toBe('Hengtu developers. 衡图 · 县域测算: 0.1.0[CP]. (2025-11-20)[2026-11-26]. seed 2026, 85 % & more.')
    expect(cite('BibTeX', here)).not.toMatch(/url/)
    expect(cite('RIS', here)).not.toContain('UR  -')
  })
  test('as RIS begins with its type and ends with its end, every line a tag', () => {
    const lines = cite('RIS', cited).split('\r\n')
    expect(lines[0]).toBe('TY  - COMP')
    expect(lines.at(-1)).toBe('ER  - ')
    expect(lines).toEqual(expect.arrayContaining(['PY  - 2025', 'Y2  - 2026/11/26']))
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
    // a title from a file may have lines: one would end the entry
    const broken = cite('RIS', { ...cited, note: '方案\r\nER  - \n二' })
    expect(broken.split('\r\n')).toHaveLength(lines.length)
    expect(broken).toContain('N1  - 方案 ER  -  二\r\n')
  })
})

describe('a table for the clipboard', () => {
  const twin = { heads: ['a', 'b'], rows: [['<script>', '1']] }
  test('is never markup of its own', () => expect(tableHtml(twin)).toContain('&lt;script&gt;'))
  test('is its caption, cells apart by tabs and its stamp as plain text', () => expect(tableText(twin, '表题', '出处')).toBe('表题\na\tb\n<script>\t1\n出处'))
  test('runs nothing where it is pasted, whatever a school is called, and stays in its columns', () => {
    const names = { heads: ['学校', '变化'], rows: [['=HYPERLINK("x","点此")', quantity(-0.25, '−0.25')], ['第一\t小学\n分校', quantity(3, '+3')]] }
    expect(tableText(names, '', '')).toBe('\n学校\t变化\n\'=HYPERLINK("x","点此")\t−0.25\n第一 小学 分校\t+3\n')
    expect(tableHtml(names)).toContain(">'=HYPERLINK(")
    expect(tableHtml(names)).toContain('>+3<')
  })
})
