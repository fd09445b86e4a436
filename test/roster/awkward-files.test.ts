import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apply, isClear, openRoster, review } from '../../src/roster/index.ts'
import { checksOf, draftOf, fixtureBytes, levelOf, meanOf, repaired } from './fixtures.ts'

const open = (name: string) => draftOf(fixtureBytes(name), name)
const mustOf = async (name: string) => checksOf(review(await open(name)).findings, 'must')
const findingsOf = async (name: string) => review(await open(name)).findings

// 186 + 640 + 980 pupils, 2 + 8 + 14 backbone teachers
const backbone = (24 / 1806) * 100

describe('awkward files that are read without a question', () => {
  it.each([
    '01-utf8.csv',
    '02-utf8-bom.csv',
    '03-gb18030.csv',
    '04-gbk-tabs.txt',
    '05-utf16le.txt',
    '06-semicolons.csv',
    '07-crlf-blank-rows.csv',
    '09-totals-and-remarks.csv',
    '10-repeated-header.csv',
    '11-text-numbers.csv',
    '27-markup-and-formulas.csv',
    '32-quoted-line-breaks.csv',
  ])('%s', async (name) => {
    const draft = await open(name)
    const { table, findings } = review(draft)
    expect(checksOf(findings, 'must')).toEqual([])
    expect(table.rows).toHaveLength(5)
    expect(meanOf(draft, 'balance-2017', 'primary', 'Q2')).toBeCloseTo(backbone, 12)
  })

  it('shows both decodings of a GB18030 file', async () => {
    const opened = await openRoster(fixtureBytes('03-gb18030.csv'), '03-gb18030.csv')
    if (!opened.draft) throw new Error('not read')
    expect(opened.file.encoding).toBe('gb18030')
    expect(opened.file.previews.map((p) => [p.encoding, p.unreadable > 0])).toEqual([
      ['utf-8', true],
      ['gb18030', false],
    ])
    expect(opened.file.previews[1]!.lines[1]).toContain('和平小学')
  })

  it('lets the user insist on an encoding', async () => {
    const opened = await openRoster(fixtureBytes('01-utf8.csv'), 'a.csv', { encoding: 'gb18030' })
    if (!opened.draft) throw new Error('not read')
    expect(opened.header.row).toBe(-1)
  })

  it('reads title lines, a row of units, mu and ten thousand yuan', async () => {
    const draft = await open('08-title-and-units.csv')
    expect(review(draft).table.rows).toHaveLength(3)
    // 22.5 mu of 2000/3 m² on 1806 pupils; 432 ten thousand yuan
    expect(meanOf(draft, 'balance-2017', 'primary', 'Q5')).toBeCloseTo(15000 / 1806, 10)
    expect(meanOf(draft, 'balance-2017', 'primary', 'Q6')).toBeCloseTo(4_320_000 / 1806, 8)
  })

  it('sets sums, remarks and repeated headers aside and says so', async () => {
    expect(checksOf(await findingsOf('09-totals-and-remarks.csv'), 'information')).toEqual(
      expect.arrayContaining(['aside-total', 'aside-note']),
    )
    expect(checksOf(await findingsOf('10-repeated-header.csv'), 'information')).toContain('aside-header')
  })

  it('says which numbers were tidied, with cell addresses', async () => {
    const tidied = (await findingsOf('11-text-numbers.csv')).find((f) => f.check === 'tidied')!
    expect(tidied.at.map((p) => [p.address, p.found])).toEqual([
      ['11-text-numbers!E2', '１８６'],
      ['11-text-numbers!L3', '1,500,000'],
    ])
  })

  it('turns per-pupil columns back into stocks', async () => {
    const draft = await open('22-per-pupil-columns.csv')
    const level = levelOf(draft, 'balance-2017', 'primary')
    const of = (id: string) => level.items.find((i) => i.item.id === id)!
    expect(of('Q2').stock).toEqual([3, 8, 14])
    expect(of('Q4').stock[0]).toBeCloseTo(1180, 9)
    expect(of('Q6').mean).toBeCloseTo((450000 + 1500000 + 2400000) / 1840, 9)
  })

  it('reads English headers and values', async () => {
    const { table } = review(await open('23-english.csv'))
    expect(table.rows.map((r) => [r.values['level'], r.values['kind'], r.values['pupils'], r.values['equipment']])).toEqual([
      ['primary', 'rural', 186, 420000],
      ['primary', 'township', 640, 1500000],
      ['junior', 'county-town', 980, 2400000],
    ])
  })

  it('reads headings merged over several columns', async () => {
    const { table } = review(await open('24-merged-by-columns.csv'))
    expect(table.rows[0]!.values).toMatchObject({
      school: '和平小学',
      pupils: 186,
      boarders: 20,
      teachers: 14,
      backbone: 2,
      peArts: 2,
      area: 1100,
      books: 2100,
    })
  })

  it('keeps both rows of a nine-year school and splits its stocks 1 : 1.1', async () => {
    const level = levelOf(await open('19-nine-year-two-rows.csv'), 'balance-2017', 'primary')
    const area = level.items.find((i) => i.item.id === 'Q4')!
    // 500 ÷ (500 + 1.1 × 405) of 5200 m²
    expect(area.stock[3]).toBeCloseTo((5200 * 500) / 945.5, 9)
  })
})

