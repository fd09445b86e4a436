import { assumption, cite } from '../declare.ts'
import { sharesIn, type Sharer } from '../county/base-shares.ts'
import type { County } from '../county/county.ts'
import { publicFundsBase, boardingSupplement, smallSchoolFloor, publicFundsCentralWest } from '../norms/public-funds.ts'
import { defineProcess, type ProcessYear } from './declare.ts'

/*
 * Funding. Rules and last October's roll become yuan per section; part of it buys equipment, which also wears out.
 * Who decides: national base per pupil, the county's money above it, this year's tilt.
 * What it ignores: arrears, fees, gifts; floor area and sports grounds are kept up and change by policy only.
 */

const parameters = {
  wear: {
    label: { en: 'Equipment, computers and books written off a year', zh: '设备、计算机和图书年报废率' },
    unit: 'share',
    default: 0.1,
    range: [0.05, 0.2],
    source: assumption({ en: 'a ten-year life; schools write off between five and twenty years', zh: '按十年使用期；各校报废年限五到二十年不等' }),
  },
  leak: {
    label: { en: 'Share of tilted money that becomes instruction', zh: '倾斜资金实际用于教学的比例' },
    unit: 'share',
    default: 0.7,
    range: [0.4, 0.9],
    source: cite('feigenberg-chile', { en: 'audits: many schools did not spend extra money as allowed; size judged', zh: '审计发现不少学校未按规定使用追加经费；幅度为估计' }, 'low'),
  },
  toEquipment: {
    label: { en: 'Share of added money spent on equipment', zh: '追加资金用于购置设备的比例' },
    unit: 'share',
    default: 0.35,
    range: [0.1, 0.7],
    source: assumption({ en: 'schools’ public-fund budgets; no national split', zh: '依学校公用经费预算；无全国分项' }),
  },
  toRooms: {
    label: { en: 'Share of added equipment money spent on multimedia rooms', zh: '追加设备资金用于多媒体教室的比例' },
    unit: 'share',
    default: 0.25,
    range: [0, 0.6],
    source: assumption({ en: 'what a county would buy first where rooms are short', zh: '多媒体教室不足时县里通常先行添置' }),
  },
  roomPrice: {
    label: { en: 'Price of a networked multimedia room', zh: '网络多媒体教室单价' },
    unit: 'yuan/room',
    default: 60000,
    range: [30000, 120000],
    source: assumption({ en: 'county tenders differ widely', zh: '各县招标价差别很大' }),
  },
} as const

type Now = ProcessYear<typeof parameters>

/** First year whose base is on record. Only years that a county lives before its own can lie before it: this base stands in for theirs. */
const firstBase = publicFundsCentralWest[0].from

/** Pays public funds of one section: base and above-base by pupils, funded as 100 where fewer. Returns yuan. */
function payPublicFunds(county: County, now: Now, s: number, shares: Readonly<Record<Sharer, number>>): number {
  const { sections } = county
  const { settings, ledger, year } = now
  const level = sections.level[s] === 0 ? 'primary' : 'junior'
  const roll = sections.rollLastOctober[s]
  if (roll === 0) return 0
  const pupils = roll < smallSchoolFloor ? smallSchoolFloor : roll
  const dated = Math.max(firstBase, year)
  const base = pupils * publicFundsBase(dated, level) + sections.boarders[s] * boardingSupplement(dated)
  const fromCentral = Math.round(base * shares.central)
  const fromProvince = Math.round(base * shares.province)
  const fromCity = Math.round(base * shares.city)
  ledger.spend('public-funds', s, fromCentral, 'central')
  ledger.spend('public-funds', s, fromProvince, 'province')
  if (fromCity !== 0) ledger.spend('public-funds', s, fromCity, 'city')
  // the county pays what rounding leaves, so that the parts are the whole to the yuan
  ledger.spend('public-funds', s, Math.round(base) - fromCentral - fromProvince - fromCity)
  const above = pupils * settings.finance.aboveBase[level]
  ledger.spend('public-funds', s, above)
  return base + above
}

export const funding = defineProcess({
  id: 'funding',
  text: {
    name: { en: 'Funding', zh: '经费' },
    summary: {
      en: 'Public funds, staff pay and upkeep per section; equipment, computers and books wear out and are bought.',
      zh: '按校部核定公用经费和人员经费，设备、计算机和图书折旧与更新。',
    },
  },
  parameters,
  streams: [],
  reads: ['sections.level', 'sections.school', 'sections.open', 'sections.rollLastOctober', 'sections.boarders', 'sections.staff', 'sections.upkeep', 'schools.owner', 'rules.fundsAdded'],
  touches: ['schools.equipment', 'schools.computers', 'schools.books', 'schools.multimedia', 'sections.instruction'],
  bind(county) {
    const { sections, schools } = county
    const kept = new Float64Array(county.capacity.schools)
    const bought = new Float64Array(county.capacity.schools)
    return (now) => {
      const { set, settings, ledger, rules } = now
      kept.fill(0)
      bought.fill(0)
      const shares = sharesIn(settings.finance.baseShares, now.year)
      for (let s = 0; s < sections.count; s++) {
        sections.instruction[s] = 0
        if (sections.open[s] === 0) continue
        const k = sections.school[s]
        if (schools.owner[k] !== 2) ledger.spend('staff', s, sections.staff[s] * settings.finance.teacherPay)
        const funds = payPublicFunds(county, now, s, shares)
        const added = rules.sections.fundsAdded[s] * set.leak
        kept[k] += funds * sections.upkeep[s]
        bought[k] += added * set.toEquipment
        sections.instruction[s] = added * (1 - set.toEquipment)
      }
      for (let k = 0; k < schools.count; k++) renew(county, k, kept[k], bought[k], set)
    }
  },
})

/**
 * Writes off and buys. Computers and books keep in step with equipment; a set part of what is bought beyond upkeep, or
 * taken away where the tilt is negative, goes to multimedia rooms.
 */
function renew(county: County, k: number, kept: number, bought: number, set: Now['set']): void {
  const { schools } = county
  const before = schools.equipment[k]
  if (before <= 0) return
  const after = Math.max(0, before * (1 - set.wear) + kept + bought * (1 - set.toRooms))
  schools.equipment[k] = after
  schools.computers[k] *= after / before
  schools.books[k] *= after / before
  if (bought !== 0) schools.multimedia[k] = Math.max(0, schools.multimedia[k] + (set.toRooms * bought) / set.roomPrice)
}
