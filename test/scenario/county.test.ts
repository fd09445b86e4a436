import { describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { readCounty } from '../../src/scenario/parse.ts'
import { county } from './fixtures.ts'

// a county whose sums fit on paper: 10 nine-year schools, 9,000 primary and 4,500 junior pupils
const target = (mean: number, cv = 0.3) => ({ mean, cv })
const items = {
  area: target(5),
  sports: target(8),
  equipment: target(2000),
  multimedia: target(2.5),
  computers: target(12),
  books: target(20),
  teachers: target(6),
  aboveDegree: target(5),
  midRank: target(3),
  backbone: target(1),
  peArts: target(1),
}
const small = () => ({
  ...county(),
  villages: 5,
  children: { 'county-town': 0.5, township: 0.3, rural: 0.2 },
  schools: [{ form: 'nine-year', kind: 'township', owner: 'county', count: 10 }] as object[],
  rolls: { primary: 9000, junior: 4500 },
  items: JSON.parse(JSON.stringify({ primary: items, junior: { ...items, teachers: target(8) } })) as {
    primary: typeof items
    junior: typeof items
  },
  seniors: [{ seatShare: 0.1 }],
  generalShare: 0.6,
  finance: { teacherPay: 120000, aboveBase: { primary: 0, junior: 0 }, baseShares: { central: 0.6, province: 0.2, county: 0.2 } },
})
type Small = ReturnType<typeof small>

function problemsOf(change: (c: Small) => void) {
  const c = small()
  change(c)
  return readCounty(JSON.stringify(c)).problems
}

it('accepts the county on paper', () => expect(problemsOf(() => undefined)).toEqual([]))

it.each(readdirSync('scenarios/counties').filter((name) => name.endsWith('.json')))('accepts the shipped county %s', (name) => {
  expect(readCounty(readFileSync(`scenarios/counties/${name}`, 'utf8')).problems).toEqual([])
})

describe('a county that cannot be built', () => {
  it('has more classes than rooms', () => {
    // 9,000 ÷ 45 = 200 classes; 9,000 × 0.5 m² ÷ 30 m² = 150 rooms; 200 × 30 ÷ 9,000 = 0.67 m²
    expect(problemsOf((c) => (c.items.primary.area.mean = 0.5))).toEqual([
      {
        path: 'items.primary.area.mean',
        text: {
          en: 'More classes than rooms: primary needs at least 200 classes, and the teaching area holds 150 rooms of 30 m².',
          zh: '班级多于教室：小学至少需要200个班，教学及辅助用房面积只够150间30平方米的教室。',
        },
        hint: {
          en: 'At least 0.67 m² per pupil are needed; check the unit (m² per pupil).',
          zh: '生均面积至少需要0.67平方米；请核对单位（平方米/生）。',
        },
      },
    ])
  })

  it('has fewer teachers than classes', () => {
    // 4,500 × 1.9 ÷ 100 = 86 teachers; 4,500 ÷ 50 = 90 classes
    const [problem] = problemsOf((c) =>
      Object.assign(c.items.junior, { teachers: target(1.9), aboveDegree: target(1), midRank: target(1) }),
    )
    expect(problem).toMatchObject({ path: 'items.junior.teachers.mean', text: { zh: '初中专任教师86人，少于至少需要的90个班。' } })
  })

  it('has more teachers than posts', () => {
    // 9,000 ÷ 19 = 473.7 → 474 posts, three times 1,422; 9,000 × 60 ÷ 100 = 5,400 teachers
    const [problem] = problemsOf((c) => (c.items.primary.teachers.mean = 60))
    expect(problem).toMatchObject({
      path: 'items.primary.teachers.mean',
      text: { en: 'More teachers than posts: 5400 primary teachers, and 3 times the approved staffing is 1422.' },
      hint: { zh: '请核对单位：每百名学生拥有专任教师数，一般为5至9人。' },
    })
  })

  it('has more backbone teachers than teachers', () =>
    expect(problemsOf((c) => (c.items.primary.backbone.mean = 7))).toMatchObject([{ path: 'items.primary.backbone.mean' }]))

  it('is more dispersed than its schools can be', () => {
    // ten equal schools, one with everything: √(10 − 1) = 3
    expect(problemsOf((c) => (c.items.junior.books.cv = 3.1))).toMatchObject([
      { path: 'items.junior.books.cv', text: { zh: '10所学校的差异系数不可能达到3.1；即使全部集中在一所学校，也只有3。' } },
    ])
  })

  it('disperses nothing', () =>
    expect(problemsOf((c) => (c.items.junior.backbone.mean = 0))).toMatchObject([{ path: 'items.junior.backbone.cv' }]))

  it('describes a year without funding norms', () => {
    expect(problemsOf((c) => Object.assign(c, { year: 2012 }))).toMatchObject([
      { path: 'year', text: { zh: '2012年的数据不能使用：经费标准自2016年起有记录，最晚可建2027年的县。' } },
    ])
  })

  it('has its rolls swapped, or more schools than a county can have', () => {
    // 9,000 ÷ 4,500 = 2
    expect(problemsOf((c) => (c.rolls = { primary: 4500, junior: 9000 }))).toMatchObject([
      { path: 'rolls.junior', hint: { zh: expect.stringContaining('填反') as string } },
    ])
    const problems = problemsOf((c) =>
      Object.assign(c, { schools: [{ ...c.schools[0], count: 1500 }], rolls: { primary: 90_000, junior: 45_000 } }),
    )
    expect(problems.find(({ path }) => path === 'schools')?.text.en).toBe('1500 schools are more than the 1023 that a county can have.')
  })

  it('has shares that do not add up', () => {
    expect(problemsOf((c) => (c.children.rural = 0.5))).toMatchObject([
      { path: 'children', text: { en: 'The shares add up to 1.3 instead of 1.' } },
    ])
    expect(problemsOf((c) => (c.finance.baseShares.central = 0))).toMatchObject([{ path: 'finance.baseShares' }])
  })

  it('has dated shares of public funds that leave a year unpaid, or no year at all', () => {
    const dated = (central: unknown) => problemsOf((c) => Object.assign(c.finance.baseShares, { central }))
    expect(dated({ 2025: 0.6, 2028: 0.6 })).toEqual([])
    expect(dated({ 2025: 0.6, 2028: 0.8 })).toMatchObject([
      { path: 'finance.baseShares', text: { en: 'From 2028 on the shares add up to 1.2 instead of 1.', zh: '自2028年起各项比例之和为1.2，应为1。' } },
    ])
    expect(dated({})).toMatchObject([{ path: 'finance.baseShares.central', text: { zh: '按年数值为空。' } }])
    expect(dated({ soon: 0.6 })).toMatchObject([{ path: 'finance.baseShares.central.soon', text: { en: '“soon” is not a school year.' } }])
    expect(dated({ 2025: 60 })).toMatchObject([{ path: 'finance.baseShares.central.2025' }])
    expect(dated('0.6')).toMatchObject([{ path: 'finance.baseShares.central', text: { en: expect.stringContaining('number') as string } }])
  })

  it('has no school of a level', () => {
    const [problem, ...more] = problemsOf((c) => (c.schools = [{ form: 'primary', kind: 'township', owner: 'county', count: 10 }]))
    expect(problem).toMatchObject({ path: 'schools', text: { zh: '没有开设初中的学校。' } })
    expect(more).toEqual([])
  })

  it('has only private schools', () =>
    expect(
      problemsOf((c) => (c.schools = [{ form: 'nine-year', kind: 'township', owner: 'private', count: 10 }])).map(({ path }) => path),
    ).toEqual(['schools', 'schools[0].size', 'schools', 'schools[0].size']))

  it('has private schools for more pupils than there are', () => {
    // two of five times the size, beside ten public ones: 2 × 5 ÷ (1 + 10) = 0.909
    const problems = problemsOf((c) => c.schools.push({ form: 'nine-year', kind: 'county-town', owner: 'private', count: 2, size: 5 }))
    expect(problems.map(({ path }) => path)).toEqual(['schools[1].size', 'schools[1].size'])
    expect(problems[0]!.text.zh).toContain('0.909倍')
  })

  it('has fewer pupils than grades', () => {
    const problems = problemsOf((c) => (c.rolls.primary = 50))
    expect(problems.map((p) => p.path)).toContain('rolls.primary')
  })

  it('has rural schools but no villages', () => {
    const problems = problemsOf((c) =>
      Object.assign(c, { villages: 0, schools: [...c.schools, { form: 'primary', kind: 'rural', owner: 'county', count: 1 }] }),
    )
    expect(problems.map((p) => p.path)).toEqual(['schools[1].kind', 'children.rural'])
  })

  it('has more key places than general places', () =>
    expect(problemsOf((c) => (c.seniors = [{ seatShare: 0.4 }, { seatShare: 0.3 }]))).toMatchObject([
      { path: 'seniors', text: { en: 'Key schools take 0.7 of the junior leavers, all general schools only 0.6.' } },
    ]))
})
