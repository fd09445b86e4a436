import type { Command } from 'commander'
import type { Problem } from '../engine/index.ts'
import {
  baselineByGroup,
  baselineOf,
  cleanedWorkbook,
  countsOf,
  current,
  explainCoefficient,
  explanationText,
  filledFormula,
  isClear,
  openRoster,
  parseMapping,
  rememberMapping,
  review,
  type Draft,
  type ItemSet,
  type MappingFile,
  type OpenOptions,
  type RegimeBaseline,
  type RosterFile,
  type Table,
  groupSummaries,
} from '../roster/index.ts'
import { prettyJson } from '../scenario/write.ts'
import { cliSlots } from '../words/cli-slots.ts'
import { withExamples } from './help.ts'
import { encodingFor, ownNumbers, readingOf, withConstants, withFixes, type ImportFlags, type OwnNumber } from './import-choices.ts'
import { baselineJson, findingJson, orNull } from './import-json.ts'
import { baselineText, findingLines, groupLines, ownText } from './import-text.ts'
import { bilingualWord, exit, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { outputProblems, outputsOf, writeOutput } from './outputs.ts'
import { bothWords, itemSetFor, readBytes, readJson, rosterWord } from './roster-files.ts'
import { writeCounty } from './import-county.ts'
import { writeTemplate } from './import-template.ts'
import type { Surroundings } from './program.ts'

function explained(table: Table, baseline: readonly RegimeBaseline[], { regime, level, item, own }: OwnNumber) {
  const there = baseline.find((r) => r.regime.id === regime)!
  const at = there.levels.find((l) => l.level === level)!
  const variants = explainCoefficient(
    table,
    there.regime,
    level,
    there.regime.items.find((i) => i.id === item)!,
    own,
  )
  return { there, at, item, own, variants }
}

/** The draft of a file with everything the options ask for, or all problems. */
async function draftFor(file: string, flags: ImportFlags, set: ItemSet): Promise<{ draft: Draft; read: RosterFile } | Problem[]> {
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return [bytes]
  const encoding = encodingFor(flags.encoding)
  if (typeof encoding === 'object') return [encoding]
  let map: MappingFile | undefined
  if (flags.map !== undefined) {
    const json = readJson(flags.map)
    if ('path' in json) return [json]
    const parsed = parseMapping(json.value, set)
    if (!parsed.file) return [...parsed.problems]
    map = parsed.file
  }
  const options: OpenOptions = {
    set,
    ...(map ? { map } : {}),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
    ...(encoding ? { encoding } : {}),
  }
  const opened = await openRoster(bytes, file, options)
  if (!opened.draft) return [...opened.problems]
  const set1 = withConstants(opened.draft, flags.set ?? [])
  if (Array.isArray(set1)) return set1
  const fixed = withFixes(set1, flags.fix ?? [])
  return Array.isArray(fixed) ? fixed : { draft: fixed, read: opened.file }
}

/** Writes the files that were asked for; the problems of those that could not be written. */
async function writeFiles(draft: Draft, table: Table, file: string, flags: ImportFlags, talk: Talk): Promise<Problem[]> {
  const problems: Problem[] = []
  const wrote = (name: string, problem: Problem | null): void => {
    if (problem) problems.push(problem)
    else talk.io.err(`${rosterWord(talk, 'wrote', { file: name })}\n`)
  }
  if (flags.saveMap !== undefined) wrote(flags.saveMap, writeOutput(flags.saveMap, prettyJson(rememberMapping(current(draft).mapping)), '--save-map'))
  if (flags.cleaned !== undefined) wrote(flags.cleaned, writeOutput(flags.cleaned, await cleanedWorkbook(draft, talk.language), '--cleaned'))
  if (flags.out !== undefined && isClear(review(draft).findings)) {
    const unbuilt = writeCounty(table, file, flags.out)
    problems.push(...unbuilt)
    if (unbuilt.length === 0) wrote(flags.out, null)
  }
  return problems
}

function report(draft: Draft, read: RosterFile, file: string, own: readonly OwnNumber[], talk: Talk): boolean {
  const { table, findings } = review(draft)
  const clear = isClear(findings)
  const baseline = clear ? baselineOf(table) : []
  const groups = clear ? baselineByGroup(table) : []
  const answers = clear ? own.map((o) => explained(table, baseline, o)) : []
  if (talk.json) {
    putJson(talk.io, {
      ok: clear,
      file,
      sheet: draft.grid.sheet,
      encoding: read.encoding,
      itemSet: draft.set.id,
      ...readingOf(draft),
      mapping: rememberMapping(current(draft).mapping),
      counts: countsOf(findings),
      findings: findings.map(findingJson),
      baseline: baselineJson(baseline),
      groups: groupSummaries(table, groups)
        .filter((s) => s.groups > 0)
        .map(({ names: _, ...rest }) => rest),
      explained: answers.map(({ there, at, item, own: given, variants }) => ({
        regime: there.regime.id,
        level: at.level,
        item,
        own: given,
        formula: filledFormula(
          table.set,
          at,
          at.items.find((i) => i.item.id === item)!,
        ).lines.map((line) => line.en),
        text: explanationText(variants),
        variants: variants
          .slice(0, 6)
          .map((v) => ({ departures: v.departures.map((d) => d.id), coefficient: orNull(v.coefficient), matches: v.matches })),
      })),
    })
    return clear
  }
  const say = (text: string): void => talk.io.out(text)
  const encoding = read.encoding === null ? '' : ` (${rosterWord(talk, 'encodingIs', { encoding: read.encoding })})`
  say(`${rosterWord(talk, 'readAs', { file, sheet: draft.grid.sheet, ...readingOf(draft) })}${encoding}\n`)
  if (read.doubtful) say(`${rosterWord(talk, 'doubtful', { encoding: read.encoding ?? '' })}\n`)
  say(`\n${findingLines(findings, talk)}`)
  if (!clear) say(`\n${rosterWord(talk, 'notClear', { count: countsOf(findings).must })}\n`)
  else say(`\n${groups.length > 0 ? groupLines(table, groups, talk) : baselineText(table, baseline, talk)}`)
  for (const { there, at, item, own: given, variants } of answers) say(`\n${ownText(table, there, at, item, given, variants, talk)}`)
  say(`\n${word(talk, 'disclaimer')}\n`)
  return clear
}

const missingRoster = ({ language }: Talk): Problem => ({
  path: '',
  text: bilingualWord('missingArgument', { name: cliSlots.roster[language] }),
  hint: bothWords('missingRosterHint'),
})

/** Imports a roster: reads, checks, measures, explains, writes. */
export async function importRoster(file: string | undefined, flags: ImportFlags, talk: Talk): Promise<ExitCode> {
  if (flags.template !== undefined) return writeTemplate(flags.template, flags, talk)
  if (file === undefined) return refuse(talk, 'import', [missingRoster(talk)])
  const outputs = outputsOf([
    ['--save-map', flags.saveMap, '.json'],
    ['--cleaned', flags.cleaned, '.xlsx'],
    ['--out', flags.out, '.json'],
  ])
  const unwritable = outputProblems(outputs, [file, flags.map, flags.items].filter((one) => one !== undefined), flags.overwrite === true)
  if (unwritable.length > 0) return refuse(talk, 'import', unwritable)
  const { set, problems: setProblems } = itemSetFor(flags.items)
  if (!set) return refuse(talk, flags.items ?? '', setProblems)
  const { own, problems } = ownNumbers(set, flags.own ?? [])
  if (problems.length > 0) return refuse(talk, 'import', problems)
  const made = await draftFor(file, flags, set)
  if (Array.isArray(made)) return refuse(talk, file, made)
  const clear = report(made.draft, made.read, file, own, talk)
  const unwritten = await writeFiles(made.draft, review(made.draft).table, file, flags, talk)
  if (unwritten.length > 0) return refuse({ ...talk, json: false }, file, unwritten)
  return clear ? exit.done : exit.badInput
}

const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text]

