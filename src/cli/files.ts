import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '../engine/index.ts'
import type { LoadCounty } from '../scenario/parse.ts'
import { decodeFile, tooLarge } from '../scenario/read-text.ts'
import { bilingualWord } from './io.ts'

type Reasons = Readonly<Record<string, readonly [string, string]>>

const reasons: Reasons = {
  ENOENT: ['there is no such file', '文件不存在'],
  EISDIR: ['it is a folder', '这是一个文件夹'],
  EACCES: ['no permission', '没有权限'],
  EPERM: ['no permission', '没有权限'],
  EROFS: ['no permission', '没有权限'],
  ENOSPC: ['the disk is full', '磁盘已满'],
  ENOTDIR: ['a part of the path is not a folder', '路径中有一段不是文件夹'],
}

/** What keeps a file from being written: also what a system does not say. */
const unwritten: Reasons = {
  ...reasons,
  ENOENT: ['the folder does not exist', '文件夹不存在'],
  NOPLACE: ['no folder can be made there', '该处不能新建文件夹'],
  EEXIST: ['a file of that name exists', '已有同名文件'],
  READ: ['this command reads it', '本次命令要读取该文件'],
  TWICE: ['another output has the same path', '另有一项输出写到同一路径'],
  OTHER: ['the folder holds results of another scenario', '该文件夹中是另一个方案文件的结果'],
  FORMATS: ['an earlier run left it in a format that is not written now', '它是以前的运行留下的，本次不写这种格式'],
}

/** The reason of a problem: a code of the system or of the list above, in both languages. */
function sayCode(key: 'fileMissing' | 'notWritten', file: string, code: string, known: Reasons): Problem['text'] {
  const [en, zh] = known[code] ?? [code, code]
  return { en: bilingualWord(key, { file, reason: en }).en, zh: bilingualWord(key, { file, reason: zh }).zh }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error)

/** The problem of a file that cannot be read. */
export const readProblem = (file: string, error: unknown): Problem => ({
  path: '',
  text: sayCode('fileMissing', file, codeOf(error), reasons),
  hint: bilingualWord('fileMissingHint'),
})

/** What may be replaced if that is asked for in words. */
const replaceable = ['EEXIST', 'OTHER', 'FORMATS']

/**
 * The problem of a file that cannot be written.
 *
 * @param option the option that named it, for the advice; none where the file is one that was read
 */
export function writeProblem(file: string, error: unknown, option?: string): Problem {
  const code = codeOf(error)
  const advice = option === undefined ? 'notChangedHint' : replaceable.includes(code) ? 'notReplacedHint' : 'notWrittenHint'
  return { path: option ?? '', text: sayCode('notWritten', file, code, unwritten), hint: bilingualWord(advice, { option: option ?? '' }) }
}

/** A file’s text, or why it could not be read. */
export type ReadFile = { readonly text: string } | { readonly problem: Problem }

/** Reads a text file of at most 5 MB; a larger one is refused before it is read. */
export function readTextFile(file: string): ReadFile {
  try {
    const size = statSync(file).size
    const large = tooLarge(size)
    return large === undefined ? decodeFile(readFileSync(file)) : { problem: large }
  } catch (error) {
    return { problem: readProblem(file, error) }
  }
}

/** County files beside a scenario file. */
export const countiesBeside =
  (scenario: string): LoadCounty =>
  (from) => {
    const read = readTextFile(join(dirname(resolve(scenario)), from))
    return 'text' in read ? read.text : undefined
  }

/** Where a path leads: one text for all ways of writing it, whether the file exists or not. */
export function placeOf(file: string): string {
  if (existsSync(file)) return realpathSync(file)
  const folder = dirname(resolve(file))
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(file))
}

/** Whether a file to be written is one of those that are read. */
export const isRead = (file: string, read: readonly string[]): boolean => existsSync(file) && read.some((one) => existsSync(one) && placeOf(one) === placeOf(file))

const literally = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&')

/**
 * Files that a word names. A shell that leaves `*` and `?` to the program gets the same answer as from one that does not: files of one
 * folder in the order of their names, hidden ones left out. A word that fits no file stays as it is.
 */
export function filesNamed(word: string): readonly string[] {
  const pattern = basename(word)
  if (!/[*?]/.test(pattern) || existsSync(word)) return [word]
  const folder = word.slice(0, word.length - pattern.length)
  const fits = new RegExp(`^${literally(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
  try {
    const found = readdirSync(folder === '' ? '.' : folder).filter((name) => fits.test(name) && !name.startsWith('.'))
    return found.length === 0 ? [word] : found.toSorted().map((name) => `${folder}${name}`)
  } catch {
    return [word]
  }
}
