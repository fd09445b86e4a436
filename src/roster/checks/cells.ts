import type { Bilingual } from '../../engine/index.ts'
import type { Field, NumberField } from '../item-set.ts'
import { asWritten, multiplied, readNumber } from '../numbers.ts'
import { fromName, sameSection, type Table, type TableRow } from '../table.ts'
import { plainText } from '../header-match.ts'
import { faulty, finding, fixes, ifAny, mapped, placeOf, tablePlace, type Finding, type Fix } from './finding.ts'

/* Checks of single cells and of columns that must be there: all of them must be fixed before a baseline. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
type Unit = NumberField['units'][number]

/** Columns without which nothing can be computed. */
export function missingColumns(table: Table): Finding[] {
  // without a header there are no columns at all, which is said once
  if (table.mapping.headerRow < 0) return []
  return table.set.fields
    .filter((field) => field.required && !table.has(field.id))
    .map((field) =>
      finding({
        check: 'missing-column',
        class: 'must',
        field: field.id,
        text: both(`No column for ${field.text.en}`, `没有“${field.text.zh}”列`),
        hint: both(
          'Match one of your columns to it in step 2, or choose a value for all rows.',
          '请在第2步把某一列对应到该项，或为所有行选定一个值。',
        ),
        at: [tablePlace(table, '', columnFixes(table, field))],
      }),
    )
}

function columnFixes(table: Table, field: Field): Fix[] {
  if (field.kind !== 'choice') return []
  const named: Fix[] =
    field.fromName && table.rows.every((row) => fromName(row.written[table.set.name] ?? '', field.id, table.set) !== null)
      ? [
          {
            id: 'from-name',
            text: both('Take it from the name of the school', '按学校名称判断'),
            edits: [{ kind: 'constant', field: field.id, value: 'from-name' }],
          },
        ]
      : []
  return [
    ...named,
    ...field.values.map((v): Fix => ({
      id: `all-${v.id}`,
      text: both(`All rows: ${v.text.en}`, `全部为${v.text.zh}`),
      edits: [{ kind: 'constant', field: field.id, value: v.id }],
    })),
  ]
}

/** Cells that must hold something and do not. */
export function emptyCells(table: Table): Finding[] {
  return mapped(table)
    .filter((field) => field.required)
    .flatMap((field) =>
      ifAny({
        check: 'empty',
        class: 'must',
        field: field.id,
        text: both(`${cap(field.text.en)} is empty`, `${field.text.zh}为空`),
        hint:
          field.id === table.set.pupils
            ? both(
                'Every item divides by pupils. Type the number, or leave the row out.',
                '各项指标都以学生数为分母，请填写人数，或不计入此行。',
              )
            : both('Type a value, or leave the row out.', '请填写，或不计入此行。'),
        at: faulty(table, field.id, 'empty').map((row) => {
          const guess = fromName(row.written[table.set.name] ?? '', field.id, table.set)
          const label = field.kind === 'choice' ? field.values.find((v) => v.id === guess)?.text : undefined
          const offered =
            guess === null || !label ? [] : [fixes.write(row, field.id, guess, both(`By its name: ${label.en}`, `按校名：${label.zh}`))]
          return placeOf(table, row, field.id, [...offered, ...lastYear(table, row, field), fixes.leaveOut(row)])
        }),
      }),
    )
}

/** Last year’s value of the same school, if that file was opened too. */
function lastYear(table: Table, row: TableRow, field: Field): Fix[] {
  const value = table.before && sameSection(table.before, row, table.set)?.values[field.id]
  if (typeof value !== 'number') return []
  return [{ ...fixes.write(row, field.id, String(value), both(`Use last year’s ${value}`, `沿用上年数 ${value}`)), id: 'last-year' }]
}

/** What can be offered instead of a text that is no number. */
function instead(row: TableRow, field: Field): Fix[] {
  return field.required ? [fixes.leaveOut(row)] : [fixes.clear(row, field.id), fixes.leaveOut(row)]
}

