import { describe, expect, it } from 'vitest'
import { apply, baselineOf, changeLog, countyFromRoster, isClear, review, type Draft, type Edit } from '../../src/roster/index.ts'
import { draftOf } from './fixtures.ts'
import { addressOf, cleanRoster, csvOf, faults, faultyRoster } from './planted-faults.ts'

const write = (row: number, field: string, text: string): Edit => ({ kind: 'write', row: row - 1, field, text })
const why = { en: 'typed', zh: '手工修改' }

/** What a planner would do: press what is offered, type what only a person knows. */
async function mended(): Promise<Draft> {
  let draft = await draftOf(csvOf(faultyRoster()), '学校.csv')
  const clean = cleanRoster()
  const press = (check: string, fix: string, field?: string): void => {
    const found = review(draft).findings.find((f) => f.check === check && (field === undefined || f.field === field))!
    const edits = found.all.find((f) => f.id === fix)?.edits ?? found.at.flatMap((p) => p.fixes).find((f) => f.id === fix)!.edits
    draft = apply(draft, { edits, why: found.text })
  }
  press('number-with-word', 'write', 'pupils')
  press('number-with-word', 'write', 'equipment')
  press('negative', 'write')
  press('unknown-choice', 'is-rural')
  press('empty', 'write', 'level')
  press('outlier', 'write', 'area')
  const typed: Edit[] = [
    write(5, 'pupils', clean[4]![5]!),
    write(14, 'code', clean[13]![0]!),
    write(31, 'multimedia', clean[30]![14]!),
    write(36, 'midRank', clean[35]![8]!),
    write(48, 'sports', clean[47]![12]!),
    write(52, 'backbone', clean[51]![9]!),
  ]
  return apply(draft, { edits: typed, why })
}

describe('a roster of 60 schools with twelve planted faults', () => {
  it('has none before they are planted', async () => {
    const { findings } = review(await draftOf(csvOf(cleanRoster()), '学校.csv'))
    expect(findings.filter((f) => f.class === 'must' || f.class === 'look')).toEqual([])
  })

  it('every fault is found where it stands', async () => {
    const { findings } = review(await draftOf(csvOf(faultyRoster()), '学校.csv'))
    for (const fault of faults) {
      const found = findings.filter((f) => f.check === fault.check && f.class === fault.class).flatMap((f) => f.at.map((p) => p.address))
      expect(found, `${fault.check} in row ${fault.row}`).toContain(addressOf('学校', fault))
    }
    expect(findings.filter((f) => f.class === 'must').reduce((sum, f) => sum + f.at.length, 0)).toBe(10)
  })

  it('mended, it has the coefficients of the clean roster, and the log has a line for every change', async () => {
    const draft = await mended()
    const { table, findings } = review(draft)
    expect(isClear(findings)).toBe(true)
    expect(findings.filter((f) => f.class === 'look')).toEqual([])
    const clean = review(await draftOf(csvOf(cleanRoster()), '学校.csv')).table
    const coefficients = (t: typeof table) => baselineOf(t).flatMap((r) => r.levels.flatMap((l) => l.items.map((i) => i.coefficient)))
    coefficients(table).forEach((cv, i) => expect(cv).toBeCloseTo(coefficients(clean)[i]!, 9))
    expect(changeLog(draft)).toHaveLength(12)
  })

  it('mended, it can be simulated', async () => {
    const made = countyFromRoster(review(await mended()).table, { name: '学校' })
    expect('roster' in made && made.roster!.length).toBe(60)
  })

  it('is refused a county while parts are larger than their wholes, with every school named', async () => {
    const draft = apply(await draftOf(csvOf(cleanRoster()), '学校.csv'), { edits: [write(7, 'backbone', '999'), write(9, 'backbone', '998')], why })
    const made = countyFromRoster(review(draft).table, { name: '学校' })
    expect(!('schools' in made) && made.map(({ path, text }) => [path, text.zh])).toEqual([
      ['学校!J7', '第6小学：县级以上骨干教师数（999）多于专任教师数，无法建立县域模型。'],
      ['学校!J9', '第8小学：县级以上骨干教师数（998）多于专任教师数，无法建立县域模型。'],
    ])
  })
})
