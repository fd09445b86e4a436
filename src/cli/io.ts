import type { Bilingual, Problem } from '../engine/index.ts'
import { prettyJson } from '../scenario/write.ts'
import { cliWords, type CliWord } from '../words/cli.ts'
import { fill } from '../words/fill.ts'
import type { Language } from '../words/format.ts'

/** What the program needs of the world: data to standard output, talk to standard error. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** Whether standard error is a terminal, on which a line can be rewritten. */
  readonly terminal: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Calls back when the user asks to stop (Ctrl-C); returns how to stop listening. */
  onInterrupt(stop: () => void): () => void
}

/** Exit codes: done, a run that failed or was cancelled, bad input. */
export const exit = { done: 0, failed: 1, badInput: 2 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** One command’s surroundings: where to write, in which language, and whether as JSON. */
export interface Talk {
  readonly io: Io
  readonly language: Language
  readonly json: boolean
}

/** A word of the command line with its slots filled. */
export const word = ({ language }: Pick<Talk, 'language'>, key: CliWord, slots: Readonly<Record<string, string | number>> = {}): string =>
  fill(cliWords[key][language], slots)

/** Both languages of a word, for problems. */
export const bilingualWord = (key: CliWord, slots: Readonly<Record<string, string | number>> = {}): Bilingual => ({
  en: fill(cliWords[key].en, slots),
  zh: fill(cliWords[key].zh, slots),
})

/** The language of the environment: Chinese where messages are Chinese, else English. */
export function languageOf(env: Io['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Problems as lines of text: place, what is wrong, what to do. */
export const problemLines = (problems: readonly Problem[], language: Language): string =>
  problems
    .map(
      ({ path, text, hint }) =>
        `  ${path === '' ? '' : `${path}: `}${text[language]}${hint === undefined ? '' : `\n    → ${hint[language]}`}\n`,
    )
    .join('')

/** One JSON object on standard output. */
export const putJson = (io: Io, value: unknown): void => io.out(prettyJson(value))

/** Reports bad input to whoever listens: as an object for a program, as lines for a person. */
export function refuse({ io, language, json }: Talk, file: string, problems: readonly Problem[]): ExitCode {
  if (json) putJson(io, { ok: false, problems: problems.map((problem) => ({ file, ...problem })) })
  const key = problems.length === 1 ? 'problem' : 'problems'
  // the file stands in the heading: it is not said again as the place
  const lines = problemLines(problems.map((one) => (one.path === file ? { ...one, path: '' } : one)), language)
  io.err(`${word({ language }, key, { file, count: problems.length })}\n${lines}`)
  return exit.badInput
}

/** Reports a run that could not be finished: as an object for a program, as lines for a person. */
export function fail({ io, language, json }: Talk, problems: readonly Problem[]): ExitCode {
  if (json) putJson(io, { ok: false, status: 'failed', problems })
  io.err(`${word({ language }, 'failed')}\n${problemLines(problems, language)}`)
  return exit.failed
}

/** The process as this program sees it. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // the reader of a pipe has seen enough
      if (error.code !== 'EPIPE') throw error
    })
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    env: process.env,
    onInterrupt(stop) {
      process.once('SIGINT', stop)
      return () => void process.removeListener('SIGINT', stop)
    },
  }
}