describe('awkward files that need a decision: every one has a specific message and a way out', () => {
  it.each([
    ['12-numbers-with-words.csv', ['number-with-word', 'number-with-word', 'number-with-word']],
    ['13-pupils-empty.csv', ['empty']],
    ['14-repeated-codes.csv', ['repeated']],
    ['15-copied-row.csv', ['repeated']],
    ['16-unknown-place.csv', ['unknown-choice']],
    ['17-negative-and-fraction.csv', ['negative', 'fraction']],
    ['18-combined-in-one-row.csv', ['unknown-choice']],
    ['20-nine-year-disagrees.csv', ['campus-disagrees', 'campus-disagrees', 'campus-disagrees']],
    ['28-dates-for-numbers.csv', ['not-a-number']],
  ])('%s', async (name, checks) => {
    expect(await mustOf(name)).toEqual(checks)
    const { findings } = review(repaired(await open(name)))
    expect(isClear(findings)).toBe(true)
  })

  it('converts the unit written beside a number and drops a mere word', async () => {
    const draft = repaired(await open('12-numbers-with-words.csv'))
    const level = levelOf(draft, 'balance-2017', 'primary')
    expect(level.pupils[0]).toBe(186)
    expect(level.items.find((i) => i.item.id === 'Q5')!.stock[0]).toBeCloseTo(1900, 6)
    expect(level.items.find((i) => i.item.id === 'Q6')!.stock[2]).toBe(2_400_000)
  })

  it('offers to take the stage from the name and each place kind for all alike', async () => {
    const place = (await findingsOf('16-unknown-place.csv')).find((f) => f.check === 'unknown-choice')!
    expect(place.at.map((p) => p.address)).toEqual(['16-unknown-place!D3', '16-unknown-place!D5'])
    expect(place.all.map((f) => f.id)).toEqual(['is-county-town', 'is-township', 'is-rural', 'leave-out'])
    expect(place.text.zh).toBe('无法识别的城乡类型：集镇片')
  })

  it('says that a combined school needs one row per stage', async () => {
    const found = (await findingsOf('18-combined-in-one-row.csv')).find((f) => f.check === 'unknown-choice')!
    expect(found.hint.zh).toContain('小学、初中各一行')
    expect(found.all.map((f) => f.id)).toEqual(['leave-out'])
  })

  it('offers the copy, not the original, to be left out', async () => {
    const repeated = (await findingsOf('15-copied-row.csv')).find((f) => f.check === 'repeated')!
    expect(repeated.all[0]!.edits).toEqual([{ kind: 'leave-out', row: 6 }])
  })

  it('takes parts of a nine-year school as its own once the user says so', async () => {
    const draft = repaired(await open('20-nine-year-disagrees.csv'))
    // the parts are added up and split again by the official rule: 5200 m² in all
    const area = levelOf(draft, 'balance-2017', 'primary').items.find((i) => i.item.id === 'Q4')!
    expect(area.stock[3]).toBeCloseTo((5200 * 500) / 945.5, 9)
  })

  it('a file without a header, and one that is no roster, say so', async () => {
    expect((await mustOf('25-no-header.csv'))[0]).toBe('no-header')
    const must = await mustOf('26-not-a-roster.csv')
    expect(must.some((check) => check === 'no-header' || check === 'missing-column')).toBe(true)
  })
})

