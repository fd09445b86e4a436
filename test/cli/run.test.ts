import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { parquetReadObjects, parquetMetadata } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { engineVersion, numbersCounter } from '../../src/engine/index.ts'
import type { Io } from '../../src/cli/io.ts'
import { runProgram } from '../../src/cli/program.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { scenarioDigest } from '../../src/scenario/write.ts'
import type { RunReport } from '../../src/scenario/results/report-shape.ts'
import { smallCountyDescription } from './small-county.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengtu-run-'))
const out = join(folder, 'out')
const file = join(folder, 'small.json')

const scenario = {
  format: 1,
  id: 'small',
  title: { en: 'Small', zh: '小县' },
  seed: 'one',
  years: { from: 2025, to: 2028 },
  replicates: 2,
  county: smallCountyDescription(),
  arms: [
    { id: 'status-quo', policies: [] },
    { id: 'tilt', title: { en: 'Tilt', zh: '倾斜' }, policies: [{ use: 'funding-tilt', from: 2026, set: { size: 300, pot: 'added' } }] },
  ],
}

async function hengtu(words: readonly string[], interruptAfter = Infinity): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' }
  let stop = (): void => undefined
  let years = 0
  const io: Io = {
    out: (text) => void (heard.out += text),
    err: (text) => {
      heard.err += text
      if (++years === interruptAfter) stop()
    },
    terminal: true,
    env: {},
    onInterrupt: (asked) => {
      stop = asked
      return () => undefined
    },
  }
  const code = await runProgram([...words, '--workers', '0'], io)
  return { code, ...heard }
}

/** Rows of a CSV file, read by somebody else's reader. */
const csvRows = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(join(out, name), 'utf8'), { skipEmptyLines: true, newline: '\r\n' }).data

async function parquetRows(name: string): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(join(out, name))
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) })
}

let report: RunReport
/** Of its first run alone: there every number is that run's own, and parts add up. */
let single: RunReport
let said: { code: number; out: string; err: string }
beforeAll(async () => {
  writeFileSync(file, JSON.stringify(scenario))
  said = await hengtu(['run', file, '--json', '--out', out])
  report = JSON.parse(said.out) as RunReport
  single = JSON.parse((await hengtu(['run', file, '--json', '--replicates', '1'])).out) as RunReport
}, 120_000)

describe('run --json', () => {
  it('gives one object with stamp, scenario digest, arms by id and result digest', () => {
    expect(said.code).toBe(0)
    const read = readScenario(JSON.stringify(scenario), { registry: ownRegistry, loadCounty: () => undefined })
    expect(report).toMatchObject({
      engine: engineVersion,
      numbers: numbersCounter,
      scenario: scenarioDigest(read.scenario!, ownRegistry),
      replicates: [1, 2],
      seed: 'one',
    })
    expect(Object.keys(report.arms)).toEqual(['status-quo', 'tilt'])
    expect(report.digest).toMatch(/^[0-9a-f]{16}$/)
  })

  it('gives rolls, items, verdicts, costs and gaps for every year', () => {
    for (const arm of Object.values(report.arms)) {
      expect(arm.years.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028])
      for (const year of arm.years) {
        expect(year.rolls.primary).toBeGreaterThan(0)
        expect(Object.keys(year.items)).toHaveLength(15)
        expect(year.items['Q4']!.primary.mean).toBeGreaterThan(0)
        expect(year.items['Q4']!.junior.cv).toBeGreaterThanOrEqual(0)
        expect(year.items['B1']!.primary.below).toBeNull()
        expect(year.verdicts['balance-2017']!.primary.of).toBe(2)
        expect(Object.keys(year.gaps).length).toBeGreaterThan(0)
      }
    }
  })

  it('gives schools below the standard that are those assessed without those passing', () => {
    for (const arm of Object.values(single.arms))
      for (const { schools } of arm.years) expect(schools.below.primary).toBe(schools.assessed.primary! - schools.passing.primary!)
  })

  it('gives costs that are the sum of their payers and of their purposes, and 0 more for the reference', () => {
    const sum = (parts: Readonly<Record<string, number | null>>): number =>
      Object.values(parts).reduce<number>((all, part) => all + (part ?? 0), 0)
    for (const { costs } of single.arms['tilt']!.years) {
      expect(sum(costs.byPayer)).toBeCloseTo(costs.all!, 0)
      expect(sum(costs.byPurpose)).toBeCloseTo(costs.all!, 0)
    }
    for (const { costs } of report.arms['status-quo']!.years) expect(costs.moreThanReference).toBe(0)
    expect(report.arms['tilt']!.years[0]!.costs.moreThanReference).toBe(0)
    expect(report.arms['tilt']!.years[1]!.costs.moreThanReference).toBeGreaterThan(0)
    expect(report.arms['tilt']!.total.moreThanReference).toBeGreaterThan(0)
  })

  it('keeps data and talk apart: progress in simulated years on standard error', () => {
    expect(said.err).toContain('simulated years: ')
    expect(said.out.startsWith('{')).toBe(true)
  })
})

