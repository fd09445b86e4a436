import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { allotmentCsv } from '../../src/cli/allot-text.ts'
import { runProgram } from '../../src/cli/program.ts'
import { readCounty } from '../../src/scenario/parse.ts'
import { rosterCsv } from './example-roster.ts'
import { fixtureBytes } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengtu-roster-'))
const at = (name: string): string => join(folder, name)
const fixture = (name: string): string => {
  writeFileSync(at(name), fixtureBytes(name))
  return at(name)
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
  return { code, out, err, json: <T>() => JSON.parse(out) as T }
}

interface ImportJson {
  readonly ok: boolean
  readonly counts: { readonly must: number }
  readonly findings: readonly { readonly check: string; readonly at: readonly { readonly address: string }[] }[]
  readonly baseline: readonly {
    readonly regime: string
    readonly level: string
    readonly items: readonly { readonly id: string; readonly coefficient: number | null }[]
  }[]
  readonly groups: readonly {
    readonly level: string
    readonly item: string
    readonly median: number
    readonly low: number
    readonly high: number
  }[]
  readonly explained: readonly {
    readonly formula: readonly string[]
    readonly text: { readonly zh: string }
    readonly variants: readonly { readonly departures: readonly string[] }[]
  }[]
}

describe('hengtu import', () => {
  beforeAll(async () => {
    const rows = [
      ['学校', '学生数', '图书册数'],
      ['小学1', 45, 279],
      ['小学2', 37, 137],
      ['小学3', 89, 935],
      ['小学4', 76, 160],
      ['小学5', 55, 402],
    ]
    writeFileSync(at('books.xlsx'), new Uint8Array(await (await writeWorkbook(rows).toBlob()).arrayBuffer()))
  })

  it('gives 0.515 for the worked example, with the formula, and explains 0.489', async () => {
    const { code, json } = await hengtu(
      'import',
      at('books.xlsx'),
      '--set',
      'level=primary',
      '--own',
      'balance-2012.primary.B5=0.489',
      '--json',
    )
    expect(code).toBe(0)
    const { baseline, explained } = json<ImportJson>()
    expect(baseline.find((b) => b.regime === 'balance-2012')!.items.find((i) => i.id === 'B5')!.coefficient).toBeCloseTo(0.51526, 5)
    expect(explained[0]!.formula[2]).toBe('CV = S ÷ X̄ = 3.26386 ÷ 6.33444 = 0.515')
    expect(explained[0]!.variants[0]!.departures).toEqual(['unweighted'])
    const text = await hengtu(
      'import',
      at('books.xlsx'),
      '--set',
      'level=primary',
      '--own',
      'balance-2012.primary.B5=0.489',
      '--lang',
      'zh',
    )
    expect(text.out).toContain('未按学生数加权，各校等权')
    expect(text.out).toMatch(/B5 +图书 +6\.33 +0\.515/)
  })

  it('lists what must be fixed with addresses and the fixes on offer, and ends with 2', async () => {
    const { code, out } = await hengtu('import', fixture('12-numbers-with-words.csv'), '--lang', 'zh')
    expect(code).toBe(2)
    expect(out).toContain('12-numbers-with-words!E2  和平小学  186人')
    expect(out).toContain('--fix number-with-word=')
    const fixed = await hengtu('import', at('12-numbers-with-words.csv'), '--fix', 'number-with-word=write', '--json')
    expect(fixed.code).toBe(0)
    expect(fixed.json<ImportJson>().counts.must).toBe(0)
  })

  it('says which fixes there are when a wrong one is named', async () => {
    const { code, err } = await hengtu('import', fixture('13-pupils-empty.csv'), '--fix', 'empty=nonsense')
    expect(code).toBe(2)
    expect(err).toContain('empty=leave-out')
  })

  it('reproduces the published medians of 88 English authorities through a mapping file', async () => {
    const { code, json } = await hengtu(
      'import',
      fixture('england-workforce.csv'),
      '--items',
      'england-workforce',
      '--map',
      fixture('england-map.json'),
      '--fix',
      'empty=leave-out',
      '--json',
    )
    expect(code).toBe(0)
    const teachers = json<ImportJson>().groups.find((g) => g.level === 'primary' && g.item === 'T')!
    expect([teachers.median, teachers.low, teachers.high].map((x) => x.toFixed(3))).toEqual(['0.139', '0.108', '0.186'])
  })

  it('writes a mapping that the next file is read by, a cleaned table, a template and a county file', async () => {
    const { code } = await hengtu(
      'import',
      fixture('29-private-and-points.csv'),
      '--save-map',
      at('map.json'),
      '--cleaned',
      at('cleaned.xlsx'),
      '--out',
      at('county-2024.json'),
    )
    expect(code).toBe(0)
    expect((await hengtu('import', at('cleaned.xlsx'), '--map', at('map.json'))).code).toBe(0)
    const { county, problems } = readCounty(readFileSync(at('county-2024.json'), 'utf8'))
    expect(problems).toEqual([])
    expect([county!.rolls.primary, county!.rolls.junior, county!.roster!.length]).toEqual([186 + 640 + 980 + 23 + 410, 720 + 1240, 8])
    expect(county!.sources.filter((s) => s.kind === 'assumption').map((s) => s.path)).toEqual(
      expect.arrayContaining(['growth', 'seniors', 'finance', 'items.primary.books']),
    )
    expect((await hengtu('import', '--template', at('template.xlsx'))).code).toBe(0)
    expect((await hengtu('import', at('template.xlsx'))).out).toContain('There is no row with a school')
  })

  it('leads from a roster to a simulated county, all its figures met', async () => {
    writeFileSync(at('own2025.csv'), rosterCsv())
    expect((await hengtu('import', at('own2025.csv'), '--out', at('own.json'))).code).toBe(0)
    expect((await hengtu('check', at('own.json'))).code).toBe(0)
    const built = await hengtu('build-county', at('own.json'), '--json')
    expect([built.code, built.json<{ met: boolean; schools: number; pupils: number }>()]).toMatchObject([
      0,
      { met: true, schools: 24, pupils: 12408 },
    ])
    const scenario = {
      format: 1,
      id: 'own',
      title: { en: 'Own', zh: '本县' },
      seed: 'a',
      years: { from: 2025, to: 2026 },
      replicates: 1,
      county: { from: 'own.json' },
      arms: [{ id: 'status-quo', policies: [] }],
    }
    writeFileSync(at('scenario.json'), JSON.stringify(scenario))
    const run = await hengtu('run', at('scenario.json'), '--workers', '0', '--json')
    expect(run.code).toBe(0)
  })

  it('refuses what it cannot read with the reason', async () => {
    expect((await hengtu('import', at('none.csv'))).code).toBe(2)
    expect((await hengtu('import')).err).toContain('roster')
    const { err } = await hengtu('import', fixture('01-utf8.csv'), '--items', at('none.json'))
    expect(err).toContain('none.json')
    expect((await hengtu('import', at('01-utf8.csv'), '--own', 'balance-2012.primary.Z9=0.5')).err).toContain('Z9')
    expect((await hengtu('import', at('01-utf8.csv'), '--encoding', 'latin')).err).toContain('gb18030')
  })
})

