import { describe, expect, it } from 'vitest'
import { apply, baselineByGroup, englandItemSet, groupSummaries, isClear, openRoster, parseItemSet, parseMapping, review, RosterSession } from '../../src/roster/index.ts'
import { checksOf, fixtureBytes } from './fixtures.ts'

/** 8,178 real schools, through a mapping file and an item set that is data. */
async function england() {
  const json: unknown = JSON.parse(new TextDecoder().decode(fixtureBytes('england-map.json')))
  const { file } = parseMapping(json, englandItemSet)
  const opened = await openRoster(fixtureBytes('england-workforce.csv'), 'england-workforce.csv', { set: englandItemSet, map: file! })
  if (!opened.draft) throw new Error('not read')
  return opened.draft
}

describe('somebody else’s standard', () => {
  it('reads the schools, says that suppressed figures are empty, and leaves those rows out at one press', async () => {
    const draft = await england()
    const { table, findings } = review(draft)
    expect(table.rows).toHaveLength(8178)
    expect(checksOf(findings, 'must')).toEqual(['empty'])
    const empty = findings.find((f) => f.check === 'empty')!
    expect(empty.at).toHaveLength(58)
    const done = apply(draft, { edits: empty.all.find((f) => f.id === 'leave-out')!.edits, why: empty.text })
    const after = review(done)
    expect(isClear(after.findings)).toBe(true)
    expect(after.table.rows).toHaveLength(8120)
  })

  it('gives coefficients per authority whose median and 5 and 95 percent points are the published ones', async () => {
    const draft = await england()
    const empty = review(draft).findings.find((f) => f.check === 'empty')!
    const { table } = review(apply(draft, { edits: empty.all.find((f) => f.id === 'leave-out')!.edits, why: empty.text }))
    const groups = baselineByGroup(table)
    expect(groups).toHaveLength(88)
    const primary = groups.map(({ baseline }) => baseline[0]!.levels.find((l) => l.level === 'primary')!)
    // an authority with a single school has no dispersion to speak of
    const coefficients = primary
      .filter((l) => l.rows.length > 1)
      .map((l) => l.items.find((i) => i.item.id === 'T')!.coefficient)
      .sort((a, b) => a - b)
    const ranked = (p: number): string => coefficients[Math.floor(p * coefficients.length)]!.toFixed(3)
    expect([ranked(0.5), ranked(0.05), ranked(0.95)]).toEqual(['0.139', '0.108', '0.186'])
    // the same by the code that the page and the command line show
    const summary = groupSummaries(table).find((one) => one.level === 'primary' && one.item === 'T')!
    expect([summary.median, summary.low, summary.high].map((x) => x.toFixed(3))).toEqual(['0.139', '0.108', '0.186'])
    expect([summary.groups, summary.figures.length]).toEqual([86, 86])
  })

  it('judges nothing where the set has no limits', async () => {
    const [first] = baselineByGroup(review(await england()).table)
    for (const level of first!.baseline[0]!.levels)
      expect([level.outcome, level.passing, level.composite]).toEqual(['undecided', null, null])
  })
})