describe('run', () => {
  it('gives the same digest again, another with another seed, and takes --replicates', async () => {
    const again = JSON.parse((await hengtu(['run', file, '--json'])).out) as RunReport
    expect(again.digest).toBe(report.digest)
    const other = JSON.parse((await hengtu(['run', file, '--json', '--seed', 'two', '--replicates', '1'])).out) as RunReport
    expect(other).toMatchObject({ seed: 'two', replicates: [1] })
    expect(other.digest).not.toBe(report.digest)
    expect(other.scenario).not.toBe(report.scenario)
  }, 120_000)

  it('prints verdicts by year, costs and digest, in Chinese', async () => {
    const { code, out: text } = await hengtu(['run', file, '--lang', 'zh'])
    expect(code).toBe(0)
    expect(text).toContain(`结果校验码 ${report.digest}`)
    for (const year of [2025, 2026, 2027, 2028]) expect(text).toMatch(new RegExp(`^ +${year} .*/2`, 'm'))
    expect(text).toContain('与基线相比，2025至2028学年合计多支出')
    expect(text).toContain('不替代督导评估认定')
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
  }, 120_000)

  it('stops at the next simulated year when interrupted, says so and ends with 1', async () => {
    const { code, out: text, err } = await hengtu(['run', file, '--replicates', '50', '--json'], 3)
    expect(code).toBe(1)
    expect(err).toContain('Stopping after the current simulated year')
    expect(err).toContain('of 50 runs were complete')
    expect(JSON.parse(text)).toMatchObject({ ok: false, status: 'cancelled', runsInAll: 50 })
  }, 120_000)

  it('reports a bad file with exit code 2 and all problems', async () => {
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, JSON.stringify({ ...scenario, seed: '', years: { from: 2025 } }))
    const { code, out: text } = await hengtu(['run', bad, '--json'])
    expect(code).toBe(2)
    expect((JSON.parse(text) as { problems: { path: string }[] }).problems.map(({ path }) => path)).toEqual(['seed', 'years.to'])
  })

  it('reports a folder that cannot be written', async () => {
    const { code, err } = await hengtu(['run', file, '--replicates', '1', '--out', file])
    expect(code).toBe(2)
    expect(err).toContain('cannot be written')
  }, 120_000)
})

