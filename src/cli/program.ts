import { Command, Option } from 'commander'
import { engineVersion, numbersCounter } from '../engine/index.ts'
import type { CliWord } from '../words/cli.ts'
import type { Language } from '../words/format.ts'
import { addAllot } from './allot.ts'
import { addBackcast } from './backcast.ts'
import { buildCounty } from './build-county.ts'
import { check } from './check.ts'
import { speakHelp, isCommanderError, unknownCommand, usageProblem, withExamples } from './help.ts'
import { bilingualWord, exit, languageOf, refuse, word, type ExitCode, type Io, type Talk } from './io.ts'
import { addImport } from './import.ts'
import { list } from './list.ts'
import { migrate } from './migrate.ts'
import { OptionReader } from './options.ts'
import { run } from './run.ts'
import { addUncertainty, most as mostUncertain } from './uncertainty.ts'

/** How a command reports back: its exit code, and the surroundings it runs in. */
export interface Surroundings {
  readonly io: Io
  readonly language: Language
  readonly finish: (code: ExitCode) => void
}

const most = { replicates: 10_000, workers: 256 } as const

/** `--lang` wherever it stands, else the environment: help must speak it too, before anything is parsed. */
function chosenLanguage(words: readonly string[], io: Io): Language | undefined {
  const at = words.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
  if (at < 0) return languageOf(io.env)
  const value = words[at]!.includes('=') ? words[at]!.split('=')[1] : words[at + 1]
  return value === 'zh' || value === 'en' ? value : undefined
}

/** Adds a command with the options that every command has. */
export function addCommand(
  program: Command,
  surroundings: Surroundings,
  usage: string,
  about: CliWord,
  examples: readonly string[],
): Command {
  const say = (key: CliWord): string => word(surroundings, key)
  const command = program.command(usage).description(say(about))
  command.option('--json', say('optJson')).addOption(new Option('--lang <language>', say('optLang')))
  return withExamples(command, surroundings.language, examples)
}

const talkOf = ({ io, language }: Surroundings, { json }: { readonly json?: boolean }): Talk => ({ io, language, json: json === true })

interface RunFlags {
  readonly json?: boolean
  readonly replicates?: string
  readonly seed?: string
  readonly workers?: string
  readonly sets?: string
  readonly out?: string
  readonly formats: string
  readonly bom?: boolean
  readonly overwrite?: boolean
}

const given = <T>(key: string, value: T | undefined): Record<string, T> => (value === undefined ? {} : { [key]: value })

async function runCommand(file: string, flags: RunFlags, talk: Talk): Promise<ExitCode> {
  const read = new OptionReader()
  const replicates = read.whole('--replicates', flags.replicates, 1, most.replicates)
  const workers = read.whole('--workers', flags.workers, 0, most.workers)
  const sets = read.whole('--sets', flags.sets, 2, mostUncertain.sets)
  const seed = read.seed(flags.seed)
  const formats = read.formats(flags.formats)
  if (read.problems.length > 0) return refuse(talk, 'run', read.problems)
  return run(
    file,
    {
      ...given('replicates', replicates),
      ...given('workers', workers),
      ...given('sets', sets),
      ...given('seed', seed),
      ...given('out', flags.out),
      formats,
      bom: flags.bom === true,
      overwrite: flags.overwrite === true,
    },
    talk,
  )
}

function addRun(program: Command, surroundings: Surroundings): void {
  const say = (key: CliWord): string => word(surroundings, key)
  addCommand(program, surroundings, 'run', 'runAbout', [
    'run scenarios/all-three.json --sets 16',
    'run scenarios/all-three.json --replicates 100 --seed other --out results --json',
  ])
    .argument('<scenario>', say('argScenario'))
    .option('--replicates <n>', say('optReplicates'))
    .option('--seed <text>', say('optSeed'))
    .option('--workers <n>', say('optWorkers'))
    .option('--sets <n>', say('optRunSets'))
    .option('--out <folder>', say('optOut'))
    .option('--formats <list>', say('optFormats'), 'csv,json,parquet')
    .option('--bom', say('optBom'))
    .option('--overwrite', say('optOverwrite'))
    .action(async (file: string, flags: RunFlags) => surroundings.finish(await runCommand(file, flags, talkOf(surroundings, flags))))
}

