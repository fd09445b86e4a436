import writeWorkbook from 'write-excel-file/universal'
import { describe, expect, it } from 'vitest'
import {
  apply,
  baselineOf,
  explainCoefficient,
  explanationText,
  filledFormula,
  isClear,
  openRoster,
  review,
  type Draft,
} from '../../src/roster/index.ts'

// five schools of the published worked example: pupils and library books
const rows = [
  ['学校', '学生数', '图书册数'],
  ['小学1', 45, 279],
  ['小学2', 37, 137],
  ['小学3', 89, 935],
  ['小学4', 76, 160],
  ['小学5', 55, 402],
]

const workbook = async (): Promise<Uint8Array> => new Uint8Array(await (await writeWorkbook(rows).toBlob()).arrayBuffer())

async function imported(): Promise<Draft> {
  const { draft } = await openRoster(await workbook(), '图书.xlsx')
  // the file has no column for the stage: the only thing that must be fixed, and the names of the schools say it
  const { findings } = review(draft!)
  expect(findings.filter((f) => f.class === 'must').map((f) => f.check)).toEqual(['missing-column'])
  const fix = findings[0]!.all.find((f) => f.id === 'from-name')!
  return apply(draft!, { edits: fix.edits, why: findings[0]!.text })
}

describe('the five-school worked example, from a spreadsheet', () => {
  it('gives 0.515 with the formula filled in', async () => {
    const { table, findings } = review(await imported())
    expect(isClear(findings)).toBe(true)
    const basic = baselineOf(table).find((r) => r.regime.id === 'balance-2012')!
    const primary = basic.levels.find((l) => l.level === 'primary')!
    const books = primary.items.find((i) => i.item.id === 'B5')!
    expect(books.mean).toBeCloseTo(6.33444, 5)
    expect(books.deviation).toBeCloseTo(3.26386, 5)
    expect(books.coefficient).toBeCloseTo(0.51526, 5)
    const formula = filledFormula(table.set, primary, books)
    expect(formula.squares).toBeCloseTo(10.65279, 5)
    expect(formula.lines.map((l) => l.zh)).toEqual([
      'X̄ = Σx ÷ ΣP = 1913 ÷ 302 = 6.33444',
      'S = √ Σ (Pᵢ ÷ 302) (Xᵢ − 6.33444)² = √ 10.6528 = 3.26386',
      'CV = S ÷ X̄ = 3.26386 ÷ 6.33444 = 0.515',
    ])
    // the source prints the parts of the five schools: 0.003, 0.85, 5.13, 4.50, 0.17
    const part = (name: string): number => formula.contributions.find((c) => c.name === name)!.square
    expect(part('小学1')).toBeCloseTo(0.003, 3)
    expect(part('小学2')).toBeCloseTo(0.85, 2)
    expect(part('小学3')).toBeCloseTo(5.13, 2)
    expect(part('小学4')).toBeCloseTo(4.5, 2)
    expect(part('小学5')).toBeCloseTo(0.17, 2)
    expect(formula.contributions[0]!.name).toBe('小学3')
  })

  it('leaves every item without a column open instead of passing it', async () => {
    const { table } = review(await imported())
    for (const regime of baselineOf(table)) for (const level of regime.levels) expect(level.outcome).toBe('undecided')
  })

  it('names the unweighted and the n − 1 calculation when a county got 0.489 or 0.546', async () => {
    const { table } = review(await imported())
    const regime = table.set.regimes.find((r) => r.id === 'balance-2012')!
    const item = regime.items.find((i) => i.id === 'B5')!
    const why = (own: string): string[] => explainCoefficient(table, regime, 'primary', item, own)[0]!.departures.map((d) => d.id)
    expect(why('0.489')).toEqual(['unweighted'])
    expect(why('0.546')).toEqual(['sample'])
    expect(why('0.52')).toEqual([])
    const none = explainCoefficient(table, regime, 'primary', item, '0.900')
    expect(none[0]!.matches).toBe(false)
    expect(explanationText(none).zh).toContain('都得不到')
  })
})