/** Registers `hengtu import`. */
export function addImport(program: Command, surroundings: Surroundings): void {
  const say = (key: Parameters<typeof rosterWord>[1]): string => rosterWord(surroundings, key)
  const command = program.command('import').description(say('importAbout')).argument('[roster]', say('argRoster'))
  command
    .option('--json', word(surroundings, 'optJson'))
    .option('--lang <language>', word(surroundings, 'optLang'))
    .option('--map <file>', say('optMap'))
    .option('--save-map <file>', say('optSaveMap'))
    .option('--items <id|file>', say('optItems'))
    .option('--sheet <name>', say('optSheet'))
    .option('--encoding <name>', say('optEncoding'))
    .option('--set <field=value>', say('optSet'), collect)
    .option('--fix <check=fix>', say('optFix'), collect)
    .option('--own <regime.level.item=value>', say('optOwn'), collect)
    .option('--out <file>', say('optOutCounty'))
    .option('--cleaned <file>', say('optCleaned'))
    .option('--template <file>', say('optTemplate'))
    .option('--overwrite', word(surroundings, 'optOverwrite'))
    .action(async (file: string | undefined, flags: ImportFlags) =>
      surroundings.finish(
        await importRoster(file, flags, { io: surroundings.io, language: surroundings.language, json: flags.json === true }),
      ),
    )
  withExamples(command, surroundings.language, ['import --template roster.xlsx', 'import roster.xlsx --map map.json --out county.json'])
}