describe('tables written with --out', () => {
  it('come in three formats, with scenario, report and data dictionary', () => {
    const tables = ['county', 'inequality', 'ledger', 'sections'].flatMap((name) => [`${name}.csv`, `${name}.json`, `${name}.parquet`])
    expect(readdirSync(out).toSorted()).toEqual([...tables, 'dictionary.csv', 'dictionary.json', 'report.json', 'scenario.json'].toSorted())
  })

  it('hold the same numbers as the report', () => {
    const [head, ...rows] = csvRows('county.csv')
    const column = head!.indexOf('roll.primary')
    const value = (replicate: number): number =>
      Number(rows.find((row) => row[0] === String(replicate) && row[1] === 'tilt' && row[2] === '2027')![column])
    expect(rows).toHaveLength(2 * 2 * 4)
    // the median of the screens is the value of a run: of two, the lower
    expect(value(1)).not.toBe(value(2))
    expect(report.arms['tilt']!.years[2]!.rolls.primary).toBe(Math.min(value(1), value(2)))
  })

  it('hold the extra cost of the report: of two differences within a run, the lower', () => {
    const [head, ...rows] = csvRows('county.csv')
    const cost = (replicate: number, arm: string): number => Number(rows.find((row) => row[0] === String(replicate) && row[1] === arm && row[2] === '2027')![head!.indexOf('cost')])
    const more = [1, 2].map((replicate) => cost(replicate, 'tilt') - cost(replicate, 'status-quo'))
    expect(more[0]).not.toBe(more[1])
    expect(report.arms['tilt']!.years[2]!.costs.moreThanReference).toBe(Math.min(...more))
  })

  it('hold section rolls that sum to the county’s', () => {
    const [head, ...rows] = csvRows('sections.csv')
    const at = (name: string): number => head!.indexOf(name)
    const mine = rows.filter(
      (row) => row[at('replicate')] === '1' && row[at('arm')] === 'tilt' && row[at('year')] === '2028' && row[at('level')] === 'junior',
    )
    const [countyHead, ...county] = csvRows('county.csv')
    const row = county.find((one) => one[0] === '1' && one[1] === 'tilt' && one[2] === '2028')!
    expect(mine.reduce((sum, one) => sum + Number(one[at('roll')]), 0)).toBe(Number(row[countyHead!.indexOf('roll.junior')]))
  })

  it('are the same in CSV, JSON and Parquet', async () => {
    for (const name of ['county', 'sections', 'ledger', 'inequality']) {
      const parquet = await parquetRows(`${name}.parquet`)
      const json = JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8')) as { columns: string[]; rows: (string | number | null)[][] }
      const [head, ...rows] = csvRows(`${name}.csv`)
      expect(json.columns).toEqual(head)
      expect([parquet.length, json.rows.length]).toEqual([rows.length, rows.length])
      rows.forEach((row, r) => {
        head!.forEach((id, c) => {
          const stored = parquet[r]![id]
          const value = typeof stored === 'bigint' ? Number(stored) : stored
          const text = typeof value === 'number' && Number.isNaN(value) ? '' : String(value)
          if (text !== row[c] || String(json.rows[r]![c] ?? '') !== row[c])
            expect([name, r, id, text, json.rows[r]![c]]).toEqual([name, r, id, row[c], row[c]])
        })
      })
    }
  })

  it('describe every column, also inside Parquet', () => {
    const dictionary = JSON.parse(readFileSync(join(out, 'dictionary.json'), 'utf8')) as {
      table: string
      column: string
      unit: string | null
      text: { zh: string }
    }[]
    for (const name of ['county', 'sections', 'ledger', 'inequality'])
      expect(dictionary.filter(({ table }) => table === name).map(({ column }) => column)).toEqual(csvRows(`${name}.csv`)[0])
    expect(dictionary.find(({ column }) => column === 'Q2.cv.primary')).toMatchObject({
      unit: 'ratio',
      text: { zh: expect.stringContaining('差异系数') as string },
    })
    const bytes = readFileSync(join(out, 'county.parquet'))
    const keys = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)).key_value_metadata ?? []
    expect(JSON.parse(keys.find(({ key }) => key === 'hengtu.stamp')!.value!)).toMatchObject({
      engine: engineVersion,
      numbers: numbersCounter,
      result: report.digest,
    })
  })

  it('hold the ledger to the yuan', () => {
    const rows = csvRows('ledger.csv').slice(1)
    const [head, ...county] = csvRows('county.csv')
    for (const [replicate, arm, year, ...cells] of county) {
      const spent = rows
        .filter((row) => row[0] === replicate && row[1] === arm && row[2] === year)
        .reduce((sum, row) => sum + Number(row.at(-1)), 0)
      expect([replicate, arm, year, spent]).toEqual([replicate, arm, year, Number(cells[head!.indexOf('cost') - 3])])
    }
  })

  it('leave a scenario that gives the same digest again', async () => {
    const saved = join(out, 'scenario.json')
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({
      format: 1,
      stamp: { engine: engineVersion, numbers: numbersCounter, result: report.digest },
    })
    const again = JSON.parse((await hengtu(['run', saved, '--json'])).out) as RunReport & { saved: unknown }
    expect([again.scenario, again.digest]).toEqual([report.scenario, report.digest])
    expect(again.saved).toEqual({ engine: engineVersion, numbers: numbersCounter, result: report.digest, same: true, comparable: true })
    // other runs than those of the file cannot have its digest: nothing is compared
    const other = await hengtu(['run', saved, '--seed', 'other', '--lang', 'zh'])
    expect(other.out).not.toContain(report.digest)
    expect(JSON.parse((await hengtu(['run', saved, '--replicates', '1', '--json'])).out)).toMatchObject({ saved: null })
    // the same asked for in words are compared
    expect(JSON.parse((await hengtu(['run', saved, '--seed', 'one', '--replicates', '2', '--json'])).out)).toMatchObject({ saved: { same: true } })
    const changed = join(folder, 'changed.json')
    writeFileSync(changed, readFileSync(saved, 'utf8').replace('"seed": "one"', '"seed": "three"'))
    expect((await hengtu(['run', changed, '--lang', 'zh'])).out).toContain(`与文件保存时的结果校验码不同（${report.digest}`)
  }, 120_000)
})

