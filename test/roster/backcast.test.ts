import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/cli/program.ts'
import { backcastScenario, countyFromRoster, review, schoolChanges, yearsProblem, type Backcast, type YearRecord } from '../../src/roster/index.ts'
import { RosterHistory } from '../../src/app/stores/roster/history.svelte.ts'
import { RosterImport } from '../../src/app/stores/roster/import.svelte.ts'
import { createInlineRunner } from '../../src/runner/inline.ts'
import { rosterCsv } from './example-roster.ts'
import { draftOf } from './fixtures.ts'
import { rosterThreads } from '../support/roster-threads.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengtu-backcast-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function hengtu(...words: string[]) {
  let out = ''
  let err = ''
  const code = await runProgram(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    terminal: false,
    env: {},
    onInterrupt: () => () => undefined,
  })
  return { code, out, err }
}

/** The same county later: one school gone, one new, one item far from anything the model would give. */
const later = (backbone: (n: number) => number): string =>
  rosterCsv()
    .split('\n')
    .filter((line) => !line.includes('第14小学'))
    .map((line, i) => {
      const cells = line.split(',')
      if (i > 0) cells[13] = String(backbone(Number(cells[13])))
      return cells.join(',')
    })
    .concat('9001,新建小学,小学,小学,教育部门,城区,城关镇,300,8,0,22,21,12,3,3,1600,2600,640000,11,45')
    .join('\n')

describe('backcast', () => {
  it('holds the runs against the record of a later year and says what opened and closed', async () => {
    const { code, out } = await hengtu(
      'backcast',
      file('学校2024.csv', rosterCsv()),
      file(
        '学校2026.csv',
        later((n) => n),
      ),
      '--replicates',
      '4',
      '--json',
    )
    expect(code).toBe(0)
    const result = JSON.parse(out) as Backcast & { years: { from: number; to: number } }
    expect(result.years).toEqual({ from: 2024, to: 2026 })
    // fourteen items at two levels in one later year
    expect(result.cells).toHaveLength(28)
    for (const cell of result.cells) {
      expect(cell.low).toBeLessThanOrEqual(cell.median)
      expect(cell.median).toBeLessThanOrEqual(cell.high)
      expect(cell.where).toBe(cell.recorded < cell.low ? 'below' : cell.recorded > cell.high ? 'above' : 'inside')
    }
    expect([result.changes.opened, result.changes.closed]).toEqual([['新建小学'], ['第14小学']])
    // the county is the roster’s: every run starts at the record, means and coefficients alike
    for (const { measure, bands, recorded } of result.tracks) for (const band of bands) expect([measure, band[0]]).toEqual([measure, recorded[0]!.value])
    expect(new Set(result.tracks.map((track) => track.measure))).toEqual(new Set(['coefficient', 'mean', 'roll']))
    // 25 sections, less the one that closed; all rolls are those of 2024
    expect([result.rolls.of, result.rolls.standstill]).toEqual([24, 0])
    expect(result.calibration.allowed).toBe(false)
    expect(result.calibration.reasons[0]!.zh).toContain('后续只有1年数据')
  })

  it('shows a recorded coefficient that no run comes near, and still refuses to be calibrated by one year', async () => {
    const uneven = later((n) => (n % 2 ? 0 : 3 * n))
    const { code, out } = await hengtu(
      'backcast',
      file('b2024.csv', rosterCsv()),
      file('b2025.csv', uneven),
      '--replicates',
      '3',
      '--fix',
      'part-over-whole=accept',
      '--lang',
      'zh',
    )
    expect(code).toBe(0)
    expect(out).toMatch(/2025 +primary +Q2 .*高于区间/)
    expect(out).toContain('不据此校准模型')
  })

  it('is the same in whatever order the files are given, and the same as in the page', async () => {
    const [first, last] = [file('o2024.csv', rosterCsv()), file('p2025.csv', later((n) => n))]
    const inOrder = await hengtu('backcast', first, last, '--replicates', '3', '--json')
    expect((await hengtu('backcast', last, first, '--replicates', '3', '--json')).out).toBe(inOrder.out)
    const history = new RosterHistory(() => new RosterImport('schools', rosterThreads().hire))
    for (const path of [last, first]) {
      const bytes = readFileSync(path)
      await history.add({ name: basename(path), size: bytes.length, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) })
    }
    history.runs = 3
    await history.run(createInlineRunner())
    expect(history.problems).toEqual([])
    expect(JSON.parse(inOrder.out)).toMatchObject(JSON.parse(JSON.stringify(history.result!.backcast)) as object)
  })

  it('covers as many school years as a scenario may: a mistyped year is a problem, not thousands of years', async () => {
    expect(yearsProblem([2000, 2040], 'g')).toBeNull()
    expect(yearsProblem([1999, 2024, 2040], 'g')).toMatchObject({ path: 'g', text: { en: 'The rosters span 42 school years, 1999 to 2040; a run covers at most 41.' } })
    const table = review(await draftOf(new TextEncoder().encode(rosterCsv()), 'g.csv')).table
    expect(backcastScenario(countyFromRoster(table, { name: 'g', year: 2024 }), [2024, 9999], 'g', 2)).toMatchObject([{ text: { zh: '各年明细表自2024年至9999年，共7976个学年；模拟最多41个学年。' } }])
  })

  it('needs a year in every name, two different years and tables without open faults', async () => {
    expect((await hengtu('backcast', file('schools.csv', rosterCsv()), file('c2025.csv', rosterCsv()))).err).toContain('no year')
    expect((await hengtu('backcast', file('d2025.csv', rosterCsv()), file('e2025.csv', rosterCsv()))).err).toContain(
      'Two rosters are of 2025',
    )
    expect((await hengtu('backcast', file('f2024.csv', rosterCsv()), file('f2025.csv', rosterCsv().replace('1180', 'x')))).err).toContain(
      '1 place must be fixed',
    )
    const table = review(await draftOf(new TextEncoder().encode(rosterCsv()), 'g.csv')).table
    const countyOf = (year: number) => countyFromRoster(table, { name: 'g', year })
    expect(backcastScenario(countyOf(2024), [2024], 'g', 2)).toMatchObject([{ text: { en: 'The comparison with earlier years needs rosters of two different years.' } }])
    expect(backcastScenario(countyOf(2009), [2009, 2024], 'g', 2)).toMatchObject([{ path: 'year' }])
  })

  it('matches schools by code: new, closed, renamed, and one whose code was changed', () => {
    const record = (year: number, schools: readonly (readonly [string, string])[]): YearRecord => ({ year, items: [], sections: [], byCode: true, schools: schools.map(([school, name]) => ({ school, name })) })
    const before = record(2024, [['1', '甲'], ['2', '乙'], ['3', '丙'], ['4', '丁']])
    const after = record(2025, [['1', '甲'], ['2', '乙实验'], ['30', '丙'], ['5', '戊']])
    expect(schoolChanges(before, after)).toEqual({
      opened: ['戊'],
      closed: ['丁'],
      renamed: [{ before: '乙', after: '乙实验' }],
      recoded: [{ name: '丙', before: '3', after: '30' }],
    })
  })
})