/** Texts where a number should stand. */
export function notNumbers(table: Table): Finding[] {
  return mapped(table).flatMap((field) =>
    ifAny({
      check: 'not-a-number',
      class: 'must',
      field: field.id,
      text: both(`${cap(field.text.en)} is not a number`, `${field.text.zh}不是数字`),
      hint: both(
        'Type the number alone. A cell that shows a day was turned into a date by the spreadsheet.',
        '请只填数字；显示为日期的单元格是被表格软件自动转换的。',
      ),
      at: faulty(table, field.id, 'not-a-number').map((row) => placeOf(table, row, field.id, instead(row, field))),
    }),
  )
}

/** Numbers with a word beside them: `186人`, `3.5亩`, `1.2万册`. */
export function numbersWithWords(table: Table): Finding[] {
  return mapped(table).flatMap((field) =>
    ifAny({
      check: 'number-with-word',
      class: 'must',
      field: field.id,
      text: both(`${cap(field.text.en)} has a word beside the number`, `${field.text.zh}的数字旁有文字`),
      hint: both('Keep the number alone in the unit of the column.', '请只保留数字，单位以列的单位为准。'),
      at: faulty(table, field.id, 'extra').map((row) =>
        placeOf(table, row, field.id, [fixes.write(row, field.id, bare(table, row, field)), ...instead(row, field)]),
      ),
    }),
  )
}

/** The number in the unit of its column: a unit beside it converts, a multiplier multiplies, another word is dropped. */
function bare(table: Table, row: TableRow, field: Field): string {
  const { value, extra = '' } = readNumber(row.written[field.id] ?? '')!
  if (field.kind !== 'number') return String(value)
  const use = table.mapping.columns.find((c) => c.field === field.id)
  const own = field.units.find((u) => u.id === use?.unit) ?? field.units[0]!
  return asWritten((value * factorOf(extra, field, own)) / own.factor)
}

/** What a number with a word beside it is in the base unit of its field. */
function factorOf(word: string, { units }: Pick<NumberField, 'units'>, own: Unit): number {
  const named = (text: string) => units.find((u) => u.headers.some((h) => plainText(h) === plainText(text)))
  const unit = named(word)
  if (unit) return unit.factor
  const counted = multiplied(word)
  if (!counted) return own.factor
  // the unit of the column says it already: 35万 in a column of 万元
  if (counted.rest === '' && own.headers.some((h) => multiplied(h)?.by === counted.by)) return own.factor
  return counted.by * factorOf(counted.rest, { units }, own)
}

/** Numbers below zero. */
export function negatives(table: Table): Finding[] {
  return mapped(table).flatMap((field) =>
    ifAny({
      check: 'negative',
      class: 'must',
      field: field.id,
      text: both(`${cap(field.text.en)} is below 0`, `${field.text.zh}为负数`),
      hint: both('A stock or a number of people cannot be negative.', '数量和人数不能为负。'),
      at: faulty(table, field.id, 'negative').map((row) => {
        // a word beside the number stays for its own finding
        const positive = (row.written[field.id] ?? '').normalize('NFKC').replace('-', '')
        return placeOf(table, row, field.id, [
          fixes.write(row, field.id, positive, both('Drop the minus sign', '去掉负号')),
          ...instead(row, field),
        ])
      }),
    }),
  )
}

/** Parts of people and rooms. */
export function fractions(table: Table): Finding[] {
  return mapped(table).flatMap((field) =>
    ifAny({
      check: 'fraction',
      class: 'must',
      field: field.id,
      text: both(`${cap(field.text.en)} is not a whole number`, `${field.text.zh}不是整数`),
      hint: both('If the column is per pupil or per 100 pupils, say so in step 2.', '如果该列为生均值或每百名学生拥有数，请在第2步注明。'),
      at: faulty(table, field.id, 'fraction').map((row) => {
        const rounded = String(Math.round(readNumber(row.written[field.id] ?? '')!.value))
        return placeOf(table, row, field.id, [
          fixes.write(row, field.id, rounded, both('Round to a whole number', '四舍五入取整')),
          ...instead(row, field),
        ])
      }),
    }),
  )
}