describe('files of somebody’s own', () => {
  const own = join(folder, 'own')
  const ran = (...words: string[]) => hengtu(['run', join(own, 'scenario.json'), '--replicates', '1', ...words])
  const inFolder = (name: string) => readFileSync(join(own, name), 'utf8')

  it('are not overwritten by results: neither the scenario that is run nor its county', async () => {
    mkdirSync(own)
    const county = JSON.stringify(smallCountyDescription())
    const text = JSON.stringify({ ...scenario, county: { from: 'county.json' } })
    writeFileSync(join(own, 'scenario.json'), text)
    writeFileSync(join(own, 'county.json'), county)
    const refused = await ran('--out', own, '--seed', 'zz')
    expect([refused.code, inFolder('scenario.json'), inFolder('county.json')]).toEqual([2, text, county])
    expect(refused.err).toContain(`${join(own, 'scenario.json')}” cannot be written: this command reads it`)
    // nothing was simulated for it
    expect(refused.err).not.toContain('simulated years')
    // beside another scenario the county alone is in the way, and only of a table of its name
    const beside = join(own, 'plan.json')
    writeFileSync(beside, text)
    writeFileSync(join(own, 'report.json'), '{}')
    writeFileSync(join(own, 'scenario.json'), '{}')
    const { code, err } = await hengtu(['run', beside, '--out', own, '--formats', 'json'])
    expect([code, inFolder('county.json'), err.includes(`${join(own, 'county.json')}” cannot be written`)]).toEqual([2, county, true])
  }, 120_000)

  it('are not overwritten where no run has left them; results of a run are, by the next', async () => {
    const there = join(folder, 'there')
    mkdirSync(there)
    writeFileSync(join(there, 'scenario.json'), '{ "mine": true }')
    const { code } = await hengtu(['run', file, '--replicates', '1', '--out', there])
    expect([code, readFileSync(join(there, 'scenario.json'), 'utf8')]).toEqual([2, '{ "mine": true }'])
    expect((await hengtu(['run', file, '--replicates', '1', '--formats', 'csv', '--out', there, '--overwrite'])).code).toBe(0)
    const again = join(folder, 'again')
    for (const seed of ['one', 'two']) expect((await hengtu(['run', file, '--replicates', '1', '--formats', 'csv', '--out', again, '--seed', seed])).code).toBe(0)
    expect(JSON.parse(readFileSync(join(again, 'scenario.json'), 'utf8'))).toMatchObject({ seed: 'two' })
  }, 120_000)
})

