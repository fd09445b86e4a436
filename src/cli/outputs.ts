/*
 * What a command may write: asked before it does anything, so that nobody waits for results that have no place, and so that no
 * file is replaced that nobody meant.
 */
import { accessSync, constants, existsSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Problem } from '../engine/index.ts'
import { isRead, placeOf, writeProblem } from './files.ts'
import { bilingualWord } from './io.ts'

/** A file that an option asks for. */
export interface Output {
  readonly option: string
  readonly file: string
  /** What its name must end with, for what is in it. */
  readonly ending: '.json' | '.csv' | '.xlsx'
}

/** The outputs of a command: those of its options that were given. */
export const outputsOf = (all: readonly (readonly [option: string, file: string | undefined, ending: Output['ending']])[]): readonly Output[] =>
  all.flatMap(([option, file, ending]) => (file === undefined ? [] : [{ option, file, ending }]))

/** What the system says when a file is about to be written; undefined if nothing. */
function codeAgainst(file: string): string | undefined {
  try {
    const folder = dirname(resolve(file))
    if (!statSync(folder).isDirectory()) return 'ENOTDIR'
    if (existsSync(file) && statSync(file).isDirectory()) return 'EISDIR'
    accessSync(existsSync(file) ? file : folder, constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

function problemOf({ option, file, ending }: Output, read: readonly string[], replace: boolean): Problem | null {
  if (!file.toLowerCase().endsWith(ending)) return { path: option, text: bilingualWord('badEnding', { file, ending }) }
  const code = isRead(file, read) ? 'READ' : (codeAgainst(file) ?? (existsSync(file) && !replace ? 'EEXIST' : undefined))
  return code === undefined ? null : writeProblem(file, { code }, option)
}

/**
 * Everything that keeps outputs from being written: a wrong ending, a folder that is not there or not to be written to, a file that is
 * read, two outputs of one path, and any file that exists unless it may be replaced.
 *
 * @param read files that the command reads; never replaced
 * @param replace whether `--overwrite` was written
 */
export function outputProblems(outputs: readonly Output[], read: readonly string[], replace: boolean): readonly Problem[] {
  const places = outputs.map(({ file }) => placeOf(file))
  return outputs.flatMap((output, i) => {
    const isTwice = places.indexOf(places[i]!) < i
    const problem = isTwice ? writeProblem(output.file, { code: 'TWICE' }, output.option) : problemOf(output, read, replace)
    return problem === null ? [] : [problem]
  })
}

/** Writes a file that was asked about before; what went wrong, or null. */
export function writeOutput(file: string, content: string | Uint8Array, option: string): Problem | null {
  try {
    writeFileSync(file, content)
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return writeProblem(file, error, option)
  }
}

/**
 * Makes a folder level by level: Node’s own recursive way never ends on a file system that has no place for folders.
 *
 * @param made gets every folder that was made, outermost first
 */
export function makeFolder(folder: string, made: string[] = []): void {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const at of missing) {
    mkdirSync(at)
    made.push(at)
  }
}

/** What keeps a folder from being made or written to; tries it and leaves nothing behind. */
export function folderProblem(folder: string, option: string): Problem | null {
  const made: string[] = []
  try {
    makeFolder(folder, made)
    if (!statSync(folder).isDirectory()) return writeProblem(folder, { code: 'ENOTDIR' }, option)
    accessSync(folder, constants.W_OK)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return writeProblem(folder, { code: code === 'ENOENT' ? 'NOPLACE' : code }, option)
  } finally {
    for (const one of made.toReversed()) rmdirSync(one)
  }
}
