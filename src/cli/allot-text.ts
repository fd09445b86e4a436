import type { Allotment, AllotmentUnit } from '../engine/index.ts'
import { reasonsOut, type AllotmentFile, type AllotmentReport } from '../roster/index.ts'
import { csvCell } from '../scenario/results/csv.ts'
import { formatNumber, formatPercent, formatShort } from '../words/format.ts'
import { rosterWord } from './roster-files.ts'
import { textTable } from './text-table.ts'
import type { Talk } from './io.ts'

/* The arithmetic of an allotment as text tables. */

type Say = (key: Parameters<typeof rosterWord>[1], slots?: Readonly<Record<string, string | number>>) => string

const nameOfUnit = (unit: AllotmentUnit, report: AllotmentReport): string => unit.schools.map((i) => report.schools[i]!.name).join(' + ')
const dash = (n: number, text: (n: number) => string = formatShort): string => (Number.isFinite(n) ? text(n) : '—')

/** Who is eligible, by school; '' where the table counts leavers itself. */
function standingText(report: AllotmentReport, say: Say): string {
  if (report.standing.length === 0) return ''
  const heads = [say('schoolHead'), say('candidatesHead'), say('eligibleHead'), ...reasonsOut.map((reason) => say(`out.${reason}`))]
  const rows = report.standing.map((one, i) => [report.schools[i]!.name, ...[one.candidates, one.eligible, ...reasonsOut.map((reason) => one.out[reason])].map((n) => formatNumber(n))])
  return `${say('standingHead')}\n${textTable([heads, ...rows])}\n`
}

/** Places given straight to members of groups. */
function groupText(report: AllotmentReport, rule: AllotmentFile, say: Say): string {
  const rows = report.seniors.flatMap(({ name, direct }) =>
    direct.map((one) => [name, report.schools[one.school]!.name, say(`because.${one.because}`), formatNumber(one.eligible), formatNumber(one.earned), formatNumber(one.places)]),
  )
  if (rows.length === 0 || !rule.groupStep) return ''
  const heads = [say('seniorColumn'), say('schoolHead'), say('becauseHead'), say('eligibleHead'), say('earnedHead'), say('placesHead')]
  return `${say('groupHead', { per: rule.groupStep.perEligible })}\n${textTable([heads, ...rows])}\n`
}

/** One largest-remainder table; `more` are columns behind the places. */
function shareTable(report: AllotmentReport, { units }: Allotment, say: Say, more: readonly { readonly head: string; readonly of: (u: number) => number }[] = []): string {
  const heads = (['schoolHead', 'eligibleHead', 'weightHead', 'quotaHead', 'floorHead', 'remainderHead', 'rankHead', 'placesHead', 'per100Head'] as const).map((key) => say(key))
  const rows = units.map((unit, u) => [
    nameOfUnit(unit, report),
    formatNumber(unit.eligible),
    formatNumber(unit.weight / 1000, 1),
    formatNumber(unit.quota, 3),
    formatNumber(unit.floor),
    formatNumber(unit.remainder, 3),
    `${unit.rank}${unit.byLottery ? say('lotteryMark') : ''}`,
    formatNumber(unit.places),
    formatNumber((100 * unit.places) / unit.eligible, 1),
    ...more.map(({ of }) => formatNumber(of(u))),
  ])
  return textTable([[...heads, ...more.map(({ head }) => head)], ...rows])
}

function districtLine({ districts }: Allotment, say: Say): string {
  if (districts.length === 0) return ''
  return `${say('districtsAre')} ${districts.map((one) => `${one.district || '—'} ${formatNumber(one.quota, 3)} → ${one.places}`).join(' · ')}\n`
}

function batchText(report: AllotmentReport, rule: AllotmentFile, say: Say): string {
  return report.batches
    .map(({ district, seniors, total }) => {
      const scope = district === null ? '' : say('ofDistrict', { district })
      const members = seniors.map((h) => report.seniors[h]!)
      if (total) {
        const names = members.map(({ name }) => name || say('oneSenior'))
        const more = members.map(({ allotment }, k) => ({ head: names[k]!, of: (u: number) => allotment.units[u]?.places ?? 0 }))
        const how = say(rule.mode === 'drawn' ? 'drawnFrom' : 'dealtFrom')
        return `${scope}${say('seniorHead', { name: names.join(' + '), pool: total.places })}${how}\n${shareTable(report, total, say, more)}\n${districtLine(total, say)}`
      }
      return members
        .map(({ name, allotment }) => `${scope}${say('seniorHead', { name: name || say('oneSenior'), pool: allotment.places })}\n${shareTable(report, allotment, say)}\n${districtLine(allotment, say)}`)
        .join('')
    })
    .join('')
}

