/*
 * Rosters: a county’s own table of schools, from a spreadsheet to checked rows, official numbers and a county file. Pure modules,
 * the same in the page and on the command line; nothing here ever sends a byte anywhere.
 */
export { bounds, cellAddress, type Cell, type Grid } from './grid.ts'
export { encodings, type Encoding, type Preview } from './read-text.ts'
export { readFile, readPasted, sheetOf, type Reading, type RosterFile } from './read.ts'
export { findHeader, headerText, type Column, type Header } from './header.ts'
export type { HeaderMatch, Measure } from './header-match.ts'
export { parseMapping, proposeMapping, rememberMapping, type ColumnUse, type Mapping, type MappingFile } from './mapping.ts'
export { fieldOf, levelsOf, parseItemSet, type ChoiceField, type Field, type ItemSet, type NumberField, type Regime as SetRegime, type SetItem } from './item-set.ts'
export { chinaItemSet, directedPlacesSet, englandItemSet, itemSets } from './item-sets/index.ts'
export { apply, current, redo, startDraft, undo, undoAll, type Draft, type Edit, type Step } from './draft.ts'
export { nameOf, numberIn, tableOf, type Table, type TableRow } from './table.ts'
export { checkTable, countsOf, findingClasses, isClear, type Finding, type FindingClass, type Fix, type Occurrence } from './checks/index.ts'
export { openPasted, openRoster, review, type Opened, type OpenOptions } from './open.ts'
export { baselineByGroup, baselineOf, type ItemBaseline, type LevelBaseline, type RegimeBaseline } from './baseline.ts'
export { filledFormula, type Contribution, type FilledFormula } from './formula.ts'
export { explainCoefficient, explanationText, type Departure, type Variant } from './explain.ts'
export { changeLog, type LogLine } from './log.ts'
export { cleanedWorkbook, templateWorkbook } from './workbook.ts'
export { allot, parseAllotmentFile, type AllotmentFile, type AllotmentReport, type SchoolPlaces } from './allotment.ts'
export { countyFromRoster, redrawn, type CountyOptions } from './county.ts'
export { schoolsOf } from './schools.ts'
