import { levelCode, type SeenCounty } from '../../county/county.ts'
import { cite, type Level } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'
import { counts } from './over-sections.ts'

/*
 * Government items 13 to 15: zoned nearby enrolment, directed senior-high places, places for migrant children.
 */

const privateOwner = 2

/** G13: pupils who live in the zone of their town or township public day school. */
export const nearbyEnrolment = defineMeasure({
  id: 'G13-nearby-enrolment',
  standing: 'official',
  text: {
    name: { en: 'Pupils enrolled in their zone', zh: '就近划片入学比例' },
    reading: { en: 'Town and township public schools without boarding: all in primary, at least 95% in junior.', zh: '城区和镇区公办学校（不含寄宿制）就近划片入学比例，小学100%、初中95%以上。' },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: 'pupils who live in the zone ÷ pupils, town and township public schools without boarding', zh: '本片区学生数 ÷ 在校生数，限城区、镇区不含寄宿的公办学校' },
  source: cite('balance-form-2017', { en: 'government item 13: primary 100%, junior at least 95%', zh: '政府保障程度第13项：小学100%，初中不低于95%' }, 'high'),
  thresholds: { primary: { atLeast: 1 }, junior: { atLeast: 0.95 } },
  measure(county, level) {
    const { sections, schools } = county
    const code = levelCode(level)
    let zoned = 0
    let pupils = 0
    for (let s = 0; s < sections.count; s++) {
      const k = sections.school[s]
      if (!counts(county, s, code) || sections.kind[s] === 2 || schools.owner[k] === privateOwner || schools.boarding[k] !== 0) continue
      zoned += sections.zoned[s]
      pupils += sections.roll[s]
    }
    return pupils > 0 ? zoned / pupils : NaN
  },
})

/** G14: directed places out of all places of key senior highs. */
export const quotaShare = defineMeasure({
  id: 'G14-quota-share',
  standing: 'official',
  only: 'junior',
  text: {
    name: { en: 'Key senior-high places directed to junior schools', zh: '优质高中招生名额分配比例' },
    reading: { en: 'At least half, tilted to rural junior schools.', zh: '不低于50%，并向农村初中倾斜。' },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: 'directed places ÷ places of key senior highs', zh: '指标到校名额 ÷ 优质高中招生名额' },
  source: cite('balance-form-2017', { en: 'government item 14: at least 50%', zh: '政府保障程度第14项：不低于50%' }, 'high'),
  thresholds: { junior: { atLeast: 0.5 } },
  measure({ seniors }) {
    let directed = 0
    let seats = 0
    for (let h = 0; h < seniors.count; h++) {
      directed += seniors.quotaSeats[h]
      seats += seniors.seats[h]
    }
    return seats > 0 ? directed / seats : NaN
  },
})

/** Directed places of rural junior schools (all outside the county town), per place a headcount would give them. */
export const quotaRuralTilt = defineMeasure({
  id: 'quota-rural-tilt',
  standing: 'research',
  only: 'junior',
  text: {
    name: { en: 'Directed places of rural junior schools against their share of leavers', zh: '农村初中分配名额与毕业生占比之比' },
    reading: { en: 'Rural: all junior schools outside the county town, in townships and villages. 1: as many as their share of leavers; above 1: tilted to them.', zh: '农村初中指镇区和乡村的初中；1表示与毕业生占比相当，大于1表示向农村初中倾斜。' },
  },
  unit: 'ratio',
  better: 'neither',
  formula: { en: '(rural places ÷ all directed places) ÷ (rural leavers ÷ all leavers)', zh: '（农村初中名额 ÷ 全部到校名额）÷（农村初中毕业生 ÷ 全部毕业生）' },
  source: cite('quota-notice-2018', { en: 'tilted to rural junior schools; no national number', zh: '向农村初中倾斜；国家未规定具体数值' }, 'medium'),
  thresholds: {},
  measure({ sections }) {
    const places = [0, 0]
    const leavers = [0, 0]
    for (let s = 0; s < sections.count; s++) {
      if (sections.level[s] !== 1) continue
      const rural = sections.kind[s] > 0 ? 1 : 0
      places[rural] += sections.quotaPlaces[s]
      leavers[rural] += sections.leavers[s]
    }
    const all = places[0] + places[1]
    return all > 0 && leavers[1] > 0 ? (places[1] * (leavers[0] + leavers[1])) / (all * leavers[1]) : NaN
  },
})

function inPublicSchools(county: SeenCounty, level?: Level): number {
  const { sections, schools } = county
  let inPublic = 0
  let all = 0
  for (let s = 0; s < sections.count; s++) {
    if (!counts(county, s, level === undefined ? sections.level[s] : levelCode(level))) continue
    all += sections.migrants[s]
    if (schools.owner[sections.school[s]] !== privateOwner) inPublic += sections.migrants[s]
  }
  return all > 0 ? inPublic / all : NaN
}

/** G15 in part: migrant children in public schools. */
export const migrantPlaces = defineMeasure({
  id: 'G15-migrant-places',
  standing: 'proxy',
  text: {
    name: { en: 'Migrant children in public schools', zh: '随迁子女在公办学校就读比例' },
    reading: {
      en: 'Official item: public places and places bought in private schools, at least 85%. Bought places are not modelled, so this is a lower bound.',
      zh: '官方口径为公办学位与政府购买民办学位合计不低于85%；政府购买学位未建模，本数为下限。',
    },
  },
  unit: 'share',
  better: 'higher',
  formula: { en: 'migrant children on roll in public schools ÷ migrant children on roll', zh: '公办学校在读随迁子女数 ÷ 在读随迁子女数' },
  source: cite('balance-form-2017', { en: 'government item 15: at least 85%', zh: '政府保障程度第15项：不低于85%' }, 'high'),
  thresholds: { primary: { atLeast: 0.85 }, junior: { atLeast: 0.85 } },
  measure: (county, level) => inPublicSchools(county, level),
  wholeCounty: (county) => inPublicSchools(county),
})