function addOthers(program: Command, surroundings: Surroundings): void {
  const say = (key: CliWord): string => word(surroundings, key)
  addCommand(program, surroundings, 'check', 'checkAbout', ['check scenarios/*.json', 'check my-scenario.json --json --lang zh'])
    .argument('<files...>', say('argFiles'))
    .action((files: string[], flags: { json?: boolean }) => surroundings.finish(check(files, talkOf(surroundings, flags))))
  addCommand(program, surroundings, 'migrate', 'migrateAbout', [
    'migrate old-scenario.json > new-scenario.json',
    'migrate scenarios/*.json --write',
  ])
    .argument('<files...>', say('argScenario'))
    .option('--write', say('optWrite'))
    .action((files: string[], flags: { json?: boolean; write?: boolean }) =>
      surroundings.finish(migrate(files, { write: flags.write === true }, talkOf(surroundings, flags))),
    )
  addCommand(program, surroundings, 'list', 'listAbout', ['list policies --lang zh', 'list schema > scenarios/scenario.schema.json'])
    .argument('<what>', say('argWhat'))
    .action((what: string, flags: { json?: boolean }) => surroundings.finish(list(what, talkOf(surroundings, flags))))
  addCommand(program, surroundings, 'build-county', 'buildAbout', [
    'build-county scenarios/counties/plain-county.json',
    'build-county scenarios/counties/plain-county.json --out built --json',
  ])
    .argument('<county>', say('argCounty'))
    .option('--out <folder>', say('optOutBuilt'))
    .option('--bom', say('optBom'))
    .option('--overwrite', say('optOverwrite'))
    .action(async (file: string, flags: { json?: boolean; out?: string; bom?: boolean; overwrite?: boolean }) =>
      surroundings.finish(await buildCounty(file, { ...given('out', flags.out), bom: flags.bom === true, overwrite: flags.overwrite === true }, talkOf(surroundings, flags))),
    )
}

function createProgram(surroundings: Surroundings): Command {
  const { io, language } = surroundings
  const program = new Command('hengtu')
  program.exitOverride().configureOutput({ writeOut: io.out, writeErr: () => undefined })
  speakHelp(program, language)
  program
    .description(`${word(surroundings, 'about')}\n${word(surroundings, 'disclaimer')}`)
    .version(`${engineVersion} (numbers ${numbersCounter})`, '-v, --version', word(surroundings, 'version'))
    .helpCommand(false)
    .addOption(new Option('--lang <language>', word(surroundings, 'optLang')))
  withExamples(program, language, ['run scenarios/all-three.json', 'list policies --lang zh'])
  addRun(program, surroundings)
  addOthers(program, surroundings)
  addImport(program, surroundings)
  addAllot(program, surroundings)
  addBackcast(program, surroundings)
  addUncertainty(program, surroundings)
  for (const command of program.commands) {
    command.exitOverride().configureOutput({ writeOut: io.out, writeErr: () => undefined })
    speakHelp(command, language)
  }
  return program
}

/**
 * Runs the command line.
 *
 * @param words what stands behind the program’s name
 * @returns 0 done, 1 a run that failed or was cancelled, 2 bad input
 */
export async function runProgram(words: readonly string[], io: Io): Promise<ExitCode> {
  const language = chosenLanguage(words, io)
  const json = words.includes('--json')
  let code: ExitCode = exit.done
  const surroundings: Surroundings = { io, language: language ?? languageOf(io.env), finish: (ended) => void (code = ended) }
  if (language === undefined) {
    return refuse({ ...surroundings, json }, 'hengtu', [
      { path: '--lang', text: bilingualWord('badLanguage'), hint: bilingualWord('allowed', { names: 'zh, en' }) },
    ])
  }
  const program = createProgram(surroundings)
  try {
    if (words.length === 0) {
      io.err(program.helpInformation())
      return exit.badInput
    }
    const stranger = unknownCommand(words, program)
    if (stranger) return refuse({ ...surroundings, json }, 'hengtu', [stranger])
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (!isCommanderError(error)) throw error
    const command = program.commands.find((one) => words.includes(one.name()))?.name() ?? ''
    const problem = usageProblem(error, command, surroundings.language)
    return problem === undefined ? exit.done : refuse({ ...surroundings, json }, 'hengtu', [problem])
  }
}
