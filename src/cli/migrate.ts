import { writeFileSync } from 'node:fs'
import { migrate as bringForward } from '../scenario/migrate.ts'
import { readText } from '../scenario/read-text.ts'
import { latestFormat } from '../scenario/schema.ts'
import { prettyJson } from '../scenario/write.ts'
import type { Problem } from '../engine/index.ts'
import { filesNamed, readTextFile, writeProblem } from './files.ts'
import { bilingualWord, exit, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { countyInstead, isSchemaFile } from './kinds.ts'

interface Moved {
  readonly file: string
  readonly applied: readonly string[]
  /** The text in the latest format; the file’s own text where nothing was to do. */
  readonly text: string
}

function moveFile(file: string): Moved | { readonly file: string; readonly problems: readonly Problem[] } {
  const read = readTextFile(file)
  if ('problem' in read) return { file, problems: [read.problem] }
  const json = readText(read.text)
  if (!json.readable || json.problems.length > 0) return { file, problems: json.problems }
  const county = countyInstead(read.text)
  if (county) return { file, problems: [county] }
  const moved = bringForward(json.value)
  if (moved.file === undefined) return { file, problems: moved.problems }
  return { file, applied: moved.applied, text: moved.applied.length === 0 ? read.text : prettyJson(moved.file) }
}

function sayMoved({ file, applied }: Moved, talk: Talk): void {
  const key = applied.length === 0 ? 'latestAlready' : 'migrated'
  talk.io.err(`${word(talk, key, { file, format: latestFormat, steps: applied.join(', ') })}\n`)
}

/** Writes a file back if anything was to do; what kept it from being written. */
function replaceFile({ file, applied, text }: Moved): readonly { readonly file: string; readonly problem: Problem }[] {
  if (applied.length === 0) return []
  try {
    writeFileSync(file, text)
    return []
  } catch (error) {
    return [{ file, problem: writeProblem(file, error) }]
  }
}

/** Brings scenario files to the latest format: prints one, or replaces all with `write`. */
export function migrate(words: readonly string[], { write }: { readonly write: boolean }, talk: Talk): ExitCode {
  const files = words.flatMap(filesNamed)
  if (files.length > 1 && !write)
    return refuse(talk, files.join(', '), [{ path: '', text: bilingualWord('oneAtATime'), hint: bilingualWord('useWrite') }])
  const results = files.filter((file) => !isSchemaFile(file)).map(moveFile)
  const problems = results.flatMap((one) => ('problems' in one ? one.problems.map((problem) => ({ file: one.file, ...problem })) : []))
  if (problems.length > 0) {
    if (talk.json) putJson(talk.io, { ok: false, problems })
    for (const one of results) if ('problems' in one) refuse({ ...talk, json: false }, one.file, one.problems)
    return exit.badInput
  }
  const moved = results as readonly Moved[]
  const unwritten = write ? moved.flatMap(replaceFile) : []
  if (unwritten.length > 0)
    return refuse(
      talk,
      unwritten.map(({ file }) => file).join(', '),
      unwritten.map(({ problem }) => problem),
    )
  if (talk.json)
    putJson(talk.io, {
      ok: true,
      format: latestFormat,
      files: moved.map(({ file, applied, text }) => ({ file, applied, scenario: JSON.parse(text) as unknown })),
    })
  else for (const one of moved) sayMoved(one, talk)
  if (!talk.json && !write) talk.io.out(moved[0]?.text ?? '')
  return exit.done
}
