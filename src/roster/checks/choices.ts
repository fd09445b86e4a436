import type { Bilingual } from '../../engine/index.ts'
import { plainText } from '../header-match.ts'
import { fieldOf, type Field } from '../item-set.ts'
import type { Table } from '../table.ts'
import { faulty, finding, fixes, ifAny, mapped, placeOf, tablePlace, type Finding, type Fix } from './finding.ts'

/* Checks of columns whose cells are one of a few words: stage, kind of place, owner, form. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Words that are none of the choices: a place kind, a stage, an owner not recognised. */
export function unknownChoices(table: Table): Finding[] {
  return mapped(table).flatMap((field) => {
    if (field.kind !== 'choice') return []
    const rows = faulty(table, field.id, 'unknown-choice')
    const texts = [...new Set(rows.map((row) => row.written[field.id] ?? ''))]
    return texts.flatMap((written) =>
      ifAny({
        check: 'unknown-choice',
        class: 'must',
        field: field.id,
        text: both(`${cap(field.text.en)} not recognised: ${written}`, `无法识别的${field.text.zh}：${written}`),
        hint: isCombined(table, field, written)
          ? both(
              'A combined school takes one row per stage: a primary row and a junior row with the same school code.',
              '一贯制学校、完全中学须分学段填写：小学、初中各一行，学校代码相同。',
            )
          : both(`Possible: ${field.values.map((v) => v.text.en).join(', ')}.`, `可填：${field.values.map((v) => v.text.zh).join('、')}。`),
        at: rows
          .filter((row) => row.written[field.id] === written)
          .map((row) =>
            placeOf(table, row, field.id, [
              ...(isCombined(table, field, written) ? [] : field.values).map((v): Fix => ({
                id: `is-${v.id}`,
                text: both(`It means ${v.text.en}`, `即${v.text.zh}`),
                edits: [{ kind: 'choice', field: field.id, written, value: v.id }],
              })),
              fixes.leaveOut(row),
            ]),
          ),
      }),
    )
  })
}

/** Whether a word in the stage column names a form with several stages. */
function isCombined(table: Table, field: Field, written: string): boolean {
  const { split } = table.set
  if (field.id !== table.set.level || !split) return false
  const form = fieldOf(table.set, split.form)
  return (
    form.kind === 'choice' &&
    form.values.some((v) => split.combined.includes(v.id) && v.written.some((w) => plainText(w) === plainText(written)))
  )
}

/** What will be assumed because the file does not say it. */
export function assumedChoices(table: Table): Finding[] {
  return table.set.fields.flatMap((field) => {
    if (field.kind !== 'choice' || field.otherwise === undefined || table.has(field.id) || field.values.length < 2) return []
    const value = field.values.find((v) => v.id === field.otherwise)!
    const offered = field.values.map((v): Fix => ({
      id: `all-${v.id}`,
      text: both(`All rows: ${v.text.en}`, `全部为${v.text.zh}`),
      edits: [{ kind: 'constant', field: field.id, value: v.id }],
    }))
    return [
      finding({
        check: 'assumed',
        class: 'information',
        field: field.id,
        text: both(`No column for ${field.text.en}: taken as ${value.text.en}`, `没有“${field.text.zh}”列：按${value.text.zh}处理`),
        hint: both(
          'Listed as an assumption. Match a column, or choose another value for all rows.',
          '已列为假设；可对应一列，或为所有行另选一个值。',
        ),
        at: [tablePlace(table, '', offered)],
      }),
    ]
  })
}

/** Cells of required choices that a default fills. */
export function emptyChoices(table: Table): Finding[] {
  return table.set.fields.flatMap((field) => {
    if (field.kind !== 'choice' || field.required || field.otherwise === undefined || !table.has(field.id)) return []
    return ifAny({
      check: 'empty-choice',
      class: 'must',
      field: field.id,
      text: both(`${field.text.en.charAt(0).toUpperCase()}${field.text.en.slice(1)} is empty`, `${field.text.zh}为空`),
      hint: both('Choose one. It decides who is counted and how the county is built.', '请选择一项，它关系到计算范围和县域模型的建立。'),
      at: table.rows
        .filter((row) => row.meanings[field.id]?.state === 'empty')
        .map((row) =>
          placeOf(table, row, field.id, [
            ...field.values.map((v) => ({ ...fixes.write(row, field.id, v.id, v.text), id: `is-${v.id}` })),
            fixes.leaveOut(row),
          ]),
        ),
    })
  })
}
