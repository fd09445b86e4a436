import { describe, expect, it } from 'vitest'
import { review } from '../../src/roster/index.ts'
import { draftOf } from './fixtures.ts'

const head = '学校代码,学校名称,学段,城乡类型,在校学生数,教学用房面积\n'
const open = (rows: string, name: string) => draftOf(new TextEncoder().encode(head + rows), name)

describe('last year’s file beside this year’s', () => {
  it('offers its value where a cell is empty', async () => {
    const before = review(await open('1,柳树小学,小学,乡村,298,1500\n2,新华小学,小学,镇区,640,3000\n', '2024.csv')).table
    const { findings } = review(await open('2,新华小学,小学,镇区,655,3000\n1,柳树小学,小学,乡村,,1500\n', '2025.csv'), before)
    const [place] = findings.find((f) => f.check === 'empty')!.at
    expect(place!.fixes.map((fix) => [fix.id, fix.text.zh])).toEqual([
      ['last-year', '沿用上年数 298'],
      ['leave-out', '不计入此行'],
    ])
  })
})

describe('stocks that a county has split itself', () => {
  const rows = (primary: number, junior: number): string => `1,甲校,小学,镇区,166,${primary}\n1,甲校,初中,镇区,210,${junior}\n`
  const findings = async (text: string) => {
    const draft = await open(text, 'a.csv')
    return review({ ...draft, base: { ...draft.base, campusStocks: 'section' } }).findings.filter((f) => f.check === 'split')
  }

  it('by the official rule, rounded, are no matter', async () => {
    // the published example: 23226 for 166 primary and 210 junior pupils gives 9711 and 13514
    expect(await findings(rows(9711, 13514))).toEqual([])
  })

  it('by heads alone are pointed out', async () => {
    const found = await findings(rows(10254, 12972))
    expect(found.flatMap((f) => f.at.map((p) => p.address))).toEqual(['a!F2', 'a!F3'])
  })
})
