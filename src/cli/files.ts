import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Problem } from '../engine/index.ts'
import type { LoadCounty } from '../scenario/parse.ts'
import { decodeFile, tooLarge } from '../scenario/read-text.ts'
import { bilingualWord } from './io.ts'

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file', '文件不存在'],
  EISDIR: ['it is a folder', '这是一个文件夹'],
  EACCES: ['no permission', '没有权限'],
  EPERM: ['no permission', '没有权限'],
  ENOSPC: ['the disk is full', '磁盘已满'],
  ENOTDIR: ['a part of the path is not a folder', '路径中有一段不是文件夹'],
  EEXIST: ['a file of that name exists', '已有同名文件'],
}

function fileProblem(key: 'fileMissing' | 'notWritten', file: string, error: unknown): Problem {
  const code = String((error as NodeJS.ErrnoException).code ?? error)
  const [en, zh] = reasons[code] ?? [code, code]
  const text = { en: bilingualWord(key, { file, reason: en }).en, zh: bilingualWord(key, { file, reason: zh }).zh }
  return { path: '', text, hint: bilingualWord(`${key}Hint`) }
}

/** The problem of a file that cannot be read. */
export const readProblem = (file: string, error: unknown): Problem => fileProblem('fileMissing', file, error)

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

/** Whether a file is the JSON Schema that lies beside the scenarios for editors: `scenarios/*.json` names it too. */
export function isSchemaFile(file: string): boolean {
  const read = readTextFile(file)
  return 'text' in read && /^\s*\{\s*"\$schema":\s*"https:\/\/json-schema\.org\//.test(read.text)
}

/** County files beside a scenario file. */
export const countiesBeside =
  (scenario: string): LoadCounty =>
  (from) => {
    const read = readTextFile(join(dirname(resolve(scenario)), from))
    return 'text' in read ? read.text : undefined
  }

/** The problem of a file that cannot be written. */
export const writeProblem = (file: string, error: unknown): Problem => fileProblem('notWritten', file, error)

/** Whether a file to be written is one of those that are read. */
export function isRead(file: string, read: readonly string[]): boolean {
  if (!existsSync(file)) return false
  const there = realpathSync(file)
  return read.some((one) => existsSync(one) && realpathSync(one) === there)
}