describe('awkward files that should be looked at', () => {
  it('suspects ten thousand yuan and mends the whole column at once', async () => {
    const draft = await open('21-wan-yuan-without-saying.csv')
    const unit = review(draft).findings.find((f) => f.check === 'unit')!
    expect([unit.class, unit.field, unit.all.map((f) => f.id)]).toEqual(['look', 'equipment', ['unit-wan-yuan', 'accept']])
    const mended = apply(draft, { edits: unit.all[0]!.edits, why: unit.text })
    expect(review(mended).findings.some((f) => f.check === 'unit')).toBe(false)
    expect(meanOf(mended, 'balance-2017', 'primary', 'Q6')).toBeCloseTo(4_320_000 / 1806, 8)
    const kept = apply(draft, { edits: unit.all[1]!.edits, why: unit.text })
    expect(review(kept).findings.some((f) => f.check === 'unit')).toBe(false)
  })

  it('shows what the standard leaves out, by regime', async () => {
    const leftOut = (await findingsOf('29-private-and-points.csv')).filter((f) => f.class === 'left-out')
    expect(leftOut.map((f) => [f.check, f.at.map((p) => p.name)])).toEqual([
      ['rule-balance-2017-teaching-points', ['下坝教学点']],
      ['rule-balance-2012-teaching-points', ['下坝教学点']],
      ['rule-balance-2012-not-county', ['育才学校']],
      ['no-pupils', ['空心小学']],
    ])
    const draft = await open('29-private-and-points.csv')
    expect(levelOf(draft, 'balance-2017', 'primary').rows).toHaveLength(4)
    expect(levelOf(draft, 'balance-2012', 'primary').rows).toHaveLength(3)
  })

  it('points at a value ten times the median', async () => {
    const odd = (await findingsOf('30-ten-times.csv')).filter((f) => f.check === 'outlier')
    expect(odd.map((f) => [f.field, f.at.map((p) => p.address)])).toEqual([['area', ['30-ten-times!J2']]])
  })

  it('points at more backbone teachers than teachers', async () => {
    const part = (await findingsOf('31-part-over-whole.csv')).find((f) => f.check === 'part-over-whole')!
    expect(part.at.map((p) => [p.address, p.found])).toEqual([['31-part-over-whole!H2', '22']])
  })

  it('keeps markup and formulas as plain text', async () => {
    const { table } = review(await open('27-markup-and-formulas.csv'))
    expect(table.rows[0]!.values['school']).toBe('<img src=x onerror=alert(1)>小学')
    expect(table.rows[1]!.values['school']).toBe('=HYPERLINK("http://example.test")小学')
  })
})

describe('all fixtures', () => {
  const names = readdirSync(new URL('fixtures', import.meta.url)).filter((name) => /^\d\d-/.test(name))

  it('are at least thirty', () => expect(names.length).toBeGreaterThanOrEqual(30))

  it.each(names)('%s: every message has both languages, an address and a hint', async (name) => {
    for (const finding of await findingsOf(name)) {
      expect(finding.text.en && finding.text.zh && finding.hint.en && finding.hint.zh).toBeTruthy()
      expect(finding.text.zh).toMatch(/[一-鿿]/)
      expect(finding.at.length).toBeGreaterThan(0)
      for (const place of finding.at) expect(place.address).toMatch(place.row < 0 ? /./ : /!([A-Z]+)?\d+$/)
    }
  })
})