describe('a folder with results of an earlier run', () => {
  const there = join(folder, 'earlier')
  const ran = (path: string, ...words: string[]) => hengtu(['run', path, '--replicates', '1', '--out', there, ...words])
  const county = JSON.stringify({ mine: true })

  it('is not mixed with another scenario, nor with tables in formats not written now', async () => {
    expect((await ran(file, '--formats', 'csv,json')).code).toBe(0)
    const other = join(folder, 'other.json')
    writeFileSync(other, JSON.stringify({ ...scenario, id: 'other' }))
    const before = readdirSync(there)
    const mixed = await ran(other, '--formats', 'csv,json')
    expect([mixed.code, mixed.err.includes('results of another scenario'), mixed.err.includes('simulated years')]).toEqual([2, true, false])
    const fewer = await ran(file, '--formats', 'csv', '--lang', 'zh')
    expect([fewer.code, fewer.err.includes('--overwrite'), readdirSync(there)]).toEqual([2, true, before])
    const replaced = await ran(other, '--formats', 'csv', '--overwrite')
    expect([replaced.code, replaced.err.includes('county.json, sections.json')]).toEqual([0, true])
    expect(readdirSync(there).filter((name) => name.endsWith('.json')).toSorted()).toEqual(['dictionary.json', 'report.json', 'scenario.json'])
  }, 120_000)

  it('may hold a file of somebody’s own that is called like a table', async () => {
    writeFileSync(join(there, 'county.json'), county)
    const other = join(folder, 'other.json')
    expect((await ran(other, '--formats', 'csv')).code).toBe(0)
    expect((await ran(other, '--formats', 'csv,json')).err).toContain('a file of that name exists')
    expect(readFileSync(join(there, 'county.json'), 'utf8')).toBe(county)
  }, 120_000)
})

describe('a folder that cannot be written', () => {
  it.each([
    ['is a file', () => file, 'not a folder'],
    ['lies in a file', () => join(file, 'a', 'b'), 'not a folder'],
    ...(process.platform === 'linux' ? [['lies where no folder can be', () => '/proc/hengtu/results', 'no folder can be made'] as const] : []),
  ] as const)('because it %s is known before anything runs', async (_, where, why) => {
    const { code, err } = await hengtu(['run', file, '--replicates', '1', '--out', where()])
    expect([code, err.includes(why), err.includes('simulated years')]).toEqual([2, true, false])
  })
  it('leaves nothing behind when its run is cancelled', async () => {
    const { code } = await hengtu(['run', file, '--replicates', '50', '--out', join(folder, 'never', 'made')], 3)
    expect([code, existsSync(join(folder, 'never'))]).toEqual([1, false])
  }, 120_000)
})

describe('build-county', () => {
  it('shows target and measured values side by side', async () => {
    const county = join(folder, 'county.json')
    writeFileSync(county, JSON.stringify(smallCountyDescription()))
    const heard = { out: '' }
    const io: Io = {
      out: (text) => void (heard.out += text),
      err: () => undefined,
      terminal: false,
      env: {},
      onInterrupt: () => () => undefined,
    }
    expect(await runProgram(['build-county', county, '--json'], io)).toBe(0)
    const built = JSON.parse(heard.out) as {
      schools: number
      pupils: number
      comparisons: { what: string; level: string; targetMean: number; builtMean: number }[]
    }
    expect(built.schools).toBe(smallCountyDescription().schools.reduce((sum, { count }) => sum + count, 0))
    expect(built.comparisons).toHaveLength(24)
    const area = built.comparisons.find(({ what, level }) => what === 'area' && level === 'primary')!
    expect(area.targetMean).toBe(5)
    expect(Math.abs(area.builtMean / 5 - 1)).toBeLessThan(0.01)
  }, 120_000)
})
