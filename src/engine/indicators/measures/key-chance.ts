import type { SeenCounty } from '../../county/county.ts'
import { assumption, cite, type Bilingual } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { counts, quotient } from './over-sections.ts'

/*
 * The chance of a key senior-high place, by the junior school left. With fixed places the sum cannot change: what rises for
 * some falls for others.
 */

const chance = (id: string, kind: number, where: Bilingual) =>
  defineMeasure({
    id,
    standing: 'research',
    only: 'junior',
    text: {
      name: { en: `Chance of a key senior-high place, ${where.en}`, zh: `${where.zh}优质高中录取机会` },
      reading: { en: 'Leavers admitted to key senior highs, by any channel, out of all leavers of these junior schools.', zh: '该类初中毕业生中被优质高中录取（含指标到校）的比例。' },
    },
    unit: 'share',
    better: 'neither',
    formula: { en: 'leavers admitted to key senior highs ÷ leavers', zh: '被优质高中录取的毕业生数 ÷ 毕业生数' },
    source: cite('loyalka-access', { en: 'access to elite senior highs differs by origin', zh: '优质高中入学机会因来源而异' }, 'medium'),
    thresholds: {},
    measure: (county, level) => quotient(county, level, 'keyAdmitted', 'leavers', kind),
  })

/** Chances by kind of place of the junior school; all places first. */
export const keyChance = chance('key-chance', -1, { en: 'all junior schools', zh: '全县初中' })
export const keyChanceTown = chance('key-chance-town', 0, { en: 'county-town schools', zh: '城区初中' })
export const keyChanceTownship = chance('key-chance-township', 1, { en: 'township schools', zh: '镇区初中' })
export const keyChanceRural = chance('key-chance-rural', 2, { en: 'rural schools', zh: '乡村初中' })

/** Sums over junior sections that had leavers. */
function admitted(county: SeenCounty): { readonly leavers: number; readonly key: number; readonly leaversLow: number; readonly keyLow: number } {
  const { sections } = county
  const sum = { leavers: 0, key: 0, leaversLow: 0, keyLow: 0 }
  for (let s = 0; s < sections.count; s++) {
    if (!counts(county, s, 1)) continue
    sum.leavers += sections.leavers[s]
    sum.key += sections.keyAdmitted[s]
    sum.leaversLow += sections.leaversLow[s]
    sum.keyLow += sections.keyLow[s]
  }
  return sum
}

const chanceByFamily = (id: string, where: Bilingual, of: (sum: ReturnType<typeof admitted>) => number) =>
  defineMeasure({
    id,
    standing: 'research',
    only: 'junior',
    text: {
      name: { en: `Chance of a key senior-high place, ${where.en}`, zh: `${where.zh}学生优质高中录取机会` },
      reading: { en: 'Leavers admitted to key senior highs out of all leavers of such families.', zh: '该类家庭背景的初中毕业生中被优质高中录取的比例。' },
    },
    unit: 'share',
    better: 'neither',
    formula: { en: 'leavers of such families admitted to key senior highs ÷ leavers of such families', zh: '该类家庭被优质高中录取的毕业生数 ÷ 该类家庭毕业生数' },
    source: cite('ceps-gradient', { en: 'scores rise with family background, and places with scores', zh: '成绩随家庭背景提高，录取机会随成绩提高' }, 'medium'),
    thresholds: {},
    measure: (county) => of(admitted(county)),
  })

/** Chances on both sides of the county mean of family background. */
export const keyChanceLowFamily = chanceByFamily('key-chance-low-background', { en: 'family background below the county mean', zh: '家庭背景低于全县均值的' }, ({ leaversLow, keyLow }) =>
  leaversLow > 0 ? keyLow / leaversLow : NaN,
)
export const keyChanceHighFamily = chanceByFamily('key-chance-high-background', { en: 'family background at or above the county mean', zh: '家庭背景不低于全县均值的' }, ({ leavers, key, leaversLow, keyLow }) =>
  leavers > leaversLow ? (key - keyLow) / (leavers - leaversLow) : NaN,
)

/** Largest minus smallest chance between junior schools. */
export const keyChanceRange = defineMeasure({
  id: 'key-chance-range',
  standing: 'research',
  only: 'junior',
  text: {
    name: { en: 'Range between junior schools in the chance of a key senior-high place', zh: '初中校际优质高中录取机会极差' },
    reading: { en: 'Chance at the junior school with the largest minus that with the smallest; schools with 10 leavers or more.', zh: '录取机会最高与最低的初中之差（毕业生10人及以上的学校）。' },
  },
  unit: 'share',
  better: 'lower',
  formula: { en: 'max − min over junior schools with 10 leavers or more of (leavers admitted to key senior highs ÷ leavers)', zh: '毕业生10人及以上的各初中（被优质高中录取的毕业生数 ÷ 毕业生数）的最大值 − 最小值' },
  source: assumption({ en: 'the smallest schools are left out because one leaver would move their chance by more than a tenth', zh: '规模过小的学校不计：一名毕业生即可使其录取率变动十分之一以上' }),
  thresholds: {},
  measure(county) {
    const { sections } = county
    let highest = -1
    let lowest = 2
    for (let s = 0; s < sections.count; s++) {
      if (!counts(county, s, 1) || sections.leavers[s] < 10) continue
      const value = sections.keyAdmitted[s] / sections.leavers[s]
      if (value > highest) highest = value
      if (value < lowest) lowest = value
    }
    return highest < 0 ? NaN : highest - lowest
  },
})
