import type { CountyDescription, Problem } from '../engine/index.ts'
import { allot, type Allotted } from './allotment.ts'
import { parseAllotmentFile } from './allotment-rule.ts'
import { baselineOf, type RegimeBaseline } from './baseline.ts'
import { countyFromRoster, redrawn, type CountyOptions } from './county.ts'
import { apply, current, redo, undo, undoAll, type Draft, type Step, type Steps } from './draft.ts'
import { explainCoefficient, type Variant } from './explain.ts'
import { figuresOf } from './figures.ts'
import { filledFormula, type FilledFormula } from './formula.ts'
import { groupSummaries, type GroupSummary } from './groups.ts'
import type { Header } from './header.ts'
import type { ItemSet, SetItem } from './item-set.ts'
import { candidatesSet, directedPlacesSet } from './item-sets/allotment.ts'
import { chinaItemSet } from './item-sets/index.ts'
import { rememberMapping } from './mapping.ts'
import type { MappingFile } from './mapping-file.ts'
import { openPasted, openPastedPlaces, openPlaces, openRoster, review, type Opened, type OpenOptions } from './open.ts'
import type { Opening, RegimeFigures, SessionKind, Snapshot, Source, TemplateKind } from './session-shapes.ts'
import { snapshotOf } from './snapshot.ts'
import { offered, readMap, readSet, shippedSet, type Chosen, type Offered } from './standards.ts'
import type { Table } from './table.ts'
import { cleanedWorkbook, templateWorkbook, type Language } from './workbook.ts'
import { recordOf, type YearRecord } from './year-record.ts'

/*
 * An import behind a thread’s channel: everything that goes in or out is plain data, so that reading and checking of large tables
 * never holds a page up. The draft itself stays here.
 */

/** Kinds of tables a session reads. */
export const sessionSets: Readonly<Record<SessionKind, ItemSet>> = { schools: chinaItemSet, places: directedPlacesSet }

/** Kinds of empty tables. */
const templateSets: Readonly<Record<TemplateKind, ItemSet>> = { ...sessionSets, candidates: candidatesSet }

async function openAs({ name, content }: Source, kind: SessionKind, options: OpenOptions): Promise<Opened> {
  if (kind === 'places') return typeof content === 'string' ? openPastedPlaces(content, name, options) : await openPlaces(content, name, options)
  const all = { ...options, set: options.set ?? sessionSets[kind] }
  return typeof content === 'string' ? openPasted(content, name, all) : await openRoster(content, name, all)
}

/** One import at a time. Methods throw only if called before a file is open. */
export class RosterSession {
  #draft: Draft | null = null
  #header: Header | null = null
  #table: Table | null = null
  #baseline: readonly RegimeBaseline[] | null = null

  /** Reads a file and matches its columns. What was open before stays open if this one cannot be read. */
  async open({ name, content }: Source, kind: SessionKind, options: OpenOptions = {}): Promise<Opening> {
    const opened = await openAs({ name, content }, kind, options)
    if (!opened.draft) return { file: null, problems: opened.problems }
    this.#draft = opened.draft
    this.#header = opened.header
    const { encoding, doubtful, previews, sheets } = opened.file
    return { file: { name, set: opened.draft.set, sheet: opened.grid.sheet, sheets: sheets.map((grid) => ({ name: grid.sheet, rows: grid.rows.length })), encoding, doubtful, previews }, problems: [] }
  }

  /** Checks every row as it stands. */
  look(): Snapshot {
    const draft = this.#open()
    const { table, findings } = review(draft)
    this.#table = table
    this.#baseline = null
    return snapshotOf(draft, this.#header!, findings)
  }

  /** Takes up the work on a file that has just been opened where it was left. */
  resume({ done, undone }: Steps): Snapshot {
    return this.#become({ ...this.#open(), done, undone })
  }
  change(step: Step): Snapshot {
    return this.#become(apply(this.#open(), step))
  }
  undo(): Snapshot {
    return this.#become(undo(this.#open()))
  }
  redo(): Snapshot {
    return this.#become(redo(this.#open()))
  }
  undoAll(): Snapshot {
    return this.#become(undoAll(this.#open()))
  }

  /** Both regimes at both levels, from the rows last looked at. */
  baseline(): RegimeFigures[] {
    return figuresOf(this.#table!, this.#measured())
  }

  /** Every group of the table by itself, where it holds several counties or authorities; else empty. */
  groups(): GroupSummary[] {
    return this.#open().set.group === undefined ? [] : groupSummaries(this.#table!)
  }

  /** The formula of one item with its numbers filled in. */
  formula(regime: string, level: string, item: string): FilledFormula {
    const at = this.#measured().find((r) => r.regime.id === regime)!.levels.find((l) => l.level === level)!
    return filledFormula(this.#open().set, at, at.items.find((i) => i.item.id === item)!)
  }

  /** Usual ways of calculating that give a county’s own coefficient. */
  explain(regime: string, level: string, item: string, own: string): Variant[] {
    const { set } = this.#open()
    const there = set.regimes.find((r) => r.id === regime)!
    return explainCoefficient(this.#table!, there, level, there.items.find((i: SetItem) => i.id === item)!, own)
  }

  /** The county built on the rows last looked at. */
  county(options: CountyOptions): CountyDescription | readonly Problem[] {
    return countyFromRoster(this.#table!, options)
  }

  /** What the rows last looked at say of a year. */
  record(year: number): YearRecord {
    return recordOf(this.#table!, year)
  }

  /** The county with everything that its roster does not give drawn anew. */
  redrawn(county: CountyDescription, draw: number): CountyDescription {
    return redrawn(county, draw)
  }

  /** Places per school under a rule, or what is wrong with the rule. */
  allotment(rule: unknown, seats: number): Allotted {
    const parsed = parseAllotmentFile(rule)
    return parsed.rule ? allot(this.#table!, parsed.rule, seats) : { report: null, problems: parsed.problems }
  }

  /** The columns as they are now, to be remembered. */
  mapping(): MappingFile {
    return rememberMapping(current(this.#open()).mapping)
  }

  /** Standards that ship, and what a chosen one or a file of a standard or of columns holds. */
  offered(): readonly Offered[] {
    return offered()
  }
  shippedSet(id: string): ItemSet | null {
    return shippedSet(id)
  }
  readSet(text: string): Chosen {
    return readSet(text)
  }
  readMap(text: string, own: ItemSet | null): Chosen {
    return readMap(text, own)
  }

  cleaned(language: Language): Promise<Uint8Array> {
    return cleanedWorkbook(this.#open(), language)
  }

  template(kind: TemplateKind, language: Language): Promise<Uint8Array> {
    return templateWorkbook(templateSets[kind], language)
  }

  #open(): Draft {
    if (!this.#draft) throw new Error('no file is open')
    return this.#draft
  }
  #become(draft: Draft): Snapshot {
    this.#draft = draft
    return this.look()
  }
  #measured(): readonly RegimeBaseline[] {
    return (this.#baseline ??= baselineOf(this.#table!))
  }
}
