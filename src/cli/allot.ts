import type { Command } from 'commander'
import type { AllotmentUnit, Problem } from '../engine/index.ts'
import {
  allot,
  directedPlacesSet,
  findingClasses,
  isClear,
  openRoster,
  parseAllotmentFile,
  review,
  type AllotmentFile,
  type AllotmentReport,
  type Table,
} from '../roster/index.ts'
import { formatNumber, formatPercent } from '../words/format.ts'
import { withExamples } from './help.ts'
import { withFixes } from './import-choices.ts'
import { findingLines } from './import-text.ts'
import { exit, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import type { Surroundings } from './program.ts'
import { bothWords, readBytes, readJson, rosterWord, writeBytes } from './roster-files.ts'
import { textTable } from './text-table.ts'

interface AllotFlags {
  readonly json?: boolean
  readonly seats?: string
  readonly rule?: string
  readonly fix?: readonly string[]
  readonly out?: string
}

/** The rule and the places, or all problems. */
function ruleFor(flags: AllotFlags): { rule: AllotmentFile; seats: number } | Problem[] {
  const problems: Problem[] = []
  let parsed = parseAllotmentFile({ format: 1 })
  if (flags.rule !== undefined) {
    const json = readJson(flags.rule)
    if ('path' in json) return [json]
    parsed = parseAllotmentFile(json.value)
    problems.push(...parsed.problems)
  }
  const seats = Number(flags.seats ?? '0')
  if (!/^\d{1,7}$/.test(flags.seats ?? '0')) problems.push({ path: '--seats', text: bothWords('badSeats') })
  if (parsed.rule && parsed.rule.seniors === undefined && flags.seats === undefined)
    problems.push({ path: '--seats', text: bothWords('needSeats') })
  return problems.length > 0 || !parsed.rule ? problems : { rule: parsed.rule, seats }
}

const nameOfUnit = (unit: AllotmentUnit, report: AllotmentReport): string => unit.schools.map((i) => report.schools[i]!.name).join(' + ')

function reportText(report: AllotmentReport, rule: AllotmentFile, talk: Talk): string {
  const say = (key: Parameters<typeof rosterWord>[1], slots = {}): string => rosterWord(talk, key, slots)
  const heads = (
    ['schoolHead', 'eligibleHead', 'weightHead', 'quotaHead', 'floorHead', 'remainderHead', 'rankHead', 'placesHead', 'per100Head'] as const
  ).map((key) => say(key))
  const tables = report.seniors.map(({ name, pool, allotment }) => {
    const rows = allotment.units.map((unit) => [
      nameOfUnit(unit, report),
      formatNumber(unit.eligible),
      formatNumber(unit.weight / 1000, 1),
      formatNumber(unit.quota, 3),
      formatNumber(unit.floor),
      formatNumber(unit.remainder, 3),
      `${unit.rank}${unit.byLottery ? say('lotteryMark') : ''}`,
      formatNumber(unit.places),
      formatNumber((100 * unit.places) / unit.eligible, 1),
    ])
    return `${say('seniorHead', { name: name || say('oneSenior'), pool })}\n${textTable([heads, ...rows])}`
  })
  const lines = [report.allotted === report.pool ? say('totalAgrees', { ...report }) : say('unallotted', { ...report })]
  const rural = formatPercent(report.ruralShare, talk.language)
  lines.push(
    Number.isNaN(report.share) ? say('ruralIs', { rural }) : say('shareIs', { share: formatPercent(report.share, talk.language), rural }),
  )
  if (report.byLottery) lines.push(say('lotteryIs', { seed: rule.seed }))
  return `${tables.join('\n')}\n${lines.map((line) => `${line}\n`).join('')}`
}

const guarded = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Places per school as CSV with a byte-order mark, so that spreadsheets read the Chinese. */
function csvOf(report: AllotmentReport, talk: Talk): string {
  const names = report.seniors.map((s) => s.name || rosterWord(talk, 'oneSenior'))
  const head = [
    rosterWord(talk, 'schoolHead'),
    rosterWord(talk, 'eligibleHead'),
    ...names,
    rosterWord(talk, 'placesHead'),
    rosterWord(talk, 'per100Head'),
  ]
  const rows = report.schools.map((s) => [
    guarded(s.name),
    String(s.eligible),
    ...s.places.map((n) => (n === null ? s.sharedWith.join(' + ') : String(n))),
    s.total === null ? s.sharedWith.join(' + ') : String(s.total),
    s.per100.toFixed(2),
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

const jsonOf = (report: AllotmentReport, rule: AllotmentFile) => ({
  ok: true,
  rule,
  pool: report.pool,
  allotted: report.allotted,
  agrees: report.pool === report.allotted,
  share: Number.isNaN(report.share) ? null : report.share,
  ruralShare: Number.isNaN(report.ruralShare) ? null : report.ruralShare,
  seniors: report.seniors.map(({ name, plan, pool, allotment }) => ({
    name,
    plan,
    pool,
    unallotted: allotment.unallotted,
    districts: allotment.districts,
    units: allotment.units.map((unit) => ({ ...unit, schools: unit.schools.map((i) => report.schools[i]!.name) })),
  })),
  schools: report.schools,
})

/** Reads the table and the rule, allots, shows the arithmetic. */
export async function allotPlacesOf(file: string, flags: AllotFlags, talk: Talk): Promise<ExitCode> {
  const settled = ruleFor(flags)
  if (Array.isArray(settled)) return refuse(talk, flags.rule ?? 'allot', settled)
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return refuse(talk, file, [bytes])
  const opened = await openRoster(bytes, file, { set: directedPlacesSet })
  if (!opened.draft) return refuse(talk, file, opened.problems)
  const draft = withFixes(opened.draft, flags.fix ?? [])
  if (Array.isArray(draft)) return refuse(talk, file, draft)
  const { table, findings } = review(draft)
  const worthSaying = findings.filter((f) => findingClasses.indexOf(f.class) < 2)
  if (!isClear(findings)) {
    if (talk.json)
      putJson(talk.io, {
        ok: false,
        problems: worthSaying.flatMap((f) => f.at.map((place) => ({ file, path: place.address, text: f.text, hint: f.hint }))),
      })
    talk.io.err(findingLines(worthSaying, talk))
    return exit.badInput
  }
  return finish(table, settled.rule, settled.seats, flags, talk, findingLines(worthSaying, talk))
}

function finish(table: Table, rule: AllotmentFile, seats: number, flags: AllotFlags, talk: Talk, said: string): ExitCode {
  const report = allot(table, rule, seats)
  if (talk.json) putJson(talk.io, jsonOf(report, rule))
  else talk.io.out(`${said}${reportText(report, rule, talk)}`)
  if (flags.out === undefined) return exit.done
  const problem = writeBytes(flags.out, csvOf(report, talk))
  if (problem) return refuse({ ...talk, json: false }, flags.out, [problem])
  talk.io.err(`${rosterWord(talk, 'wrote', { file: flags.out })}\n`)
  return exit.done
}

/** Registers `hengtu allot`. */
export function addAllot(program: Command, surroundings: Surroundings): void {
  const say = (key: Parameters<typeof rosterWord>[1]): string => rosterWord(surroundings, key)
  const command = program.command('allot').description(say('allotAbout')).argument('<candidates>', say('argCandidates'))
  command
    .option('--json', word(surroundings, 'optJson'))
    .option('--lang <language>', word(surroundings, 'optLang'))
    .option('--seats <n>', say('optSeats'))
    .option('--rule <file>', say('optRule'))
    .option('--fix <check=fix>', say('optFix'), (text: string, before: readonly string[] | undefined) => [...(before ?? []), text])
    .option('--out <file>', say('optOutCsv'))
    .action(async (file: string, flags: AllotFlags) =>
      surroundings.finish(
        await allotPlacesOf(file, flags, { io: surroundings.io, language: surroundings.language, json: flags.json === true }),
      ),
    )
  withExamples(command, surroundings.language, [
    'allot candidates.csv --seats 360',
    'allot candidates.csv --rule rule.json --out places.csv --json',
  ])
}
