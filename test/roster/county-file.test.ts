import { describe, expect, it } from 'vitest'
import { apply, countyFromRoster, isClear, review, type Draft } from '../../src/roster/index.ts'
import { readCounty } from '../../src/scenario/parse.ts'
import { prettyJson } from '../../src/scenario/write.ts'
import { draftOf } from './fixtures.ts'
import { cleanRoster, csvOf } from './planted-faults.ts'

/* What a roster makes must be a file that opens again. */

/** The clean roster with two more columns. */
const placed = (longitude: (i: number) => string, latitude: (i: number) => string, change: (rows: string[][]) => void = () => undefined): Promise<Draft> => {
  const rows = cleanRoster().map((row, r) => [...row, r === 0 ? '经度' : longitude(r), r === 0 ? '纬度' : latitude(r)])
  change(rows)
  return draftOf(csvOf(rows), '学校2025.csv')
}
const outside = (draft: Draft) => review(draft).findings.filter((one) => one.check === 'coordinates-outside')
const countyOf = (draft: Draft) => countyFromRoster(review(draft).table, { name: '学校2025' })
const press = (draft: Draft, fix: string): Draft => {
  const [found] = outside(draft)
  return apply(draft, { edits: found!.all.find((one) => one.id === fix)!.edits, why: found!.text })
}

describe('coordinates', () => {
  it('in each other’s columns are found in every row, and exchanged by one press', async () => {
    const draft = await placed(() => '31.5', (r) => `117.${r + 10}`)
    const [found] = outside(draft)
    expect([found!.class, found!.at.length, found!.at[0]!.address, isClear(review(draft).findings)]).toEqual(['must', 60, '学校2025!S2', false])
    const mended = press(draft, 'swap')
    expect([outside(mended), isClear(review(mended).findings)]).toEqual([[], true])
    expect(review(mended).table.rows[2]!.values).toMatchObject({ longitude: 117.13, latitude: 31.5 })
  })
  it('in metres of a projection cannot be exchanged: they are left empty together', async () => {
    const draft = await placed(() => '39512345', () => '3488123')
    expect(outside(draft)[0]!.all.map((one) => one.id)).toEqual(['clear'])
    const made = countyOf(press(draft, 'clear'))
    expect('roster' in made && made.roster!.every(({ longitude, latitude }) => longitude === null && latitude === null)).toBe(true)
  })
  it.each([['-180', '90'], ['180', '-90'], ['117.2', '']])('%s and %s are on the globe', async (longitude, latitude) => {
    expect(outside(await placed(() => longitude, () => latitude))).toEqual([])
  })
})

describe('a county built on a roster', () => {
  it('opens again from its own file', async () => {
    const made = countyOf(await placed((r) => `117.${r + 10}`, () => '31.5'))
    expect('roster' in made).toBe(true)
    expect(readCounty(prettyJson(made)).problems).toEqual([])
  })
  it('is refused where its file could not be opened, with the cell that it comes from', async () => {
    const long = await placed(() => '', () => '', (rows) => (rows[3]![1] = '学'.repeat(301)))
    const made = countyOf(long)
    expect(made).toMatchObject([{ path: '学校2025!B4', text: { zh: expect.stringContaining('300') as string } }])
    const crowded = countyOf(await placed(() => '', () => '', (rows) => (rows[5]![5] = '100001')))
    expect(crowded).toMatchObject([{ path: '学校2025!F6', text: { zh: expect.stringMatching(/^第5小学：.*100/) as string } }])
    // all at once
    const both = countyOf(await placed(() => '', () => '', (rows) => ((rows[3]![1] = '学'.repeat(301)), (rows[5]![5] = '100001'))))
    expect(!('schools' in both) && both.map(({ path }) => path)).toEqual(['学校2025!B4', '学校2025!F6'])
  })
})
