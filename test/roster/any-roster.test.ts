import { describe, expect, it } from 'vitest'
import { countyColumn, createEngine, type CountyDescription, type Scenario, type Series } from '../../src/engine/index.ts'
import { baselineOf, countyFromRoster, openRoster, review } from '../../src/roster/index.ts'
import { fc } from '../support/property.ts'

/*
 * Any roster that passes the checks can be built and lived in, and keeps its figures to the last bit, whatever columns it lacks.
 */

const size = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 900 }), fc.integer({ min: 901, max: 1500 }))
const school = fc.record({
  form: fc.constantFrom('教学点', '小学', '九年一贯制学校', '初级中学', '完全中学', '十二年一贯制学校'),
  kind: fc.constantFrom('城区', '镇区', '乡村'),
  owner: fc.constantFrom('教育部门', '教育部门', '教育部门', '民办', '其他公办'),
  primary: size,
  junior: size.map((n) => Math.ceil(n / 2)),
  senior: fc.integer({ min: 0, max: 900 }),
  ratio: fc.integer({ min: 8, max: 22 }),
  stock: fc.integer({ min: 1, max: 30 }),
})
const optional = [
  '中级及以上职称教师数',
  '县级以上骨干教师数',
  '体艺教师数',
  '教学及辅助用房面积',
  '体育运动场馆面积',
  '教学仪器设备值',
  '教学用计算机台数',
  '寄宿生数',
  '专任教师数',
] as const

type School = typeof school extends fc.Arbitrary<infer T> ? T : never

function csvOf(schools: readonly School[], dropped: readonly string[]): Uint8Array {
  const rows: Record<string, string | number>[] = schools.flatMap((s, i) => {
    const hasPrimary = !['初级中学', '完全中学'].includes(s.form)
    const hasJunior = !['教学点', '小学'].includes(s.form)
    return (['小学', '初中'] as const).flatMap((level) => {
      if (level === '小学' ? !hasPrimary : !hasJunior) return []
      const pupils = level === '小学' ? s.primary : s.junior
      const teachers = Math.ceil(pupils / s.ratio)
      return [
        {
          学校代码: 1000 + i,
          学校名称: `甲${i}学校`,
          学段: level,
          办学类型: s.form,
          城乡类型: s.kind,
          举办者: s.owner,
          在校学生数: pupils,
          高中学生数: s.senior,
          专任教师数: teachers,
          中级及以上职称教师数: teachers >> 1,
          县级以上骨干教师数: teachers >> 3,
          体艺教师数: Math.ceil(teachers / 9),
          教学及辅助用房面积: s.stock * 20 + pupils * 5,
          体育运动场馆面积: s.stock * 33.3 + pupils * 3,
          教学仪器设备值: s.stock * 71234 + pupils * 1000,
          教学用计算机台数: s.stock * 3,
          寄宿生数: pupils >> 2,
        },
      ]
    })
  })
  const names = Object.keys(rows[0]!).filter((name) => !dropped.includes(name))
  return new TextEncoder().encode([names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.join(',')).join('\n'))
}

function simulate(county: CountyDescription, years: number): Series {
  const scenario: Scenario = {
    id: 'any',
    title: county.title,
    seed: 'any',
    years: { from: county.year, to: county.year + years },
    replicates: 1,
    county,
    behaviour: {},
    arms: [{ id: 'status-quo', policies: [] }],
  }
  const run = createEngine().replicate(scenario, 1)
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value[0]!
}

describe('any roster', () => {
  let built = 0
  it('is built, keeps its figures bit for bit, and lives on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(school, { minLength: 8, maxLength: 14 }),
        fc.subarray([...optional], { maxLength: 5 }),
        async (schools, dropped) => {
          const opened = await openRoster(csvOf(schools, dropped), '任意2025.csv')
          const { table, findings } = review(opened.draft!)
          fc.pre(findings.every((f) => f.class !== 'must'))
          const county = countyFromRoster(table, { name: '任意2025' })
          if (!('schools' in county)) {
            expect(county.length > 0 && county.every(({ text, hint }) => text.zh && hint?.zh)).toBe(true)
            return
          }
          built++
          const series = simulate(county, 2)
          for (const { levels } of baselineOf(table)) {
            for (const level of levels) {
              for (const { item, coefficient } of level.items) {
                if (Number.isNaN(coefficient)) continue
                expect(series.county[countyColumn(`${item.id}.cv.${level.level}`)], `${item.id} ${level.level}`).toBe(coefficient)
              }
            }
          }
        },
      ),
      { numRuns: 12, seed: 2025 },
    )
    // the rest ends in a message that says what cannot be built
    expect(built).toBeGreaterThan(2)
  }, 240_000)
})
