/*
 * Help and usage mistakes in the chosen language; commander itself speaks English only.
 */
import { CommanderError, type Command } from 'commander'
import type { Problem } from '../engine/index.ts'
import type { CliWord } from '../words/cli.ts'
import type { Language } from '../words/format.ts'
import { bilingualWord, word } from './io.ts'

const titles: Readonly<Record<string, CliWord>> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Arguments:': 'arguments',
  'Commands:': 'commands',
}

/** Help in the chosen language: headings, placeholders and defaults. */
export function speakHelp(command: Command, language: Language): void {
  const say = (key: CliWord): string => word({ language }, key)
  command.configureHelp({
    styleTitle: (title) => (title in titles ? say(titles[title]!) : title),
    styleUsage: (usage) => usage.replace('[options]', `[${say('optionsSlot')}]`).replace('[command]', `<${say('commandSlot')}>`),
    styleSubcommandText: (text) => text.replace('[options]', `[${say('optionsSlot')}]`),
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
export function usageProblem(error: CommanderError, command: string): Problem | undefined {
  if (error.exitCode === 0) return undefined
  const key = slips[error.code]
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const near = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1]
  const text = key === undefined ? { en: error.message, zh: error.message } : bilingualWord(key, { name })
  return {
    path: '',
    text,
    hint:
      near === undefined
        ? bilingualWord('seeHelp', { command: command === '' ? '' : ` ${command}` })
        : bilingualWord('didYouMean', { name: near.trim() }),
  }
}

/** Whether help was asked for, or a mistake made that ends before any command runs. */
export const isCommanderError = (error: unknown): error is CommanderError => error instanceof CommanderError
