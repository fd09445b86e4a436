import type { Command } from 'commander'
import type { Problem } from '../engine/index.ts'
import {
  allot,
  allotmentRules,
  findingClasses,
  isClear,
  isSeats,
  openPlaces,
  parseAllotmentFile,
  readAllotmentRule,
  review,
  type AllotmentFile,
  type Table,
} from '../roster/index.ts'
import { nearest } from '../scenario/suggest.ts'
import { allotmentCsv, allotmentJson, allotmentText } from './allot-text.ts'
import { withExamples } from './help.ts'
import { withFixes } from './import-choices.ts'
import { findingLines } from './import-text.ts'
import { bilingualWord, exit, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import type { Surroundings } from './program.ts'
import { outputProblems, outputsOf, writeOutput } from './outputs.ts'
import { bothWords, readBytes, readUtf8, rosterWord } from './roster-files.ts'

interface AllotFlags {
  readonly json?: boolean
  readonly seats?: string
  readonly rule?: string
  readonly fix?: readonly string[]
  readonly out?: string
  readonly overwrite?: boolean
}

interface Settled {
  readonly rule: AllotmentFile
  readonly seats: number
}

/** A file that is not there may be a rule that ships, written wrong. */
function withNearRule(problem: Problem, written: string): Problem {
  const names = Object.keys(allotmentRules)
  const near = nearest(written, names)
  const hint = near === undefined ? bothWords('rulesAre', { names: names.join(', ') }) : bilingualWord('didYouMean', { name: near })
  return { ...problem, path: '--rule', hint }
}

/** The rule and the places, or all problems. */
function ruleFor(flags: AllotFlags): Settled | Problem[] {
  const problems: Problem[] = []
  let parsed = parseAllotmentFile({ format: 1 })
  if (flags.rule !== undefined) {
    const shipped = Object.hasOwn(allotmentRules, flags.rule) ? allotmentRules[flags.rule] : undefined
    const own = shipped ? { text: '' } : readUtf8(flags.rule)
    if ('path' in own) return [withNearRule(own, flags.rule)]
    parsed = shipped ? { rule: shipped, problems: [] } : readAllotmentRule(own.text)
    problems.push(...parsed.problems)
  }
  const seats = Number(flags.seats ?? '0')
  if (!isSeats(flags.seats ?? '0')) problems.push({ path: '--seats', text: bothWords('badSeats') })
  if (parsed.rule && parsed.rule.seniors === undefined && flags.seats === undefined)
    problems.push({ path: '--seats', text: bothWords('needSeats') })
  return problems.length > 0 || !parsed.rule ? problems : { rule: parsed.rule, seats }
}

/** Reads the table and the rule, allots, shows the arithmetic. */
export async function allotPlacesOf(file: string, flags: AllotFlags, talk: Talk): Promise<ExitCode> {
  const settled = ruleFor(flags)
  if (Array.isArray(settled)) return refuse(talk, flags.rule ?? 'allot', settled)
  const read = [file, ...(flags.rule === undefined ? [] : [flags.rule])]
  const unwritable = outputProblems(outputsOf([['--out', flags.out, '.csv']]), read, flags.overwrite === true)
  if (unwritable.length > 0) return refuse(talk, 'allot', unwritable)
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return refuse(talk, file, [bytes])
  const opened = await openPlaces(bytes, file)
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
  return finish(table, settled, file, flags, talk, findingLines(worthSaying, talk))
}

function finish(table: Table, { rule, seats }: Settled, file: string, flags: AllotFlags, talk: Talk, said: string): ExitCode {
  const { report, problems } = allot(table, rule, seats)
  if (!report) return refuse(talk, flags.rule ?? 'allot', problems)
  if (talk.json) putJson(talk.io, allotmentJson(report, rule))
  else {
    const read = rosterWord(talk, table.set.oneSchool ? 'readAsCandidates' : 'readAsSchools', { rows: table.rows.length })
    talk.io.out(`${read}\n${said}${allotmentText(report, rule, talk)}`)
  }
  if (flags.out === undefined) return exit.done
  const problem = writeOutput(flags.out, allotmentCsv(report, talk), '--out')
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
    .option('--overwrite', word(surroundings, 'optOverwrite'))
    .action(async (file: string, flags: AllotFlags) =>
      surroundings.finish(
        await allotPlacesOf(file, flags, { io: surroundings.io, language: surroundings.language, json: flags.json === true }),
      ),
    )
  withExamples(command, surroundings.language, [
    'allot schools.csv --seats 360',
    'allot candidates.csv --seats 360 --rule guiyang',
    'allot candidates.csv --rule rule.json --out places.csv --json',
  ])
}
