import type { Problem } from '../engine/index.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { readCounty, readScenario } from '../scenario/parse.ts'
import { latestFormat } from '../scenario/schema.ts'
import { countiesBeside, filesNamed, readTextFile } from './files.ts'
import { exit, problemLines, putJson, word, type ExitCode, type Talk } from './io.ts'
import { isSchemaFile, kindOf, type Kind } from './kinds.ts'

interface Checked {
  readonly file: string
  readonly kind: Kind
  readonly problems: readonly Problem[]
}

function checkFile(file: string): Checked {
  if (isSchemaFile(file)) return { file, kind: 'schema', problems: [] }
  const read = readTextFile(file)
  if ('problem' in read) return { file, kind: 'scenario', problems: [read.problem] }
  const kind = kindOf(read.text)
  if (kind === 'county') return { file, kind, problems: readCounty(read.text).problems }
  return { file, kind, problems: readScenario(read.text, { registry: ownRegistry, loadCounty: countiesBeside(file) }).problems }
}

function sayChecked({ file, kind, problems }: Checked, talk: Talk): void {
  const format = word(talk, `${kind}File`, { format: latestFormat })
  if (problems.length === 0) talk.io.out(`${word(talk, 'fine', { file, format })}\n`)
  else
    talk.io.out(
      `${word(talk, problems.length === 1 ? 'problem' : 'problems', { file, count: problems.length })}\n${problemLines(problems, talk.language)}`,
    )
}

/** Reports everything that is wrong with scenario or county files. */
export function check(files: readonly string[], talk: Talk): ExitCode {
  const checked = files.flatMap(filesNamed).map(checkFile)
  const problems = checked.flatMap((one) => one.problems.map((problem) => ({ file: one.file, ...problem })))
  if (talk.json) putJson(talk.io, { ok: problems.length === 0, files: checked.map(({ file, kind }) => ({ file, kind })), problems })
  else for (const one of checked) sayChecked(one, talk)
  return problems.length === 0 ? exit.done : exit.badInput
}
