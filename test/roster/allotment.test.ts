import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allot as allotted, directedPlacesSet, openRoster, parseAllotmentFile, review } from '../../src/roster/index.ts'

const csv = `学校名称,学校代码,城乡类型,薄弱学校,片区,符合条件的毕业生数
城关初中,1,城区,否,东片,300
新城初中,2,城区,否,东片,200
青山初中,3,乡村,是,西片,100
柳树初中,4,乡村,否,西片,4
白塔初中,5,乡村,否,西片,6
`
const allot = (...words: Parameters<typeof allotted>) => {
  const { report, problems } = allotted(...words)
  if (!report) throw new Error(problems.map((p) => p.text.en).join('\n'))
  return report
}
const ruleOf = (json: object) => {
  const { rule, problems } = parseAllotmentFile({ format: 1, ...json })
  if (!rule) throw new Error(problems.map((p) => p.path).join(', '))
  return rule
}

async function tableOf(text = csv) {
  const opened = await openRoster(new TextEncoder().encode(text), 'candidates.csv', { set: directedPlacesSet })
  const { table, findings } = review(opened.draft!)
  expect(findings.filter((f) => f.class === 'must')).toEqual([])
  return table
}

describe('allotment as a job of its own', () => {
  it('gives places by number of leavers, tiny schools together, and the totals agree', async () => {
    // 610 leavers, 61 places: 30, 20, 10, and 1 for the two tiny schools together
    const report = allot(await tableOf(), ruleOf({ mergeBelow: 10 }), 61)
    expect(report.schools.map((s) => [s.name, s.total])).toEqual([
      ['城关初中', 30],
      ['新城初中', 20],
      ['青山初中', 10],
      ['柳树初中', null],
      ['白塔初中', null],
    ])
    expect(report.schools[3]!.sharedWith).toEqual(['柳树初中', '白塔初中'])
    expect(report.schools.map((s) => s.per100)).toEqual([10, 10, 10, 10, 10])
    expect([report.pool, report.allotted]).toEqual([61, 61])
    expect(report.ruralShare).toBeCloseTo(11 / 61, 12)
    expect(report.share).toBeNaN()
  })

  it('tilts to rural and weak schools, for several senior highs, and reports the official share', async () => {
    const rule = ruleOf({
      tiltRural: 0.5,
      tiltWeak: 0.5,
      seniors: [
        { name: '一中', plan: 100, share: 0.6 },
        { name: '二中', plan: 100, share: 0.5 },
      ],
    })
    // weights 300, 200, 100 × 2, 4 × 1.5, 6 × 1.5 = 715; 60 places: 25.17, 16.78, 16.78, 0.50, 0.76
    const report = allot(await tableOf(), rule, 0)
    expect(report.seniors[0]!.allotment.units.map((u) => u.places)).toEqual([25, 17, 17, 0, 1])
    expect(report.seniors.map((s) => s.pool)).toEqual([60, 50])
    expect(report.share).toBeCloseTo(0.55, 12)
    expect(report.allotted).toBe(110)
  })

  it('counts townships as rural, as the admission rules and the statistics do, and says nothing where the table does not say', async () => {
    // 300, 200, 100 × 1.5, 4 × 1.5, 6 × 1.5 = 665 of 66 places: 29.77, 19.85, 14.89, 0.60, 0.89
    const report = allot(await tableOf(csv.replace('3,乡村', '3,镇区')), ruleOf({ tiltRural: 0.5 }), 66)
    expect(report.schools.map((s) => s.total)).toEqual([30, 20, 15, 0, 1])
    expect(report.ruralShare).toBeCloseTo(16 / 66, 12)
    const bare = await tableOf('学校,毕业生数\n甲,50\n乙,50\n')
    expect(allot(bare, ruleOf({}), 10).ruralShare).toBeNaN()
    expect(allotted(bare, ruleOf({ tiltRural: 0.5, tiltWeak: 0.5 }), 10).problems.map((p) => p.path)).toEqual(['tiltRural', 'tiltWeak'])
  })

  it('the seed decides a tie, and the same seed decides it the same way whatever other schools there are', async () => {
    const even = '学校,毕业生数\n甲,50\n乙,50\n'
    const winner = async (seed: string, text: string) =>
      allot(await tableOf(text), ruleOf({ seed }), text.includes('丙') ? 3 : 1)
        .schools.slice(0, 2)
        .map((s) => s.total)
        .join()
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => winner(seed, even)))
    expect(new Set(results)).toEqual(new Set(['1,0', '0,1']))
    // a third school with two whole places of its own leaves the tie as it was
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => winner(seed, even + '丙,200\n')))).toEqual(results)
  })

  it.each(['rosters.md', 'rosters.zh.md'])('the rule and the table in docs/%s give the places that stand there', async (name) => {
    const page = readFileSync(`docs/${name}`, 'utf8')
    const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!
    const report = allot(await tableOf(block('csv')), ruleOf(JSON.parse(block('json')) as object), 0)
    expect([report.pool, report.allotted, report.share]).toEqual([700, 700, 0.5])
    // weights 620, 480, 150 × 1.2 = 180, 90 × 1.3 = 117, 18 × 1.3 + 15 × 1.2 = 41.4; of 1438.4 for 700 places 301.7, 233.6, 87.6, 56.9, 20.1
    expect(report.batches[0]!.total!.units.map((unit) => [unit.schools.length, unit.places])).toEqual([[1, 302], [1, 233], [1, 88], [1, 57], [2, 20]])
    for (const places of [302, 233, 88, 57]) expect(page).toContain(String(places))
    // dealt to the senior highs, none lost
    expect(report.batches[0]!.total!.units.map((u, i) => report.seniors.reduce((sum, s) => sum + s.allotment.units[i]!.places, 0) - u.places)).toEqual([0, 0, 0, 0, 0])
  })

  it('refuses a rule with unknown words or impossible numbers, all at once', () => {
    expect(
      parseAllotmentFile({ format: 1, tilt: 1, mergeBelow: -1, seniors: [{ name: 'a', plan: 10, share: 2 }] })
        .problems.map((p) => p.path)
        .sort(),
    ).toEqual(['mergeBelow', 'seniors[0].share', 'tilt'])
  })
})
