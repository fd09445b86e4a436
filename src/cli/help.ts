/*
 * Help and usage mistakes in the chosen language; commander itself speaks English only.
 */
import { CommanderError, Help, type Command } from 'commander'
import type { Problem } from '../engine/index.ts'
import { nearest } from '../scenario/suggest.ts'
import type { CliWord } from '../words/cli.ts'
import { cliSlots } from '../words/cli-slots.ts'
import type { Language } from '../words/format.ts'
import { bilingualWord, word } from './io.ts'
import { displayWidth } from './text-table.ts'

const titles: Readonly<Record<string, CliWord>> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Arguments:': 'arguments',
  'Commands:': 'commands',
}

/** What a user puts in the place of a name, in the chosen language: “scenario” as “方案文件”. */
const slotName = (name: string, language: Language): string => (Object.hasOwn(cliSlots, name) ? cliSlots[name as keyof typeof cliSlots][language] : name)

/** The same for every name in brackets, with the dots that say “several”. */
const inWords = (text: string, language: Language): string =>
  text.replace(/([<[])([^<>[\]]+?)(\.\.\.)?([>\]])/g, (_, open: string, name: string, more: string | undefined, close: string) => `${open}${slotName(name, language)}${more ?? ''}${close}`)

const plain = new Help()

/** Help in the chosen language: headings, placeholders and defaults. */
export function speakHelp(command: Command, language: Language): void {
  const say = (key: CliWord): string => word({ language }, key)
  command.configureHelp({
    styleTitle: (title) => (title in titles ? say(titles[title]!) : title),
    commandUsage: (one) => inWords(plain.commandUsage(one).replace('[command]', '<command>'), language),
    subcommandTerm: (one) => inWords(plain.subcommandTerm(one), language),
    optionTerm: ({ flags }) => inWords(flags, language),
    argumentTerm: (argument) => slotName(argument.name(), language),
    displayWidth,
    optionDescription: (option) => option.description + (typeof option.defaultValue === 'string' ? ` [${option.defaultValue}]` : ''),
    helpWidth: 100,
  })
  command.helpOption('-h, --help', say('help'))
}

/** Two examples under the help of a command. */
export const withExamples = (command: Command, language: Language, examples: readonly string[]): Command =>
  command.addHelpText('after', `\n${word({ language }, 'examples')}\n${examples.map((example) => `  $ hengtu ${example}\n`).join('')}`)

const slips: Readonly<Record<string, CliWord>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionNeedsValue',
  'commander.excessArguments': 'excessArguments',
}

/** A mistake of usage as a problem; undefined if commander only showed help or the version. `command` is empty where none was meant. */
export function usageProblem(error: CommanderError, command: string, language: Language): Problem | undefined {
  if (error.exitCode === 0) return undefined
  const key = slips[error.code]
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const said = name.includes('<') ? inWords(name, language) : slotName(name, language)
  const near = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1]
  const text = key === undefined ? { en: error.message, zh: error.message } : bilingualWord(key, { name: said })
  return {
    path: '',
    text,
    hint:
      near === undefined
        ? bilingualWord('seeHelp', { command: command === '' ? '' : ` ${command}` })
        : bilingualWord('didYouMean', { name: near.trim() }),
  }
}

/** A first word that is no command, also where help is asked for: the help of something else is no answer. */
export function unknownCommand(words: readonly string[], program: Command): Problem | null {
  const first = words.find((one, i) => !one.startsWith('-') && words[i - 1] !== '--lang')
  const names = program.commands.map((one) => one.name())
  if (first === undefined || names.includes(first)) return null
  const near = nearest(first, names)
  const hint = near === undefined ? bilingualWord('seeHelp', { command: '' }) : bilingualWord('didYouMean', { name: near })
  return { path: '', text: bilingualWord('unknownCommand', { name: first }), hint }
}

/** Whether help was asked for, or a mistake made that ends before any command runs. */
export const isCommanderError = (error: unknown): error is CommanderError => error instanceof CommanderError
