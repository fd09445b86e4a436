import { describe, expect, it } from 'vitest'
import { allot, allotmentRules, openPlaces, parseAllotmentFile, readAllotmentRule, review, type AllotmentReport, type Table } from '../../src/roster/index.ts'

/* Every expected number is worked on paper in the comment beside it. */

const ruleOf = (json: object) => {
  const { rule, problems } = parseAllotmentFile({ format: 1, ...json })
  if (!rule) throw new Error(problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return rule
}

async function tableOf(text: string): Promise<Table> {
  const opened = await openPlaces(new TextEncoder().encode(text), 'candidates.csv')
  const { table, findings } = review(opened.draft!)
  expect(findings.filter((f) => f.class === 'must').map((f) => f.text.en)).toEqual([])
  return table
}

function reportOf(table: Table, rule: object, seats = 0): AllotmentReport {
  const { report, problems } = allot(table, ruleOf(rule), seats)
  if (!report) throw new Error(problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return report
}

const totals = (report: AllotmentReport) => Object.fromEntries(report.schools.map((s) => [s.name, s.total]))

describe('what a table is, by its header', () => {
  it('a column of exam numbers makes it a list of candidates, a column of numbers of leavers a list of schools', async () => {
    expect((await tableOf('准考证号,毕业学校,中考总分,连续就读年数\n1,甲,600,3\n')).set.id).toBe('candidates')
    expect((await tableOf('exam number,junior school,score\n1,A,600\n')).set.id).toBe('candidates')
    expect((await tableOf('初中学校,符合条件人数\n甲,100\n')).set.id).toBe('directed-places')
    expect((await tableOf('学校代码,学校名称,毕业生数\n1,甲,100\n')).set.id).toBe('directed-places')
  })

  it('a candidate twice, and a school that is rural on one row and not on another, must be fixed', async () => {
    const opened = await openPlaces(new TextEncoder().encode('考号,初中学校,城乡类型\n1,甲,乡村\n1,甲,乡村\n2,甲,城区\n'), 'a.csv')
    const must = review(opened.draft!).findings.filter((f) => f.class === 'must')
    expect(must.map((f) => [f.check, f.at.map((place) => place.address)])).toEqual([
      ['repeated', ['a!A2', 'a!A3']],
      ['school-disagrees', ['a!C4']],
    ])
    expect(must[1]!.all[0]!.edits).toEqual([{ kind: 'write', row: 3, field: 'kind', text: '乡村' }])
  })
})

const guiyang = `考号,初中学校,户籍,在校就读年数,学籍年数,本市就读年数,往届生
1,甲,本地,3,3,9,否
2,甲,本地,2,2,9,否
3,甲,本地,1,1,9,否
4,甲,外区,3,3,9,否
5,甲,外区,3,2,9,否
6,乙,随迁,3,3,9,否
7,乙,随迁,3,3,8,否
8,乙,本地,3,3,9,是
9,乙,随迁,3,3,,否
`

describe('eligibility by the rule', () => {
  it('three routes as in Guiyang: local two years, another district three on the roll, migrants nine in the city and three on the roll', async () => {
    const { report } = allot(await tableOf(guiyang), { ...allotmentRules['guiyang']!, mergeBelowOnePlace: false }, 4)
    // 甲: 1, 2 and 4 are in; 3 has one year, 5 two on the roll. 乙: 6 is in; 7 has eight years, 8 is a repeater, 9’s cell is empty
    expect(report!.standing).toEqual([
      { candidates: 5, eligible: 3, out: { repeater: 0, transferred: 0, selected: 0, years: 2, unknown: 0 } },
      { candidates: 4, eligible: 1, out: { repeater: 1, transferred: 0, selected: 0, years: 1, unknown: 1 } },
    ])
    expect(totals(report!)).toEqual({ 甲: 3, 乙: 1 })
  })

  it('a rule that asks for what the table has no column for is refused with its place', async () => {
    const table = await tableOf('考号,初中学校\n1,甲\n')
    const { report, problems } = allot(table, ruleOf({ twoLevels: true, eligibility: { routes: [{ enrolledYears: 3 }] } }), 1)
    expect([report, problems.map((p) => p.path)]).toEqual([null, ['eligibility.routes[0].enrolledYears', 'twoLevels']])
  })

  it.each([
    ['all', []],
    ['rural', ['城乡类型']],
    ['below-mean', ['学校上年均分']],
    ['rural-or-below-mean', ['学校上年均分', '城乡类型']],
  ] as const)('places for members of a group that are %s ask for what tells them', async (to, columns) => {
    const table = await tableOf('初中学校,符合条件人数,教育集团\nA,120,甲\n')
    const { problems } = allot(table, ruleOf({ groupStep: { perEligible: 30, to, cityMean: 600 }, seniors: [{ name: '一中', plan: 4, share: 0.5, group: '甲' }] }), 0)
    expect(problems.map((p) => [p.path, p.text.zh])).toEqual(columns.map((name) => ['groupStep.to', `规则要用到“${name}”列，表中没有。`]))
  })
})

const city = `初中学校,符合条件人数,城乡类型,片区,教育集团,学校上年均分
A,120,城区,东,甲集团,620
B,95,乡村,东,甲集团,610
C,60,城区,西,甲集团,590
D,89,乡村,西,,580
E,36,城区,西,乙集团,500
`
const guangzhou = {
  seed: '2026',
  twoLevels: true,
  mode: 'drawn',
  groupStep: { perEligible: 30, to: 'rural-or-below-mean', cityMean: 600 },
  seniors: [
    { name: '市一中', plan: 100, share: 0.5, group: '甲集团' },
    { name: '市二中', plan: 50, share: 0.5 },
    { name: '区三中', plan: 40, share: 0.5, district: '西' },
  ],
}

describe('groups first, then two levels with a draw, then one level (as in Guangzhou)', () => {
  it('gives what paper gives, and the totals agree', async () => {
    const report = reportOf(await tableOf(city), guangzhou)
    // step 1: B is rural, 95 ÷ 30 → 3; C is below the mean of 600, 60 ÷ 30 → 2; A is neither; D has no group; nobody leads E’s
    expect(report.seniors.map((s) => s.direct.map((d) => [report.schools[d.school]!.name, d.because, d.places]))).toEqual([
      [
        ['B', 'rural', 3],
        ['C', 'below-mean', 2],
      ],
      [],
      [],
    ])
    // step 2: 45 + 25 = 70 places; districts 215 and 185 of 400: 37.625 and 32.375 → 38 and 32
    const [all, west] = report.batches
    expect(all!.total!.districts.map((d) => [d.district, d.quota, d.places])).toEqual([
      ['东', 37.625, 38],
      ['西', 32.375, 32],
    ])
    // east: 38 × 120 ÷ 215 = 21.209, 16.791 → 21, 17; west: 32 × 60 ÷ 185 = 10.378, 15.395, 6.227 → 10, 16, 6
    expect(all!.total!.units.map((u) => u.places)).toEqual([21, 17, 10, 16, 6])
    // step 3: 20 places in the west: 6.486, 9.622, 3.892 → 6, 10, 4
    expect([west!.district, west!.total!.units.map((u) => u.places)]).toEqual(['西', [6, 10, 4]])
    expect(totals(report)).toEqual({ A: 21, B: 20, C: 18, D: 26, E: 10 })
    expect([report.pool, report.allotted]).toEqual([95, 95])
  })

  it('draws which senior high by the seed alone: both margins hold, the same seed draws the same', async () => {
    const table = await tableOf(city)
    const drawn = (seed: string) => reportOf(table, { ...guangzhou, seed }).seniors.slice(0, 2).map((s) => s.allotment.units.map((u) => u.places))
    const [first, second] = drawn('2026') as [number[], number[]]
    expect(first.reduce((sum, n) => sum + n, 0)).toBe(45)
    expect(first.map((n, u) => n + second[u]!)).toEqual([21, 17, 10, 16, 6])
    expect(drawn('2026')).toEqual([first, second])
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    expect(new Set(seeds.map((seed) => JSON.stringify(drawn(seed)))).size).toBeGreaterThan(5)
    // over many draws a school gets its share of the first senior high: 21 × 45 ÷ 70 = 13.5
    const many = Array.from({ length: 200 }, (_, k) => drawn(`s${k}`)[0]![0]!)
    expect(Math.abs(many.reduce((sum, n) => sum + n, 0) / 200 - 13.5)).toBeLessThan(0.5)
  })

  it('a senior high with fewer places than its members have earned shares them out', async () => {
    const seniors = [{ name: '市一中', plan: 6, share: 0.5, group: '甲集团' }]
    // earned 3 and 2, three places: 1.8 and 1.2 → 2 and 1
    const report = reportOf(await tableOf(city), { ...guangzhou, mode: 'each', seniors })
    expect(report.seniors[0]!.direct.map((d) => [d.earned, d.places])).toEqual([
      [3, 2],
      [2, 1],
    ])
    expect([report.pool, report.allotted]).toEqual([3, 3])
  })

  it('weights by quality instead of tilts', async () => {
    const text = '初中学校,符合条件人数,办学质量得分\n甲,100,80\n乙,100,40\n'
    // 100 × (1 + 0.01 × 80) = 180, 100 × 1.4 = 140; 32 places: 18 and 14
    expect(totals(reportOf(await tableOf(text), { quality: { base: 1, slope: 0.01 } }, 32))).toEqual({ 甲: 18, 乙: 14 })
  })

  it('tiny schools share common places (as in Guiyang)', async () => {
    // 300 leavers, 15 places: one place per 20; 丙 with 12 and 丁 with 8 would earn less than one each, together exactly one
    const report = reportOf(await tableOf('初中学校,符合条件人数\n甲,180\n乙,100\n丙,12\n丁,8\n'), { mergeBelowOnePlace: true }, 15)
    expect(report.schools.map((s) => [s.total, s.sharedWith.join('+')])).toEqual([
      [9, ''],
      [5, ''],
      [null, '丙+丁'],
      [null, '丙+丁'],
    ])
    expect(report.seniors[0]!.allotment.units[2]!.places).toBe(1)
  })
})

const scored = `考号,初中学校,中考成绩,在校就读年数,往届生
1,甲,700,3,否
2,甲,650,3,否
3,甲,620,3,否
4,乙,600,3,否
5,乙,500,3,否
6,乙,640,3,是
`

describe('who is admitted', () => {
  const one = { seniors: [{ name: '一中', plan: 4, share: 0.5 }] }
  // two directed places, 3 and 2 eligible: 1.2 and 0.8 → one each. Were all four places open, 700 650 640 620: the line is 620
  it('each school’s best, not below the unified line by more than the rule allows; the rest goes to the unified batch', async () => {
    const table = await tableOf(scored)
    const near = reportOf(table, { ...one, line: { kind: 'below-unified', points: 20 } }).admission!
    expect(near.cells.map(([cell]) => cell)).toEqual([
      { places: 1, admitted: 1, lowest: 700 },
      { places: 1, admitted: 1, lowest: 600 },
    ])
    // two places left: 650 and 640, who was no candidate for a directed place
    expect(near.seniors[0]).toMatchObject({ directed: 2, unfilled: 0, unifiedLine: 620, lineFrom: 'all-open', lowest: 600, unified: 2, unifiedCut: 640 })
    const strict = reportOf(table, { ...one, line: { kind: 'below-unified', points: 10 } }).admission!
    expect(strict.cells[1]![0]).toEqual({ places: 1, admitted: 0, lowest: NaN })
    // 乙’s place is returned: 650, 640, 620
    expect(strict.seniors[0]).toMatchObject({ directed: 1, unfilled: 1, unifiedSeats: 3, unified: 3, unifiedCut: 620 })
    const lapse = reportOf(table, { ...one, line: { kind: 'fixed', points: 610 }, unfilled: 'lapse' }).admission!
    expect(lapse.seniors[0]).toMatchObject({ unfilled: 1, unifiedSeats: 2, unifiedCut: 640, lowest: 610 })
  })

  it('choices decide between senior highs, in the order of scores', async () => {
    const text = `考号,初中学校,中考成绩,在校就读年数,志愿
1,甲,700,3,二中
2,甲,690,3,二中、一中
3,甲,680,3,一中
4,甲,670,3,三中
`
    const seniors = ['一中', '二中'].map((name) => ({ name, plan: 2, share: 0.5 }))
    const admission = reportOf(await tableOf(text), { seniors }).admission!
    // one directed place each: 700 takes 二中, 690 finds it full and takes 一中; 680 enters 一中 by the unified batch
    expect(admission.cells[0]!.map((cell) => cell.lowest)).toEqual([690, 700])
    expect(admission.seniors.map((s) => [s.unified, s.unifiedCut])).toEqual([
      [1, 680],
      [0, NaN],
    ])
    expect([admission.assumedChoices, admission.unknownChoices]).toEqual([false, ['三中']])
  })
})

describe('a rule file says where it is wrong, in both languages', () => {
  it('unknown keys with a suggestion, ranges, names, missing keys: all at once', () => {
    const { problems } = parseAllotmentFile({
      format: 1,
      tiltRurla: 0.2,
      mode: 'pack',
      seniors: [{ name: '一中', plan: -3, share: 2 }],
      groupStep: { perEligible: 0, to: 'rural' },
    })
    expect(problems.map((p) => p.path).sort()).toEqual(['groupStep.perEligible', 'mode', 'seniors[0].plan', 'seniors[0].share', 'tiltRurla'])
    const slip = problems.find((p) => p.path === 'tiltRurla')!
    expect(slip.hint!.en).toContain('tiltRural')
    expect(slip.hint!.zh).toContain('tiltRural')
    expect(problems.find((p) => p.path === 'mode')!.hint!.zh).toContain('packed')
  })

  it('what no single key shows: the same name twice, a mean that is missing, a group nobody leads', () => {
    const twice = [
      { name: '一中', plan: 1, share: 1 },
      { name: '一中', plan: 1, share: 1 },
    ]
    const { problems } = parseAllotmentFile({ format: 1, seniors: twice, groupStep: { perEligible: 30, to: 'below-mean' } })
    expect(problems.map((p) => p.path)).toEqual(['seniors[1].name', 'groupStep.cityMean', 'groupStep'])
  })

  it('a slip of the text has its line and column, a key written twice is refused', () => {
    expect(readAllotmentRule('{ "format": 1,\n  "seed" "x" }').problems.map((p) => p.path)).toEqual(['2:10'])
    expect(readAllotmentRule('{ "format": 1, "seed": "a", "seed": "b" }').problems.map((p) => p.path)).toEqual(['seed'])
  })

  it('the rules that ship are rules, each with its source', () => {
    for (const rule of Object.values(allotmentRules)) expect(rule.source!.zh.length).toBeGreaterThan(5)
  })
})
