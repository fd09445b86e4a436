import { chinaItemSet, templateWorkbook } from '../roster/index.ts'
import type { ImportFlags } from './import-choices.ts'
import { exit, refuse, type ExitCode, type Talk } from './io.ts'
import { outputProblems, outputsOf, writeOutput } from './outputs.ts'
import { rosterWord } from './roster-files.ts'

/** Writes an empty table with the official columns; a table that was filled in meanwhile is not replaced unasked. */
export async function writeTemplate(template: string, { overwrite }: ImportFlags, talk: Talk): Promise<ExitCode> {
  const unwritable = outputProblems(outputsOf([['--template', template, '.xlsx']]), [], overwrite === true)
  if (unwritable.length > 0) return refuse(talk, 'import', unwritable)
  const problem = writeOutput(template, await templateWorkbook(chinaItemSet, talk.language), '--template')
  if (problem) return refuse(talk, 'import', [problem])
  talk.io.err(`${rosterWord(talk, 'wrote', { file: template })}\n`)
  return exit.done
}
