import { drawsOf } from '../kernel/random.ts'
import { seedWords } from '../kernel/seed.ts'
import { rankCandidates } from '../norms/candidate-ranking.ts'
import { admitToSenior, channels } from '../norms/quota-admission.ts'

/*
 * The closed county of the quota arithmetic: sixteen junior schools, one key senior high, no behaviour. What a quota does here
 * is arithmetic, so the engine's own admission must reproduce it.
 */

const ruralSchools = 8
const townSchools = 8
const ruralLeavers = 120
const townLeavers = 240
const seatShare = 0.25
/** Between-school variance as a share of the whole; the rest lies within schools. */
const betweenShare = 0.2

/** A closed county with one key senior high: which share of its places is directed, in which order, with which floor. */
export interface QuotaCase {
  readonly share: number
  readonly order: 'open-first' | 'quota-first'
  /** Town mean minus rural mean, SD. */
  readonly gap: number
  /** SD below the no-quota line; Infinity = none. */
  readonly floor?: number
}

/** Whom that takes. */
export interface QuotaOutcome {
  readonly admitted: number
  /** Town chance minus rural chance of a key place. */
  readonly gap: number
  /** Lowest directed cut minus the no-quota line, SD; NaN without directed places. */
  readonly lowestCut: number
}

/** One draw of the closed county, admitted by the engine’s rule. */
export function quotaDraw(one: QuotaCase, draw: number): QuotaOutcome {
  const { share, order, gap, floor = Infinity } = one
  const draws = drawsOf(seedWords('quota-arithmetic', draw), 0)
  const schoolNoise = draws.normal('school')
  const pupilNoise = draws.normal('pupil')
  const noise = Math.sqrt(betweenShare - (2 / 9) * gap * gap)
  const within = Math.sqrt(1 - betweenShare)
  const score: number[] = []
  const unit: number[] = []
  for (let k = 0; k < ruralSchools + townSchools; k++) {
    const isRural = k < ruralSchools
    const mean = (isRural ? -2 / 3 : 1 / 3) * gap + noise * schoolNoise(k)
    for (let i = 0; i < (isRural ? ruralLeavers : townLeavers); i++) {
      unit.push(k)
      score.push(mean + within * pupilNoise(score.length))
    }
  }
  const n = score.length
  const seats = Math.round(seatShare * n)
  const places = Array.from({ length: ruralSchools + townSchools }, (_, k) => Math.round((share * seats * (k < ruralSchools ? ruralLeavers : townLeavers)) / n))
  const rows = Int32Array.from({ length: n }, (_, i) => i)
  const ranked = rankCandidates(rows, score, (id) => id, rows)
  const channel = new Uint8Array(n)
  const result = admitToSenior({ ranked, score, unit, eligible: new Uint8Array(n).fill(1) }, { seats, places, order, floor, returned: true }, channel)
  let rural = 0
  let town = 0
  for (let i = 0; i < n; i++) {
    if (channel[i] === channels.none) continue
    if (unit[i] < ruralSchools) rural++
    else town++
  }
  let lowest = NaN
  for (const cut of result.quotaCut) if (cut === cut && !(lowest <= cut)) lowest = cut
  return { admitted: rural + town, gap: town / (townSchools * townLeavers) - rural / (ruralSchools * ruralLeavers), lowestCut: lowest - result.noQuotaLine }
}

/** Means over draws of the closed county. */
export function quotaMean(one: QuotaCase, draws: number): QuotaOutcome {
  let admitted = 0
  let gap = 0
  let lowestCut = 0
  for (let d = 0; d < draws; d++) {
    const outcome = quotaDraw(one, d)
    admitted += outcome.admitted / draws
    gap += outcome.gap / draws
    lowestCut += outcome.lowestCut / draws
  }
  return { admitted, gap, lowestCut }
}
