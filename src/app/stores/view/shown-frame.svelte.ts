import type { Series } from '../../../engine/index.ts'
import { columnIn, type Edition, type Frame, type StandardView } from '../../charts/prepare/frame.ts'
import { relaxedReading } from '../../charts/prepare/relaxed.ts'
import { Experiment } from '../runs/experiment.svelte.ts'
import type { Trail } from '../runs/trail.svelte.ts'
import type { Services } from '../services.ts'
import { Selection } from './selection.svelte.ts'
import type { View } from './view.ts'
import { withoutName } from './without-name.ts'

/** How the runs are read on the screen: by which standard and edition, in which year, of schools by name or by code. */
export class ShownFrame {
  readonly services: Services
  readonly selection: Selection
  readonly experiment: Experiment
  hideNames = $state(false)

  /** The working rules relax the text of 2017 only. */
  readonly edition = $derived.by(() => (this.selection.standard === 'balance-2017' ? this.selection.edition : 'strict'))
  /** Words of the standard and edition that judge: for the status line and everything exported. */
  readonly standardKey = $derived.by(() => (this.edition === 'relaxed' ? ('standard.balance-2017.relaxed' as const) : (`standard.${this.selection.standard}` as const)))
  /** What the verdict is about, in a word: resource items, or coefficients. */
  readonly scopeKey = $derived.by(() => (this.selection.standard === 'balance-2017' ? ('verdict.scope.headline' as const) : ('verdict.scope.headline.2012' as const)))
  readonly frame: Frame = $derived.by(() => this.frameIn(this.edition))
  /** How to read the runs in an edition, which need not be the one on the screen. */
  frameIn = (edition: Edition): Frame => ({
    ...this.services.layout,
    sectionColumn: (id) => this.services.layout.sectionColumn(columnIn(edition, id)),
    countyColumn: (id) => this.services.layout.countyColumn(columnIn(edition, id)),
    ...(edition === 'relaxed' ? { reread: relaxedReading({ ...this.services.layout, facts: this.experiment.facts, years: [] }) } : {}),
    facts: this.hideNames ? this.experiment.facts.map(withoutName) : this.experiment.facts,
    years: this.experiment.years,
  })
  readonly standard: StandardView = $derived.by(() => this.services.layout.standards[this.selection.standard])
  readonly runs: readonly Series[] = $derived.by(() => this.experiment.plan)
  /** Runs for the lower pictures and lines. */
  readonly trail: Trail
  readonly ready: boolean = $derived.by(() => this.experiment.plan.length > 0 && this.experiment.baseline.length > 0)
  /** Position of the selected year, the last or first if it lies outside. */
  readonly yearIndex: number = $derived.by(() => {
    const { years } = this.frame
    const at = years.indexOf(this.selection.year)
    return at >= 0 ? at : this.selection.year < (years[0] ?? 0) ? 0 : Math.max(years.length - 1, 0)
  })
  readonly year: number = $derived.by(() => this.frame.years[this.yearIndex] ?? this.selection.year)

  constructor(services: Services, view: View) {
    this.services = services
    this.hideNames = view.hideNames
    this.selection = new Selection(view)
    this.experiment = new Experiment(services.runner)
    this.trail = this.experiment.trail
  }

  /** Goes some years on, or back; not beyond the first or last. */
  moveYear(by: number): void {
    const { years } = this.frame
    this.selection.year = years[Math.min(years.length - 1, Math.max(0, this.yearIndex + by))] ?? this.selection.year
  }
}
