import type { Problem } from '../engine/index.ts'
import { campusesOf } from './campus.ts'
import { addressOf } from './rows.ts'
import { nameOf, type Table } from './table.ts'

/** Names of a school in a description → fields of its row; the others are called alike. */
const fieldOfKey: Readonly<Record<string, string>> = { name: 'school' }

/** A problem of a county with the cell of the roster that it comes from, if it is one of a school. */
export function inTable(problem: Problem, table: Table): Problem {
  const [, school, inside = ''] = /^roster\[(\d+)\]\.(.+)$/.exec(problem.path) ?? []
  const rows = school === undefined ? undefined : campusesOf(table.rows)[Number(school)]?.rows
  if (!rows?.[0]) return problem
  const [stage = ''] = inside.split('.')
  const key = inside.replace(/^.*\./, '')
  const row = rows.find((one) => one.values[table.set.level] === stage) ?? rows[0]
  const name = nameOf(row, table.set).slice(0, 40)
  return {
    ...problem,
    path: addressOf(table.mapping, row.row, fieldOfKey[key] ?? key),
    text: { en: `${name}: ${problem.text.en}`, zh: `${name}：${problem.text.zh}` },
  }
}