function admissionText({ admission, seniors, schools }: AllotmentReport, say: Say): string {
  if (!admission) return ''
  const rows = schools.flatMap((school, j) =>
    seniors.flatMap(({ name }, h) => {
      const { places, admitted, lowest } = admission.cells[j]![h]!
      if (places === 0) return []
      const line = admission.seniors[h]!.unifiedLine
      return [[school.name, name || say('oneSenior'), places === null ? say('sharedMark') : formatNumber(places), formatNumber(admitted), dash(lowest), dash(lowest - line, (n) => (n > 0 ? `+${formatShort(n)}` : formatShort(n)))]]
    }),
  )
  const heads = (['schoolHead', 'seniorColumn', 'placesHead', 'admittedHead', 'lowestHead', 'againstHead'] as const).map((key) => say(key))
  const lines = admission.seniors.map((one) =>
    [
      say('seniorAdmits', { name: one.name || say('oneSenior'), directed: one.directed, unfilled: one.unfilled }),
      ...(Number.isFinite(one.lowest) ? [say('seniorFloor', { line: formatShort(one.lowest) })] : []),
      ...(one.lineFrom === 'none' ? [] : [say(`lineFrom.${one.lineFrom}`, { line: formatShort(one.unifiedLine) })]),
      ...(Number.isFinite(one.unified) ? [say('seniorUnified', { unified: one.unified, seats: one.unifiedSeats, cut: dash(one.unifiedCut) })] : []),
    ].join(' '),
  )
  const notes = [
    ...(admission.assumedChoices ? [say('assumedChoices')] : []),
    ...(admission.unknownChoices.length > 0 ? [say('unknownChoices', { names: admission.unknownChoices.join(', ') })] : []),
    ...(admission.withoutScore > 0 ? [say('withoutScore', { count: admission.withoutScore })] : []),
  ]
  return `${say('admissionHead')}\n${textTable([heads, ...rows])}\n${[...lines, ...notes].map((line) => `${line}\n`).join('')}\n`
}

/** Everything an allotment has to say. */
export function allotmentText(report: AllotmentReport, rule: AllotmentFile, talk: Talk): string {
  const say: Say = (key, slots = {}) => rosterWord(talk, key, slots)
  const { pool, allotted } = report
  const lines = [say(allotted === pool ? 'totalAgrees' : 'unallotted', { pool, allotted })]
  if (!Number.isNaN(report.share)) lines.push(say('shareIs', { share: formatPercent(report.share) }))
  if (!Number.isNaN(report.ruralShare)) lines.push(say('ruralIs', { rural: formatPercent(report.ruralShare) }))
  if (report.byLottery) lines.push(say('lotteryIs', { seed: rule.seed }))
  return `${standingText(report, say)}${groupText(report, rule, say)}${batchText(report, rule, say)}${lines.map((line) => `${line}\n`).join('')}${admissionText(report, say)}`
}

/** Places per school as CSV with a byte-order mark, so that spreadsheets read the Chinese. */
export function allotmentCsv(report: AllotmentReport, talk: Talk): string {
  const say: Say = (key, slots = {}) => rosterWord(talk, key, slots)
  const hasGroup = report.seniors.some(({ direct }) => direct.length > 0)
  const head = [
    say('schoolHead'),
    say('eligibleHead'),
    ...(hasGroup ? [say('directHead')] : []),
    ...report.seniors.map((s) => s.name || say('oneSenior')),
    say('placesHead'),
    say('per100Head'),
  ]
  const rows = report.schools.map((s) => [
    s.name,
    s.eligible,
    ...(hasGroup ? [s.direct] : []),
    ...s.places.map((n) => n ?? s.sharedWith.join(' + ')),
    s.total ?? s.sharedWith.join(' + '),
    Number.isFinite(s.per100) ? s.per100.toFixed(2) : '',
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

const orNull = (n: number): number | null => (Number.isFinite(n) ? n : null)

/** The same for programs; what is unknown is null. */
export const allotmentJson = (report: AllotmentReport, rule: AllotmentFile) => ({
  ok: true,
  rule,
  pool: report.pool,
  allotted: report.allotted,
  agrees: report.pool === report.allotted,
  share: orNull(report.share),
  ruralShare: orNull(report.ruralShare),
  eligibility: report.standing.map((one, i) => ({ school: report.schools[i]!.name, ...one })),
  batches: report.batches.map(({ district, seniors, total }) => ({
    district,
    seniors: seniors.map((h) => report.seniors[h]!.name),
    total: total?.units.map((unit) => ({ ...unit, schools: unit.schools.map((i) => report.schools[i]!.name) })) ?? null,
  })),
  seniors: report.seniors.map(({ name, plan, pool, direct, allotment }) => ({
    name,
    plan,
    pool,
    direct: direct.map((one) => ({ ...one, school: report.schools[one.school]!.name })),
    unallotted: allotment.unallotted,
    districts: allotment.districts,
    units: allotment.units.map((unit) => ({ ...unit, schools: unit.schools.map((i) => report.schools[i]!.name) })),
  })),
  schools: report.schools,
  admission: report.admission && {
    ...report.admission,
    seniors: report.admission.seniors.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, typeof value === 'number' ? orNull(value) : value]))),
    cells: report.admission.cells.flatMap((row, j) => row.map((cell, h) => ({ school: report.schools[j]!.name, senior: report.seniors[h]!.name, ...cell, lowest: orNull(cell.lowest) }))),
  },
})