describe('item sets as files', () => {
  const good = JSON.parse(JSON.stringify(englandItemSet)) as typeof englandItemSet

  it('refuses unknown words and fields that do not exist, with a place and a hint', () => {
    const wrong = parseItemSet({
      ...good,
      regimes: [{ ...good.regimes[0], items: [{ ...good.regimes[0]!.items[0], terms: [{ field: 'teachrs' }] }] }],
    })
    expect(wrong.problems.map((p) => [p.path, p.text.en])).toEqual([
      ['regimes[0].items[0]', '“teachrs” is not one of the fields of this item set.'],
    ])
    expect(parseItemSet({ ...good, levl: 1 }).problems[0]).toMatchObject({
      path: 'levl',
      text: { en: '“levl” is not a word of item sets.', zh: '指标集文件中没有“levl”这一项。' },
      hint: { en: 'Did you mean “level”?' },
    })
    // what is wrong is said in words of the reader’s language, with what to do
    expect(parseItemSet({ ...good, fields: 'none', code: '9' }).problems).toEqual([
      { path: 'code', text: { en: '"9" cannot be an id.', zh: '"9" 不能作标识。' }, hint: { en: expect.stringContaining('letter'), zh: expect.stringContaining('字母') } },
      { path: 'fields', text: { en: 'Expected a list […]; the file has a text.', zh: '此处应为列表 […]，文件中为文本。' }, hint: expect.objectContaining({ zh: expect.stringContaining('对照') }) },
    ])
    expect(parseItemSet('text').problems).toHaveLength(1)
  })

  it('a mapping with an unknown field or unit is refused', () => {
    const map = {
      format: 1,
      itemSet: 'england-workforce',
      columns: [
        { header: 'x', field: 'nonsense' },
        { header: 'y', field: 'pupils', unit: 'mu' },
      ],
    }
    expect(parseMapping(map, englandItemSet).problems.map((p) => p.path)).toEqual(['map.columns[0].field', 'map.columns[1].unit'])
    expect(parseMapping({ format: 2 }, englandItemSet).problems.map((p) => [p.path, p.text.zh])).toEqual([
      ['map.format', '此处不能写 2。'],
      ['map.itemSet', '缺少“itemSet”。'],
      ['map.columns', '缺少“columns”。'],
    ])
  })

  it('a set with limits and a rule for schools is judged from its own numbers', async () => {
    const regime = {
      ...good.regimes[0]!,
      judge: 'each' as const,
      limit: { primary: 0.2 },
      school: { met: 1, floor: 0.8 },
      items: [{ ...good.regimes[0]!.items[0]!, standard: { primary: 5 } }],
    }
    const { set } = parseItemSet({ ...good, regimes: [regime] })
    // 10 and 3 teachers on 200 and 100 pupils: 5 meets, 3 is below 80 % of 5; CV = √(2/3·(2/3)² + 1/3·(4/3)²) ÷ 13/3 = √(24/27) ÷ (13/3)
    const csv = 'la_number,urn,phase,teachers_fte,pupils\n1,a,Primary,10,200\n1,b,Primary,3,100\n'
    const opened = await openRoster(new TextEncoder().encode(csv), 'a.csv', { set: set! })
    const level = baselineByGroup(review(opened.draft!).table)[0]!.baseline[0]!.levels[0]!
    expect(level.items[0]!.coefficient).toBeCloseTo(Math.sqrt(24 / 27) / (13 / 3), 12)
    expect([level.passing, level.schools, level.outcome]).toEqual([1, ['passes', 'fails'], 'fails'])
    // a school without the figure may yet have it: it neither passes nor fails
    const unknown = await openRoster(new TextEncoder().encode(`${csv}1,c,Primary,,100\n`), 'a.csv', { set: set! })
    expect(baselineByGroup(review(unknown.draft!).table)[0]!.baseline[0]!.levels[0]!.schools).toEqual(['passes', 'fails', 'undecided'])
  })

  it('of one’s own that was changed opens its files still, though columns remembered for it are not known any more', async () => {
    const fields = good.fields.flatMap((field) => (field.id === 'teachers' ? [{ ...field, id: 'staff' }] : [field]))
    const regimes = good.regimes.map((regime) => ({ ...regime, items: regime.items.map((item) => ({ ...item, terms: item.terms.map((term) => (term.field === 'teachers' ? { ...term, field: 'staff' } : term)) })) }))
    const { set, problems } = parseItemSet({ ...good, fields, regimes })
    expect(problems).toEqual([])
    const columns = [{ header: 'teachers_fte', field: 'teachers' }, { header: 'roll', field: 'pupils', unit: 'dozen' }]
    const map = { format: 1 as const, itemSet: good.id, columns, constants: { gone: 'x' }, values: { [good.level]: { Primary: 'gone', 'Middle deemed primary': 'primary' } } }
    const opened = await openRoster(new TextEncoder().encode('la_number,urn,phase,teachers_fte,roll\n1,a,Primary,10,200\n'), 'a.csv', { set: set!, map })
    expect(opened.draft?.base.columns.map((use) => use.field)).toEqual(expect.arrayContaining(['pupils', 'staff']))
    expect(opened.draft?.base).toMatchObject({ constants: {}, values: { [good.level]: { 'Middle deemed primary': 'primary' } } })
    expect(review(opened.draft!).table.rows[0]!.values).toMatchObject({ staff: 10, pupils: 200, [good.level]: 'primary' })
  })
})

describe('another standard, in the other thread', () => {
  const session = new RosterSession()
  it('is one that ships, or a file’s; China’s is the usual one', () => {
    expect(session.offered().map(({ id }) => id)).toEqual(['china', 'england-workforce'])
    expect([session.shippedSet('china'), session.shippedSet('constructor'), session.shippedSet('england-workforce')?.id]).toEqual([null, null, 'england-workforce'])
    const own = session.readSet(JSON.stringify({ ...englandItemSet, id: 'mine' }))
    expect([own.set?.id, own.problems]).toEqual(['mine', []])
    expect(session.readSet('{"format": 1').problems).toHaveLength(1)
    expect(session.readSet('{}')).toMatchObject({ set: null, map: null })
  })
  it('is chosen by a file of columns that names it; otherwise the columns are of the one in use', () => {
    const map = (itemSet: string, field: string) => JSON.stringify({ format: 1, itemSet, columns: [{ header: 'h', field }] })
    expect(session.readMap(map('england-workforce', 'teachers'), null)).toMatchObject({ set: { id: 'england-workforce' }, map: { itemSet: 'england-workforce' }, problems: [] })
    expect(session.readMap(map('china', 'books'), englandItemSet)).toMatchObject({ set: null, map: { itemSet: 'china' } })
    expect(session.readMap(map('constructor', 'books'), null)).toMatchObject({ set: null, map: { itemSet: 'constructor' } })
    expect(session.readMap(map('mine', 'books'), englandItemSet).problems.map((one) => one.path)).toEqual(['map.columns[0].field'])
  })
})
