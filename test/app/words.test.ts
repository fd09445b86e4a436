import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../src/words/fill.ts'
import * as engine from '../../src/engine/index.ts'
import { aboutEn } from '../../src/words/about.en.ts'
import { allotEn } from '../../src/words/allot.en.ts'
import { chartsEn } from '../../src/words/charts.en.ts'
import { cliWords } from '../../src/words/cli.ts'
import { rosterWords } from '../../src/words/cli-roster.ts'
import { uncertaintyWords } from '../../src/words/cli-uncertainty.ts'
import { dataEn } from '../../src/words/data.en.ts'
import { exploreEn } from '../../src/words/explore.en.ts'
import { fileEn } from '../../src/words/file.en.ts'
import { fill } from '../../src/words/fill.ts'
import { frameEn } from '../../src/words/frame.en.ts'
import { historyEn } from '../../src/words/history.en.ts'
import { catalogues, type WordKey } from '../../src/words/index.ts'
import { officialEn } from '../../src/words/official.en.ts'
import { schoolsEn } from '../../src/words/schools.en.ts'
import { shareEn } from '../../src/words/share.en.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { guaranteeText, obstacleText } from '../../src/app/charts/prepare/obstacle-words.ts'
import type { Obstacle } from '../../src/app/charts/prepare/obstacles.ts'
import { layout } from '../../src/app/services.ts'
import { textsIn, type FoundText } from '../support/declarations.ts'
import { speechIn } from '../support/speech.ts'

const { zh, en } = catalogues
const keys = Object.keys(zh) as WordKey[]
/** Every text people read: the catalogues of the page and of the command line, the declarations of the model but titles of studies, the scenarios that ship. */
const texts: readonly FoundText[] = [
  ...keys.map((key) => ({ path: key, text: { zh: zh[key], en: en[key] } })),
  ...textsIn({ cli: cliWords, roster: rosterWords, uncertainty: uncertaintyWords }),
  ...textsIn(engine, 'engine').filter(({ path }) => !path.startsWith('engine.sources.')),
  ...Object.entries(import.meta.glob('../../scenarios/*.json', { eager: true, import: 'default' })).flatMap(([path, one]) => textsIn(one, path)),
]
const faulty = (zhShape: RegExp, enShape: RegExp) => texts.filter(({ text }) => zhShape.test(text.zh ?? '') || enShape.test(text.en ?? '')).map(({ path, text }) => [path, text.zh, text.en])

