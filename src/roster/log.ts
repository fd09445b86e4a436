import type { Bilingual } from '../engine/index.ts'
import { current, type Draft, type Edit } from './draft.ts'
import { cellAddress, rowAddress, textOf } from './grid.ts'
import { fieldOf } from './item-set.ts'
import type { Mapping } from './mapping.ts'

/** One line of the log of changes (修改记录). */
export interface LogLine {
  /** Step it belongs to, from 1. */
  readonly step: number
  readonly address: string
  readonly school: string
  readonly what: Bilingual
  readonly before: string
  readonly after: string
  readonly why: Bilingual
}

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** Every change in the order it was made, with what stood there before. */
export function changeLog(draft: Draft): LogLine[] {
  const { mapping } = current(draft)
  const now = new Map<string, string>()
  return draft.done.flatMap((step, i) => step.edits.map((edit) => ({ step: i + 1, why: step.why, ...lineOf(draft, mapping, edit, now) })))
}

function lineOf(draft: Draft, mapping: Mapping, edit: Edit, now: Map<string, string>): Omit<LogLine, 'step' | 'why'> {
  const { set, grid } = draft
  const columnOf = (field: string | null): number =>
    mapping.columns.find((use) => use.field === field)?.column ?? draft.base.columns.find((use) => use.field === field)?.column ?? -1
  const cell = (row: number, field: string): string => now.get(`${row}|${field}`) ?? textOf(grid.rows[row]?.[columnOf(field)])
  const school = (row: number): string => textOf(grid.rows[row]?.[columnOf(set.name)])
  const named = (field: string | null): Bilingual => (field === null ? both('row', '整行') : fieldOf(set, field).text)
  const address = (row: number, field: string | null): string =>
    row < 0 ? grid.sheet : columnOf(field) < 0 ? rowAddress(grid.sheet, row) : cellAddress(grid.sheet, row, columnOf(field))
  const whole = { address: grid.sheet, school: '' }
  switch (edit.kind) {
    case 'write': {
      const before = cell(edit.row, edit.field)
      now.set(`${edit.row}|${edit.field}`, edit.text)
      return { address: address(edit.row, edit.field), school: school(edit.row), what: named(edit.field), before, after: edit.text }
    }
    case 'leave-out':
      return {
        address: rowAddress(grid.sheet, edit.row),
        school: school(edit.row),
        what: both('row left out', '不计入此行'),
        before: '',
        after: '',
      }
    case 'bring-back':
      return {
        address: rowAddress(grid.sheet, edit.row),
        school: school(edit.row),
        what: both('row brought back', '重新计入此行'),
        before: '',
        after: '',
      }
    case 'accept':
      return {
        address: address(edit.row, edit.field),
        school: edit.row < 0 ? '' : school(edit.row),
        what: both(`kept: ${named(edit.field).en}`, `保留原值：${named(edit.field).zh}`),
        before: '',
        after: '',
      }
    case 'unit':
      return {
        ...whole,
        what: both(`unit of ${named(edit.field).en}`, `${named(edit.field).zh}的单位`),
        before: draft.base.columns.find((c) => c.field === edit.field)?.unit ?? '',
        after: edit.unit,
      }
    case 'measure':
      return {
        ...whole,
        what: both(`${named(edit.field).en}: total or per pupil`, `${named(edit.field).zh}：总量或生均`),
        before: '',
        after: edit.measure,
      }
    case 'constant':
      return { ...whole, what: both(`${named(edit.field).en} of all rows`, `各行的${named(edit.field).zh}`), before: '', after: edit.value }
    case 'choice':
      return { ...whole, what: named(edit.field), before: edit.written, after: edit.value }
    case 'column':
      return { ...whole, what: both(`column “${edit.header}”`, `“${edit.header}”列`), before: '', after: edit.field ?? '—' }
    case 'campus-stocks':
      return { ...whole, what: both('stocks of combined schools', '一贯制学校的资产'), before: draft.base.campusStocks, after: edit.as }
  }
}