describe('hengtu allot', () => {
  const candidates = '学校名称,城乡类型,符合条件的毕业生数\n城关初中,城区,300\n新城初中,城区,200\n青山初中,乡村,100\n'
  beforeAll(() => {
    writeFileSync(at('candidates.csv'), candidates)
    writeFileSync(at('rule.json'), JSON.stringify({ format: 1, tiltRural: 1, seniors: [{ name: '一中', plan: 70, share: 0.5 }] }))
    writeFileSync(at('bad-rule.json'), JSON.stringify({ format: 1, tilt: 1 }))
    writeFileSync(at('bad.csv'), candidates.replace('100', '一百'))
  })

  it('shows the arithmetic per school and that the totals agree', async () => {
    const { code, out } = await hengtu('allot', at('candidates.csv'), '--seats', '20', '--lang', 'zh')
    expect(code).toBe(0)
    // 300 : 200 : 100 of 20 places = 10, 6.667, 3.333
    expect(out).toMatch(/新城初中 +200 +200\.0 +6\.667 +6 +0\.667 +1 +7 +3\.5/)
    expect(out).toContain('20个指标已分配20个，总数一致')
  })

  it('takes a rule file, writes a table that spreadsheets read, and answers as JSON', async () => {
    const { code, json } = await hengtu('allot', at('candidates.csv'), '--rule', at('rule.json'), '--out', at('places.csv'), '--json')
    expect(code).toBe(0)
    // weights 300, 200, 200 of 35 places: 15, 10, 10
    expect(json<{ agrees: boolean; schools: { total: number }[] }>().schools.map((s) => s.total)).toEqual([15, 10, 10])
    expect(readFileSync(at('places.csv'), 'utf8').split('\r\n')[1]).toBe('城关初中,300,15,15,5.00')
  })

  it('computes eligibility and admissions from a list of candidates, by a rule that ships', async () => {
    const list = `考号,初中学校,中考成绩,连续就读年数,学籍年数,本市就读年数,户籍,往届生
1,甲,700,3,3,9,本地,否
2,甲,650,2,2,9,本地,否
3,甲,620,1,1,9,本地,否
4,乙,600,3,3,8,随迁,否
5,乙,500,3,3,9,随迁,否
`
    writeFileSync(at('list.csv'), list)
    // by Guiyang’s routes 1, 2 and 5 are in, 3 has one year, 4 eight in the city: two places for 2 and 1 → 1.333 and 0.667
    const { code, out } = await hengtu('allot', at('list.csv'), '--seats', '2', '--rule', 'guiyang', '--lang', 'zh')
    expect(code).toBe(0)
    expect(out).toContain('按考生名册读取（一行一名考生）：5名')
    expect(out).toMatch(/甲 +3 +2 +0 +0 +0 +1 +0/)
    expect(out).toMatch(/甲 +指标数 +1 +1 +700/)
    expect(out).toMatch(/乙 +指标数 +1 +1 +500/)
    const { json } = await hengtu('allot', at('list.csv'), '--seats', '2', '--rule', 'guiyang', '--json')
    const answer = json<{ agrees: boolean; eligibility: { school: string; eligible: number }[] }>()
    expect([answer.agrees, answer.eligibility.map((one) => [one.school, one.eligible])]).toEqual([true, [['甲', 2], ['乙', 1]]])
  })

  it('writes names that look like formulas as texts, also of schools that share places', async () => {
    writeFileSync(at('formula.csv'), '学校名称,片区,符合条件的毕业生数\n=1+1,东,30\n乙中学,西,20\n')
    writeFileSync(at('formula.json'), JSON.stringify({ format: 1, seniors: [{ name: '=HYPERLINK("http://x")', plan: 10, share: 0.5 }] }))
    const { code } = await hengtu('allot', at('formula.csv'), '--rule', at('formula.json'), '--out', at('formula-places.csv'))
    const [head, first] = readFileSync(at('formula-places.csv'), 'utf8').split('\r\n')
    expect([code, head!.split(',')[2], first!.split(',')[0]]).toEqual([0, `"'=HYPERLINK(""http://x"")"`, "'=1+1"])
    // of one unit: neither name may begin a cell that runs
    const shared = { name: '=1+1', eligible: 10, direct: 0, places: [null], total: null, per100: 0, sharedWith: ['=1+1', '乙中学'] }
    const csv = allotmentCsv({ seniors: [{ name: '一中', direct: [] }], schools: [shared] } as never, { language: 'zh' } as never)
    expect(csv.split('\r\n')[1]).toBe("'=1+1,10,'=1+1 + 乙中学,'=1+1 + 乙中学,0.00")
  })

  it('refuses a rule or a map that is not in UTF-8, instead of reading names wrong', async () => {
    // 一中 in GBK
    writeFileSync(at('gbk.json'), Buffer.concat([Buffer.from('{"format":1,"seniors":[{"name":"'), Buffer.from([0xd2, 0xbb, 0xd6, 0xd0]), Buffer.from('","plan":70,"share":0.5}]}')]))
    const allotted = await hengtu('allot', at('candidates.csv'), '--rule', at('gbk.json'), '--lang', 'zh')
    expect([allotted.code, allotted.err.includes('UTF-8')]).toEqual([2, true])
    const imported = await hengtu('import', fixture('01-utf8.csv'), '--map', at('gbk.json'), '--lang', 'zh')
    expect([imported.code, imported.err.includes('UTF-8')]).toEqual([2, true])
    const missing = await hengtu('import', at('nowhere.csv'), '--lang', 'zh')
    expect([missing.code, missing.err.includes('文件不存在'), missing.err.includes('ENOENT')]).toEqual([2, true, false])
  })

  it('never writes over a table that it reads', async () => {
    const before = readFileSync(at('candidates.csv'), 'utf8')
    const { code } = await hengtu('allot', at('candidates.csv'), '--seats', '20', '--out', at('candidates.csv'))
    const cleaned = await hengtu('import', fixture('01-utf8.csv'), '--cleaned', at('01-utf8.csv'))
    expect([code, cleaned.code, readFileSync(at('candidates.csv'), 'utf8') === before]).toEqual([2, 2, true])
    expect(new Uint8Array(readFileSync(at('01-utf8.csv')))).toEqual(fixtureBytes('01-utf8.csv'))
  })

  it('replaces no file unasked: not a roster that was filled in, not a table of places', async () => {
    const filled = at('filled.xlsx')
    expect((await hengtu('import', '--template', filled)).code).toBe(0)
    writeFileSync(filled, 'filled in by hand')
    const again = await hengtu('import', '--template', filled, '--lang', 'zh')
    expect([again.code, again.err.includes('已有同名文件'), again.err.includes('--overwrite'), readFileSync(filled, 'utf8')]).toEqual([2, true, true, 'filled in by hand'])
    writeFileSync(at('kept.csv'), 'mine')
    const allotted = await hengtu('allot', at('candidates.csv'), '--seats', '20', '--out', at('kept.csv'), '--json')
    expect([allotted.code, readFileSync(at('kept.csv'), 'utf8'), allotted.json<{ ok: boolean }>().ok]).toEqual([2, 'mine', false])
    expect((await hengtu('allot', at('candidates.csv'), '--seats', '20', '--out', at('kept.csv'), '--overwrite')).code).toBe(0)
    expect(readFileSync(at('kept.csv'), 'utf8')).toContain('城关初中')
  })

  it('writes no two outputs to one path, none under a wrong ending or into a folder that is not there, and none that it reads', async () => {
    const said = async (...words: string[]) => {
      const { code, err } = await hengtu('import', fixture('29-private-and-points.csv'), ...words)
      expect(code).toBe(2)
      return err
    }
    expect(await said('--save-map', at('both.json'), '--out', join(folder, '.', 'both.json'))).toContain('another output has the same path')
    expect(await said('--out', at('county.csv'))).toContain('must end with .json')
    expect(await said('--cleaned', at('cleaned.csv'), '--overwrite')).toContain('must end with .xlsx')
    expect(await said('--template', at('t.csv'))).toContain('must end with .xlsx')
    const nowhere = await said('--cleaned', at('nowhere/t.xlsx'))
    expect([nowhere.includes('the folder does not exist'), nowhere.includes('with --cleaned')]).toEqual([true, true])
    expect(readdirSync(folder).filter((name) => /^(both|county\.csv|cleaned\.csv|t\.csv)/.test(name))).toEqual([])
    const { code, err } = await hengtu('allot', at('candidates.csv'), '--seats', '20', '--out', at('candidates.csv'), '--overwrite')
    expect([code, err.includes('this command reads it'), readFileSync(at('candidates.csv'), 'utf8') === candidates]).toEqual([2, true, true])
  })

  it('knows the shipped rule that was meant', async () => {
    expect((await hengtu('allot', at('candidates.csv'), '--seats', '5', '--rule', 'guiyangg')).err).toContain('Did you mean “guiyang”?')
    expect((await hengtu('allot', at('candidates.csv'), '--seats', '5', '--rule', 'zzz.json')).err).toContain('by-leavers, guiyang')
  })

  it('says the file once', async () => {
    writeFileSync(at('empty.xls'), '')
    const { err } = await hengtu('import', at('empty.xls'))
    expect(err.split(at('empty.xls'))).toHaveLength(2)
  })

  it('refuses a wrong rule, a wrong table and a missing number', async () => {
    expect((await hengtu('allot', at('candidates.csv'), '--rule', at('bad-rule.json'))).err).toContain('tilt')
    const twoLevels = at('two.json')
    writeFileSync(twoLevels, JSON.stringify({ format: 1, twoLevels: true }))
    expect((await hengtu('allot', at('candidates.csv'), '--seats', '5', '--rule', twoLevels)).err).toContain('district')
    const bad = await hengtu('allot', at('bad.csv'), '--seats', '5')
    expect([bad.code, bad.err.includes('bad!C4')]).toEqual([2, true])
    expect((await hengtu('allot', at('candidates.csv'))).err).toContain('--seats')
  })
})
