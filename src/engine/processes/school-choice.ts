import { assumption, cite } from '../declare.ts'
import { gumbelOffset, gumbelSlope } from '../kernel/variates.ts'
import { keyedHash } from '../kernel/random.ts'
import { blockInGrade, firstPupil } from '../county/cohorts.ts'
import { optionsPerPlace } from '../county/pupils.ts'
import type { County } from '../county/county.ts'
import { listOptions } from './choice-sets.ts'
import { defineProcess, type ProcessYear } from './declare.ts'

/*
 * School choice. Families of children who enter grade 1 or 7 list up to three schools they may and can reach.
 * Who decides: the family. About half take the zone school; the others trade distance against the mean score they believe in.
 * What it ignores: brothers and sisters, prices of housing, true value added (families do not see it).
 */

const parameters = {
  distance: {
    label: { en: 'Utility per kilometre', zh: '每公里距离的效用' },
    unit: 'utility/km',
    default: -0.25,
    range: [-0.5, -0.1],
    source: cite('burgess-2015', { en: 'sign and order of size in mixed-logit studies', zh: '方向和量级依混合逻辑特模型研究' }, 'low'),
  },
  believedMean: {
    label: { en: 'Utility per SD of the believed mean score', zh: '家长认知均分每高一个标准差的效用' },
    unit: 'utility/SD',
    default: 1,
    range: [0.4, 2],
    source: cite('hastings-2009', { en: 'families choose on levels; rises with income and ability', zh: '家长按成绩水平择校；随收入和子女能力增强' }, 'low'),
  },
  meanByBackground: {
    label: { en: 'The same, more per SD of family background', zh: '家庭背景每高一个标准差的追加效用' },
    unit: 'utility/SD',
    default: 0.3,
    range: [0, 0.6],
    source: cite('hastings-2009', { en: 'families choose on levels; rises with income and ability', zh: '家长按成绩水平择校；随收入和子女能力增强' }, 'medium'),
  },
  valueAdded: {
    label: { en: 'Utility per SD of what a school truly adds', zh: '学校真实增值每高一个标准差的效用' },
    unit: 'utility/SD',
    default: 0,
    range: [0, 0.2],
    source: cite('zhang-2013', { en: 'families choose by level, not by what a school adds', zh: '家长按成绩水平择校，而非按学校增值' }, 'medium'),
  },
  simpleRule: {
    label: { en: 'Families who simply take the zone school', zh: '直接就读划片学校的家庭比例' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    source: cite('dignum-2025', { en: 'simple rules fit register data better than full utility', zh: '简单规则比完全效用模型更符合登记数据' }, 'medium'),
  },
  outOfZone: {
    label: { en: 'Utility cost of a place out of zone', zh: '跨片就读的效用代价' },
    unit: 'utility',
    default: -3,
    range: [-6, -1],
    source: assumption({ en: 'nearby enrolment is the rule; a few per cent go elsewhere', zh: '就近入学为常态；跨片就读仅占百分之几' }),
  },
  privateCost: {
    label: { en: 'Utility cost of a private school', zh: '民办学校的效用代价' },
    unit: 'utility',
    default: -3,
    range: [-6, 0],
    source: assumption({ en: 'fees; chosen so that private schools fill but do not overflow', zh: '反映学费；按民办学校招满而不溢出设定' }),
  },
  privateByBackground: {
    label: { en: 'Private school, per SD of family background', zh: '民办学校对家庭背景的吸引斜率' },
    unit: 'utility/SD',
    default: 0.8,
    range: [0, 1.5],
    source: assumption({ en: 'fees bind poorer families more', zh: '学费对低收入家庭约束更大' }),
  },
  chance: {
    label: { en: 'Utility of the chance of a key senior high (junior)', zh: '优质高中录取机会的效用（初中）' },
    unit: 'utility',
    default: 1,
    range: [0, 4],
    source: assumption({ en: 'families speak of it; no estimate in utility', zh: '家长确有此考虑；无效用估计' }),
  },
  strategic: {
    label: { en: 'Families who choose a junior school for its quota', zh: '为指标名额择校的家庭比例' },
    unit: 'share',
    default: 0.07,
    range: [0.01, 0.25],
    source: cite('cullen-2013', { en: 'at least 5 %, up to 25 % of those with motive and opportunity, Texas', zh: '得克萨斯州：有动机且有条件者中至少5%，至多25%' }, 'medium'),
  },
} as const

type Now = ProcessYear<typeof parameters>

/** Base utility of every option this year, without the family’s own part. */
export function baseUtilities(county: County, now: Now, level: 0 | 1, base: Float64Array): void {
  const { places, options, sections, schools } = county
  const { set, rules } = now
  for (let v = 0; v < places.count; v++) {
    const m = (level * places.capacity + v) * optionsPerPlace
    for (let k = 0; k < optionsPerPlace && options.section[m + k] >= 0; k++) {
      const s = options.section[m + k]
      const owner = schools.owner[sections.school[s]]
      const boards = level === 1 && schools.boarding[sections.school[s]] === 1
      const km = boards && options.km[m + k] > 4 ? 4 + 0.25 * (options.km[m + k] - 4) : options.km[m + k]
      const pooled = rules.county.zonePooling > 0 && k <= 2 && owner === 0
      const away = k === 0 || pooled ? 0 : owner === 2 ? set.privateCost : set.outOfZone - rules.county.choiceCurb
      base[m + k] = set.distance * km + set.believedMean * (sections.belief[s] + rules.sections.repute[s]) + set.valueAdded * sections.valueAdded[s] + away
    }
  }
}

export const schoolChoice = defineProcess({
  id: 'school-choice',
  text: {
    name: { en: 'School choice', zh: '择校意愿' },
    summary: {
      en: 'Families of entrants rank the schools in reach by distance, by the mean score they believe in, and by chances of a key senior high.',
      zh: '新生家庭按距离、认知中的学校成绩和升学机会对可选学校排序。',
    },
  },
  parameters,
  streams: ['school-choice.taste', 'school-choice.rule', 'school-choice.motive'],
  reads: ['blocks.grade', 'blocks.size', 'pupils.id', 'pupils.home', 'pupils.background', 'places.x', 'places.y', 'places.primaryZone', 'places.juniorZone', 'sections.id', 'sections.school', 'sections.level', 'sections.open', 'sections.kind', 'sections.belief', 'sections.valueAdded', 'sections.keyChance', 'schools.owner', 'schools.boarding', 'schools.x', 'schools.y', 'rules.zonePooling', 'rules.choiceCurb', 'rules.repute'],
  touches: ['pupils.wishes', 'options.section', 'options.km', 'places.listed'],
  bind(county) {
    const loops = choiceLoops(county)
    const choose = (now: Now, level: 0 | 1): void => {
      const block = blockInGrade(county, level === 0 ? 1 : 7)
      if (block < 0) return
      baseUtilities(county, now, level, loops.base)
      loops.prepare(now, level)
      loops.rankAll(firstPupil(county, block), county.blocks.size[block], level, now.set.simpleRule, level === 1 ? now.set.strategic : 0, now.set.chance)
    }
    return (now) => {
      listOptions(county)
      choose(now, 0)
      choose(now, 1)
    }
  },
})

/*
 * The ranking loop: about 13,000 families a year with up to eight options and a draw for each, the largest cost of a year
 * next to teaching. Its arrays and constants are those of the closure and it calls nothing inside the loop but the hash
 * (measured: the plainer form, with objects per family, is more than ten times slower). Arguments are made plain numbers before
 * the loop, as in teaching, and whole numbers stay whole: running maxima that begin at a constant of the module were kept as
 * objects, which took half as long again.
 */
export function choiceLoops(county: County) {
  const { pupils, sections, schools, options } = county
  const { id, home, background, wishes } = pupils
  const option = options.section
  const base = new Float64Array(county.options.capacity)
  const k0 = new Int32Array(county.capacity.sections)
  const k1 = new Int32Array(county.capacity.sections)
  const byBackground = new Float64Array(county.capacity.sections)
  const chance = new Float64Array(county.capacity.sections)
  const offset = gumbelOffset
  const slope = gumbelSlope
  const hash = keyedHash
  const placeCapacity = county.capacity.places
  /** Pupils whose families weigh their options. */
  const weighing = new Int32Array(county.capacity.cohort)
  /** Keys of the draws that decide who keeps a simple rule and who is strategic. */
  const keys = new Int32Array(4)
  /** Below every key (utilities stay within ±2048); its option number reads as 7, which a place with fewer options does not have. */
  const lowest = -1073741824
  /** Nibbles after the third wish: no further one. */
  const noFurther = -4096

  /**
   * A family’s three best options, packed. A key holds utility in 2^-16 steps above and the option number below; three running
   * maxima in registers keep the best (a sorted list of all options took half as long again; maxima by comparison, which a
   * processor guesses wrong for every other option, a quarter).
   */
  function rank(row: number, m: number, weight: number): number {
    const who = id[row]
    const z = background[row]
    let best = lowest
    let second = lowest
    let third = lowest
    for (let k = 0; k < optionsPerPlace; k++) {
      const s = option[m + k]
      if (s < 0) break
      const h = hash(who, k0[s], k1[s])
      const u = base[m + k] + z * byBackground[s] + weight * chance[s] + offset[h >>> 21] + (h & 2097151) * slope[h >>> 21]
      const key = (((u * 65536) | 0) << 3) | (7 - k)
      // what is less than 0 of a difference moves the smaller of two numbers down and the larger up
      const first = (key - best) | 0
      const down = first & (first >> 31)
      const under = (best + down) | 0
      best = (key - down) | 0
      const next = (under - second) | 0
      const further = next & (next >> 31)
      const last = (second + further) | 0
      second = (under - further) | 0
      const rest = (last - third) | 0
      third = (last - (rest & (rest >> 31))) | 0
    }
    return noFurther | (7 - (best & 7)) | ((7 - (second & 7)) << 4) | ((7 - (third & 7)) << 8)
  }

  /** Gives every family the order of the list and lists those who weigh their options; returns how many they are. */
  function setApart(from: number, to: number, limit: number): number {
    const rule0 = keys[0]
    const rule1 = keys[1]
    const simpleLimit = +limit
    let n = 0
    for (let i = from; i < to; i++) {
      wishes[i] = noFurther | 0x210
      weighing[n] = i
      n += hash(id[i], rule0, rule1) >>> 0 < simpleLimit ? 0 : 1
    }
    return n
  }

  /** Wishes of the families listed; strategic ones weigh the chance of a key senior high four times. */
  function rankListed(n: number, firstPlace: number, limit: number, weight: number): void {
    const motive0 = keys[2]
    const motive1 = keys[3]
    const strategicLimit = +limit
    const plain = +weight
    const strategic = 4 * plain
    for (let j = 0; j < n; j++) {
      const i = weighing[j]
      const isStrategic = strategicLimit > 0 && hash(id[i], motive0, motive1) >>> 0 < strategicLimit
      wishes[i] = rank(i, (firstPlace + home[i]) * optionsPerPlace, isStrategic ? strategic : plain)
    }
  }

  return {
    base,
    /** Keys and slopes of this year. */
    prepare(now: Now, level: 0 | 1): void {
      const { set, draws } = now
      keys[0] = draws.k0('school-choice.rule')
      keys[1] = draws.k1('school-choice.rule')
      keys[2] = draws.k0('school-choice.motive')
      keys[3] = draws.k1('school-choice.motive')
      const taste0 = draws.k0('school-choice.taste')
      const taste1 = draws.k1('school-choice.taste')
      for (let s = 0; s < sections.count; s++) {
        k0[s] = keyedHash(sections.id[s], taste0, taste1)
        k1[s] = keyedHash(sections.id[s], taste1, ~taste0)
        const isPrivate = schools.owner[sections.school[s]] === 2
        byBackground[s] = set.meanByBackground * sections.belief[s] + (isPrivate ? set.privateByBackground : 0)
        chance[s] = level === 1 ? sections.keyChance[s] : 0
      }
    },
    /** Wishes of every pupil of a block. Families with a simple rule keep the order of the list: zone school, then nearest. */
    rankAll(first: number, size: number, level: 0 | 1, simple: number, strategic: number, weight: number): void {
      const n = setApart(first, first + size, simple * 4294967296)
      rankListed(n, level * placeCapacity, strategic * 4294967296, weight)
    },
  }
}
