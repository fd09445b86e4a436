import { describe, expect, it } from 'vitest'
import { baselineOf, explainCoefficient, openRoster, review, type Table } from '../../src/roster/index.ts'

/* “Does this match your own calculation?” names each of the five usual reasons why it does not. All numbers are worked on paper. */

async function tableOf(text: string): Promise<Table> {
  const opened = await openRoster(new TextEncoder().encode(text), '学校2025.csv')
  const { table, findings } = review(opened.draft!)
  expect(findings.filter((f) => f.class === 'must').map((f) => f.text.zh)).toEqual([])
  return table
}

function why(table: Table, id: string, own: string): string[] {
  const regime = table.set.regimes.find((r) => r.id === 'balance-2017')!
  const [first] = explainCoefficient(table, regime, 'primary', regime.items.find((i) => i.id === id)!, own)
  return first!.matches ? first!.departures.map((d) => d.id) : ['none']
}

const coefficient = (table: Table, id: string): number =>
  baselineOf(table)
    .find((r) => r.regime.id === 'balance-2017')!
    .levels.find((l) => l.level === 'primary')!
    .items.find((i) => i.item.id === id)!.coefficient

// 4 of 100, 18 of 300, 8 of 100 pupils; a teaching point with 4 of 40
const teachers = `学校代码,学校名称,学段,办学类型,举办者,在校学生数,高于规定学历教师数
1,甲小学,小学,小学,教育部门,100,4
2,乙小学,小学,小学,教育部门,300,18
3,丙小学,小学,小学,民办,100,8
4,丁教学点,小学,教学点,教育部门,40,4
`

describe('why a county’s own coefficient differs', () => {
  it('weighting, n − 1, points, private schools: each by itself', async () => {
    const table = await tableOf(teachers)
    // mean 30 ÷ 500 = 0.06; S² = 0.2 × 0.02² + 0.2 × 0.02² = 0.00016; CV = 0.012649 ÷ 0.06
    expect(coefficient(table, 'Q1')).toBeCloseTo(0.210819, 6)
    expect(why(table, 'Q1', '0.211')).toEqual([])
    // 0.04, 0.06, 0.08 alike: √(0.0008 ÷ 3) ÷ 0.06 = 0.272; √(0.0008 ÷ 2) ÷ 0.06 = 0.333
    expect(why(table, 'Q1', '0.272')).toEqual(['unweighted'])
    expect(why(table, 'Q1', '0.333')).toEqual(['sample'])
    // with the point: mean 34 ÷ 540 = 0.062963, S² = 0.00025789, CV = 0.016059 ÷ 0.062963 = 0.255
    expect(why(table, 'Q1', '0.255')).toEqual(['with-teaching-points'])
    // without the private school: mean 22 ÷ 400 = 0.055, S² = 0.25 × 0.015² + 0.75 × 0.005² = 0.000075, CV = 0.157
    expect(why(table, 'Q1', '0.157')).toEqual(['without-private'])
    expect(why(table, 'Q1', '0.999')).toEqual(['none'])
  })

  it('a combined school that was not split', async () => {
    // nine-year: 320,000 yuan for 100 primary and 200 junior pupils; primary share 100 ÷ (100 + 1.1 × 200) = 0.3125 → 1,000 a pupil
    const table = await tableOf(`学校代码,学校名称,学段,办学类型,举办者,在校学生数,教学仪器设备值
1,青山学校,小学,九年一贯制学校,教育部门,100,320000
1,青山学校,初中,九年一贯制学校,教育部门,200,320000
2,柳树小学,小学,小学,教育部门,100,300000
`)
    // 1,000 and 3,000: mean 2,000, S 1,000
    expect(coefficient(table, 'Q6')).toBeCloseTo(0.5, 12)
    // 3,200 and 3,000: 100 ÷ 3,100 = 0.032; 1,066.67 and 3,000: 966.67 ÷ 2,033.33 = 0.475
    expect(why(table, 'Q6', '0.032')).toEqual(['not-split'])
    expect(why(table, 'Q6', '0.475')).toEqual(['one-value'])
  })
})
