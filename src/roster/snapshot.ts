import { countsOf, isClear, type Finding } from './checks/index.ts'
import { current, type Draft } from './draft.ts'
import { textOf } from './grid.ts'
import { headerText, type Header } from './header.ts'
import { changeLog } from './log.ts'
import type { Mapping } from './mapping.ts'
import type { WrittenRow } from './rows.ts'
import type { SheetColumn, Snapshot } from './session-shapes.ts'

const samples = 3

function columnsOf(draft: Draft, header: Header, mapping: Mapping, rows: readonly WrittenRow[]): SheetColumn[] {
  const schools = rows.filter((row) => row.aside === null)
  return header.columns.map((column): SheetColumn => ({
    column: column.column,
    header: headerText(column),
    samples: schools.slice(0, samples).map((row) => textOf(draft.grid.rows[row.row]?.[column.column])),
    use: mapping.columns.find((use) => use.column === column.column) ?? null,
  })).filter(({ header: text, samples: values, use }) => use !== null || text !== '' || values.some((value) => value !== ''))
}

/** Everything that holds of a draft after its steps, as plain data; `findings` are what its checks found. */
export function snapshotOf(draft: Draft, header: Header, findings: readonly Finding[]): Snapshot {
  const { mapping, rows, leftOut } = current(draft)
  return {
    sheet: draft.grid.sheet,
    mapping,
    columns: columnsOf(draft, header, mapping, rows),
    rows,
    leftOut: [...leftOut],
    findings,
    counts: countsOf(findings),
    clear: isClear(findings),
    log: changeLog(draft),
    steps: { done: draft.done, undone: draft.undone },
    canUndo: draft.done.length > 0,
    canRedo: draft.undone.length > 0,
  }
}