describe('Q32 the two catalogues', () => {
  it('have the same keys and the same slots', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
    for (const key of keys) expect([key, [...slotsOf(en[key])].sort()]).toEqual([key, [...slotsOf(zh[key])].sort()])
  })
  it('leave no Chinese text in English letters only, and no English text with Chinese letters', () => {
    const free: readonly string[] = ['top.language', 'top.language.label', 'data.template.zh', 'data.template.en']
    for (const key of keys) {
      if (free.includes(key)) continue
      expect([key, /[\u4e00-\u9fff]/.test(en[key])]).toEqual([key, false])
      if (/[A-Za-z]{4,}/.test(zh[key].replace(/\{\w+\}/g, ''))) expect([key, /[\u4e00-\u9fff]/.test(zh[key])]).toEqual([key, true])
    }
  })
  it('Q21 never claim certainty or an optimum', () => {
    // the plural is the official name of a dimension: government guarantees
    expect(faulty(/最优|预测将|一定(?![^，。；]*比例)|必然/, /\boptim(al|um)\b|\bwill certainly\b|\bguaranteed?\b/i)).toEqual([])
  })
  it('Q22 give probabilities as counts of runs: no percentage of confidence', () => {
    expect(faulty(/置信|概率/, /% (confidence|probability|chance)/)).toEqual([])
  })
  it('Q32 use the words of the glossary: one for one idea', () => {
    // docs/glossary.md; the roster’s own headers may be whatever offices write
    const other = /差校|弱校|强校|杠杆|中位值|情景|假定|出处|推定|花名册|回测|运气|BAU|十二年制学校|关爱帮扶|(?<!家庭)所在地|离散来源|样本县/
    expect(faulty(other, /\btravelling\b|\b(weak|strong) schools?\b|\bbackcasts? needs?\b|(?<!\{)\bluck\b|\bcountryside\b|\b(added|additional) cost|\b(by|this|the same) plan\b|\bby quota\b|\blevel of school/i)).toEqual([])
  })
  it('count the items of the standard that judges: seven of 2017, eight of 2012', () => {
    const table = (all: number) => fill(zh['share.table.verdict'], { year: 2031, all })
    expect([engine.balance2017, engine.balance2012].map(({ items }) => table(items.length))).toEqual(['2031 年对照标准（7 项 × 2 学段）', '2031 年对照标准（8 项 × 2 学段）'])
  })
  it('Q34 stand in the singular where one is meant', () => {
    const mine = { ...aboutEn, ...allotEn, ...chartsEn, ...dataEn, ...exploreEn, ...fileEn, ...frameEn, ...historyEn, ...officialEn, ...schoolsEn, ...shareEn }
    const ones = Object.entries(mine).map(([key, text]) => [key, text.replace(/\{(\w+)\}/g, '1').replace(/\{\w+:([^|}]*)\|[^}]*\}/g, '$1')] as const)
    // runs are several wherever they are counted; the others are verbs, or draws of which there are always some
    expect(ones.filter(([, text]) => /(?<!of |over )\b1 (?!(?:runs|is|meets|does|times|class|government guarantees)\b)[a-z]+s\b/.test(text.replaceAll('directed ', '')))).toEqual([])
    expect([fill('{n} {n:school|schools}', { n: 1 }), fill('{n} {n:school|schools}', { n: '12' }), fill('{n:is|are}', {})]).toEqual(['1 school', '12 schools', '{n:is|are}'])
  })
  it('keep the copy budget of the verdict', () => {
    for (const key of ['verdict.half', 'verdict.fewer', 'verdict.all', 'verdict.never'] as const) expect([key, [...zh[key].replace('{year}', '2033').replace(/\s/g, '')].length <= 12]).toEqual([key, true])
    for (const key of keys) if (key.startsWith('lever.')) expect([key, [...zh[key]].length <= 8]).toEqual([key, true])
  })
  it('keep the copy budget of what stands in the way: 16 letters, a line of a low window in English', () => {
    const speeches = [speechIn('zh'), speechIn('en')] as const
    const both = (say: (speech: Speech) => string) => speeches.map(say)
    const lines = [
      ...layout.standards['balance-2017'].items.flatMap((item) =>
        engine.levels.flatMap((level) => {
          const found: readonly Obstacle[] = [{ kind: 'cv', item, level, cv: 0.609, limit: 0.5 }, { kind: 'missing', item, level }, { kind: 'floor', item, level, count: 33 }, { kind: 'overall', level, count: 33 }]
          // by the text of 2012 the mean of all items is in the way, by that of 2017 each of them
          return [false, true].flatMap((composite) => found.slice(0, composite ? 2 : 4).map((one) => both((speech) => obstacleText(speech, one, composite))))
        }),
      ),
      // only what the model can judge is ever said to be missed: by all of 20 runs, or by most
      ...engine.governmentItems.filter((item) => item.measures.length > 0).flatMap((item) => [0, 9].map((passes) => both((speech) => guaranteeText(speech, { item, runs: { passes, of: 20 }, values: [] })))),
    ]
    expect(lines.length).toBeGreaterThan(90)
    expect(lines.filter(([chinese]) => [...chinese!.replace(/\s/g, '')].length > 16)).toEqual([])
    expect(lines.filter(([, english]) => english!.length > 38)).toEqual([])
  })
})
