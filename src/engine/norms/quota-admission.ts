import { expectThat } from '../kernel/expect.ts'

/*
 * Admission to one key senior high with directed places. With fixed places the sum of admissions cannot change; the order of
 * the two channels and the floor decide who is admitted, which is why the rule text matters more than the percentage.
 */

/** How a candidate got in. */
export const channels = { none: 0, open: 1, quota: 2 } as const

/** Candidates of one senior high. Arrays are indexed by row; `ranked` lists the rows that apply, best first. */
export interface RankedCandidates {
  /** Rows that apply and are not admitted elsewhere, in the order of `rankCandidates`. */
  readonly ranked: Int32Array
  readonly score: ArrayLike<number>
  /** Allotment unit of the junior school; −1 = none. */
  readonly unit: ArrayLike<number>
  /** 1 = may take a directed place. */
  readonly eligible: ArrayLike<number>
}

/** The places and the rule of one senior high. */
export interface AdmissionRule {
  readonly seats: number
  /** Directed places per allotment unit; their sum is at most `seats`. */
  readonly places: ArrayLike<number>
  /** Who chooses first: the county-wide ranking, or each school's own best. */
  readonly order: 'open-first' | 'quota-first'
  /** Points below the no-quota line under which no directed place is given; Infinity = no such floor. */
  readonly floor: number
  /** Fixed control line for directed places, in points; −Infinity = none. */
  readonly controlLine?: number
  /** Unfilled directed places go back to open competition; otherwise they lapse. */
  readonly returned: boolean
}

/** Who is admitted and at which scores. NaN = nobody. */
export interface Admission {
  readonly open: number
  readonly quota: number
  /** Directed places nobody could take. */
  readonly unfilled: number
  /** Score of the last one admitted if every place were open. */
  readonly noQuotaLine: number
  /** Lowest score admitted in open competition. */
  readonly openCut: number
  /** Directed places taken, per unit. */
  readonly taken: Int32Array
  /** Lowest score admitted by directed place, per unit. */
  readonly quotaCut: Float64Array
}

/**
 * Admits candidates to one senior high.
 *
 * `open-first` (先统招后指标): the top of the ranking fills the open places, then each school's next pupils take its directed
 * places; unfilled ones push the open line down until open + directed = places. `quota-first`: each school's best take its
 * directed places, the rest compete for what is left.
 *
 * @param channel written: `channels.open` or `channels.quota` at the rows admitted; other rows are left alone   Uint8Array[rows]
 */
export function admitToSenior(candidates: RankedCandidates, rule: AdmissionRule, channel: Uint8Array): Admission {
  const { ranked, score } = candidates
  let directed = 0
  for (let u = 0; u < rule.places.length; u++) directed += rule.places[u]
  expectThat(directed <= rule.seats, `admission: ${directed} directed places of ${rule.seats}`)
  const lineAt = Math.min(rule.seats, ranked.length) - 1
  const noQuotaLine = lineAt < 0 ? NaN : score[ranked[lineAt]]
  const floor = ranked.length >= rule.seats ? noQuotaLine - rule.floor : -Infinity
  const lowest = Math.max(floor, rule.controlLine ?? -Infinity)
  const taken = new Int32Array(rule.places.length)
  const quotaCut = new Float64Array(rule.places.length).fill(NaN)
  const work = { candidates, rule, channel, lowest, taken, quotaCut }
  const openPlaces = rule.seats - directed
  const result = rule.order === 'open-first' ? openFirst(work, openPlaces, directed) : quotaFirst(work, openPlaces, directed)
  return { ...result, unfilled: directed - result.quota, noQuotaLine, taken, quotaCut }
}

interface Work {
  readonly candidates: RankedCandidates
  readonly rule: AdmissionRule
  readonly channel: Uint8Array
  /** Lowest score at which a directed place is given. */
  readonly lowest: number
  readonly taken: Int32Array
  readonly quotaCut: Float64Array
}

const mayTake = ({ candidates, lowest }: Work, row: number): boolean =>
  candidates.eligible[row] !== 0 && candidates.unit[row] >= 0 && candidates.score[row] >= lowest

/** Gives directed places down the ranking from position `start` until every unit is full; counts those given. */
function giveQuota(work: Work, start: number): number {
  const { ranked, score, unit } = work.candidates
  let given = 0
  for (let i = start; i < ranked.length; i++) {
    const row = ranked[i]
    if (score[row] < work.lowest) break
    if (!mayTake(work, row)) continue
    const u = unit[row]
    if (work.taken[u] >= work.rule.places[u]) continue
    work.taken[u]++
    work.quotaCut[u] = score[row]
    work.channel[row] = channels.quota
    given++
  }
  return given
}

type Outcome = Pick<Admission, 'open' | 'quota' | 'openCut'>

function openFirst(work: Work, openPlaces: number, directed: number): Outcome {
  const { ranked, score, unit } = work.candidates
  let open = Math.min(openPlaces, ranked.length)
  if (work.rule.returned && directed > 0) {
    // pupils of each unit who could take a directed place below the open line; moving the line past one of them changes the
    // number of directed places used by 0 or 1, so the smallest line with open + used = seats is found in one pass
    const waiting = new Int32Array(work.rule.places.length)
    for (let i = open; i < ranked.length; i++) {
      const row = ranked[i]
      if (score[row] < work.lowest) break
      if (mayTake(work, row)) waiting[unit[row]]++
    }
    let used = 0
    for (let u = 0; u < waiting.length; u++) used += Math.min(waiting[u], work.rule.places[u])
    for (; open < ranked.length && open + used < work.rule.seats; open++) {
      const row = ranked[open]
      if (!mayTake(work, row)) continue
      if (waiting[unit[row]]-- <= work.rule.places[unit[row]]) used--
    }
  }
  for (let i = 0; i < open; i++) work.channel[ranked[i]] = channels.open
  return { open, quota: giveQuota(work, open), openCut: open > 0 ? score[ranked[open - 1]] : NaN }
}

function quotaFirst(work: Work, openPlaces: number, directed: number): Outcome {
  const { ranked, score } = work.candidates
  const quota = giveQuota(work, 0)
  const seats = openPlaces + (work.rule.returned ? directed - quota : 0)
  let open = 0
  let openCut = NaN
  for (let i = 0; i < ranked.length && open < seats; i++) {
    const row = ranked[i]
    if (work.channel[row] === channels.quota) continue
    work.channel[row] = channels.open
    openCut = score[row]
    open++
  }
  return { open, quota, openCut }
}
