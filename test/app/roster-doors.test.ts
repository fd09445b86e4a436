import { describe, expect, it } from 'vitest'
import { rosterDoors } from '../../src/app/screens/data/roster-doors.ts'
import { layout } from '../../src/app/services.ts'
import { RosterSession } from '../../src/roster/index.ts'
import { speechIn } from '../support/speech.ts'

/** Figures of a table at the primary level, by one regime. */
async function primary(csv: string, regime: 'balance-2012' | 'balance-2017') {
  const session = new RosterSession()
  await session.open({ name: '学校.csv', content: new TextEncoder().encode(csv) }, 'schools')
  session.look()
  const level = session.baseline().find((one) => one.regime.id === regime)!.levels.find((one) => one.level === 'primary')!
  return { level, doors: rosterDoors(speechIn('zh'), layout.standards[regime], level, '小学', '学校.csv'), of: (id: string) => level.items.find((one) => one.item.id === id)! }
}

const worked = '学校,学段,学生数,图书册数\n小学1,小学,45,279\n小学2,小学,37,137\n小学3,小学,89,935\n小学4,小学,76,160\n小学5,小学,55,402\n'

describe('behind the figures of a roster', () => {
  it('stand the numbers of the official worked example', async () => {
    const { doors, of } = await primary(worked, 'balance-2012')
    expect(doors.mean(of('B5'), '6.33')).toMatchObject({ shown: '6.33', here: '1913 ÷ 302 = 6.33 册/生', basis: '学校.csv' })
    // its limit is of the mean of eight, not of one: none is named here
    const cv = doors.coefficient(of('B5'), '0.515', '6.33')
    expect(cv.basis).toBe('学校.csv；均值 6.33 册/生')
    expect(cv.here).toBe('S ÷ X̄ = 3.26386 ÷ 6.33444 = 0.515')
    for (const door of [doors.mean(of('B5'), '6.33'), cv, doors.composite('0.515')]) {
      expect([door.formula, door.sources.length].every(Boolean)).toBe(true)
      expect(door.title).toMatch(/^小学 · /)
    }
  })
  it('stand limit and standards of 2017, per hundred pupils where they count so', async () => {
    // 12 backbone teachers of 1000 pupils: 1.2 per hundred, both schools the same
    const { doors, of, level } = await primary('学校,学段,城乡类型,学生数,骨干教师数\n甲,小学,城区,600,6\n乙,小学,乡村,400,6\n', 'balance-2017')
    expect(doors.mean(of('Q2'), '1.20').here).toBe('12 ÷ 1000 × 100 = 1.20 人/百名学生')
    // (600 × (0.010 − 0.012)² + 400 × (0.015 − 0.012)²) ÷ 1000 = 6e-6; √ = 0.00244949
    const cv = doors.coefficient(of('Q2'), '0.204', '1.20')
    expect(cv.basis).toBe('学校.csv；均值 1.20 人/百名学生，0 所未达标')
    expect(cv.here).toBe('S ÷ X̄ = 0.00244949 ÷ 0.012 = 0.204；限值 0.50')
    expect(of('Q2').coefficient.toFixed(3)).toBe('0.204')
    // the standard is 1.0 per hundred: 1.0 and 1.5 both meet it
    expect([of('Q2').below, doors.below(of('Q2'), '0').here, doors.below(of('Q2'), '0').formula]).toEqual([0, '小学 0', expect.stringContaining('小学 1.00，初中 1.00')])
    expect(level.kinds).toEqual(['county-town', 'rural'])
  })
  it('has no kind of place where the table has no such column', async () => {
    expect((await primary(worked, 'balance-2012')).level.kinds).toEqual([null, null, null, null, null])
  })
})
