import type { CountyDescription, Problem, Scenario, SectionFacts, Series, TraceYear } from '../../engine/index.ts'
import { columnIn, type Edition, type Frame, type StandardView } from '../charts/prepare/frame.ts'
import type { LocalCandidate } from '../charts/prepare/local-candidates.ts'
import { relaxedReading } from '../charts/prepare/relaxed.ts'
import { verdictChanges } from '../charts/prepare/verdict.ts'
import { countyKey } from './draft/county-key.ts'
import { acts, sameSettings, scenarioOf, type Draft } from './draft/draft.ts'
import { firstView } from './view/first-view.ts'
import { Doors } from './view/doors.svelte.ts'
import { Explanation } from './runs/explanation.svelte.ts'
import { Experiment } from './runs/experiment.svelte.ts'
import type { Place } from './runs/known-runs.ts'
import type { Position } from './draft/lever-way.ts'
import type { Trail } from './runs/trail.svelte.ts'
import { LocalTrials } from './runs/local-trials.svelte.ts'
import { LanguageStore } from './said/language.svelte.ts'
import { Notices } from './said/notices.svelte.ts'
import { slowRun } from './runs/pace.ts'
import { Panels } from './view/panels.svelte.ts'
import { Personal } from './kept/personal.svelte.ts'
import { Replay } from './draft/replay.ts'
import { likelyOf, requestOf, runsOf, type Wanted } from './runs/request.ts'
import { ScenarioDraft } from './draft/scenario-draft.svelte.ts'
import { nameOf, stampOf } from './said/scenario-name.ts'
import { Selection } from './view/selection.svelte.ts'
import type { Services } from './services.ts'
import { openInto } from '../share/open-into.ts'
import { putAside } from './kept/kept-scenarios.ts'
import { Knowledge } from './runs/knowledge.svelte.ts'
import type { Stamp } from '../../scenario/schema.ts'
import { writeView, type View } from './view/view.ts'
import { withoutName } from './view/without-name.ts'
import { YearPlay } from './view/year-play.svelte.ts'

/** The stores together, and what follows from them. One per page; a test builds its own. */
export class AppState {
  readonly services: Services
  readonly language: LanguageStore
  readonly draft: ScenarioDraft
  readonly selection: Selection
  readonly experiment: Experiment
  readonly local: LocalTrials<LocalCandidate>
  readonly explanation: Explanation
  readonly knowledge: Knowledge
  readonly doors = new Doors()
  readonly panels = new Panels()
  readonly notices = new Notices()
  readonly personal = new Personal()
  readonly play = new YearPlay({
    years: () => this.frame.years,
    at: () => this.yearIndex,
    show: (year) => (this.selection.year = year),
    rests: () => verdictChanges(this.frame, this.standard, this.runs),
  })
  /** Shipped counties that are here. */
  shipped = $state.raw<readonly CountyDescription[]>([])
  /** Counties that came with a file or were built on a roster. */
  guests = $state.raw<readonly CountyDescription[]>([])
  #countyOf = (draft: Draft): CountyDescription => this.counties.find((one) => one.id === draft.county) ?? this.services.counties[0]!
  /** The county on the screen. A lever under the hand does not change it: what hangs on it alone stands still meanwhile. */
  readonly county: CountyDescription = $derived.by(() => this.#countyOf(this.draft.committed))
  /** A link that could not be opened, kept for the person to see. */
  refused = $state.raw<{ readonly text: string; readonly problems: readonly Problem[] } | null>(null)
  /** Tables dropped on the page, until the Data screen takes them. */
  dropped = $state.raw<readonly File[] | null>(null)
  /** Stamp of what was opened last, if another model made it: until the person has decided what to look at. */
  older = $state.raw<Stamp | null>(null)
  /** A link is being opened: nothing is simulated before it is known of what. */
  opening = $state(false)
  hideNames = $state(false)
  projector = $state(false)
  /** A narrow window, a phone, or 400% zoom: a page to read, on which nothing is decided or entered. */
  narrow = $state(false)
  offline = $state(false)

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
  /** Position of the selected year, the last or first if it lies outside. */
  readonly yearIndex: number = $derived.by(() => {
    const { years } = this.frame
    const at = years.indexOf(this.selection.year)
    return at >= 0 ? at : this.selection.year < (years[0] ?? 0) ? 0 : Math.max(years.length - 1, 0)
  })
  readonly year: number = $derived.by(() => this.frame.years[this.yearIndex] ?? this.selection.year)
  readonly ready: boolean = $derived.by(() => this.experiment.plan.length > 0 && this.experiment.baseline.length > 0)

  /** Whether no policy is in force, so that plan and baseline are one. */
  readonly plainPlan: boolean = $derived.by(() => !this.services.policies.some((policy) => acts(this.draft.current, policy, this.county)))

  /** `here` are the counties that are here besides those the services begin with. */
  constructor(services: Services, draft: Draft, view: View, onCommit: (draft: Draft) => void = () => undefined, here: Partial<Pick<AppState, 'shipped' | 'guests'>> = {}) {
    this.services = services
    this.shipped = here.shipped ?? services.counties
    this.guests = here.guests ?? []
    this.projector = view.projector
    this.hideNames = view.hideNames
    this.language = new LanguageStore(view.language)
    this.selection = new Selection(view)
    this.experiment = new Experiment(services.runner)
    this.trail = this.experiment.trail
    this.explanation = new Explanation(services.runner)
    this.knowledge = new Knowledge(services.background ?? (() => ({ ...services.runner, dispose: () => undefined })))
    this.local = new LocalTrials(services.runner)
    this.draft = new ScenarioDraft(draft, (next) => {
      onCommit(next)
      this.#follow(next)
    }, () => this.run('many'))
    this.#replay = new Replay(this.draft, (state) => this.run('single', state))
    this.#ran = this.#groundOf(draft)
    this.#stands = countyKey(this.county)
  }

  /** Shipped counties and those that came with a file; a guest stands before a shipped one of the same id. */
  get counties(): readonly CountyDescription[] {
    return [...this.shipped.filter((one) => !this.guests.some((guest) => guest.id === one.id)), ...this.guests]
  }

  /** Fetches the shipped counties that are not here yet. */
  async fetchCounties(): Promise<void> {
    const { counties, otherCounties } = this.services
    if (otherCounties && this.shipped.length === counties.length) this.shipped = [...counties, ...(await otherCounties())]
  }

  /** The committed draft as a scenario, as it is run. */
  scenario(arms: readonly ('plan' | 'baseline')[]): Scenario {
    return scenarioOf(this.draft.committed, this.county, this.services.policies, arms)
  }

  /** The same as it is handed on, baseline and plan: with what is set for policies that do not act. */
  toShare(): Scenario {
    return scenarioOf(this.draft.committed, this.county, this.services.policies, ['baseline', 'plan'], 'set')
  }

  /** What the results of a draft hang on: its settings, and what its county consists of. */
  #groundOf = (draft: Draft): string => runsOf(draft, this.#countyOf(draft))
  /** Of the committed draft. */
  readonly groundKey: string = $derived.by(() => this.#groundOf(this.draft.committed))
  /** That of the draft whose runs were asked for last, all of them; empty after a single one. */
  #ran = ''
  /** The county whose schools are pinned and open. */
  #stands = ''

  /** Asks for the runs of a committed draft, unless they are the last ones asked for. */
  #follow(draft: Draft): void {
    const stands = countyKey(this.#countyOf(draft))
    if (stands !== this.#stands) {
      // schools go by number: those of another county are others
      this.selection.leaveSchools()
      this.knowledge.forget()
    }
    this.#stands = stands
    // a note on a school changes no result
    if (this.#groundOf(draft) === this.#ran) return
    this.knowledge.cancel()
    this.run('many')
  }

  /** Takes in a county of somebody’s own in place of the one of the same id, with a draft of it. It is run anew even if only the county has changed. What was only looked at is left. */
  takeIn(county: CountyDescription, draft: Draft): void {
    this.draft.locked = false
    this.older = null
    this.guests = [...this.guests.filter((one) => one.id !== county.id), county]
    this.draft.take(draft)
    if (this.groundKey !== this.#ran) this.#follow(this.draft.committed)
  }

  /** Keeps in this browser what is about to be left for another scenario. */
  leave(): void {
    // what was only looked at is nobody’s work here
    if (!this.draft.locked) void putAside(this.draft.committed)
  }

  /** Opens a link, a file’s text or a code; the problems if it cannot, which leave everything as it was. Nothing happens if it is not `wanted` any more when what opens it has come. */
  open(text: string, wanted?: () => boolean): Promise<readonly Problem[]> {
    return openInto(this, text, wanted)
  }

  /** Looks at what a view says. */
  look(view: View): void {
    this.selection.restore(view)
    this.language.current = view.language
    // a link from a desk ends no meeting, and shows no names that are hidden here
    this.projector ||= view.projector
    this.hideNames ||= view.hideNames
  }

  /** The view as the flat record a link carries. */
  viewRecord = (): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(writeView(this.view, firstView(this.services.counties[0]!))))

  /** Whether a picture was ever asked for. */
  #asked = false

  /** Asks for the first picture, unless one was asked for. */
  begin(): void {
    if (!this.#asked) this.run('many')
  }

  /** Asks for a picture of the draft. */
  run(wanted: Wanted, draft: Draft = this.draft.current, place?: Place): void {
    this.#asked = true
    // whatever is let go after a position or a state shown again is asked for anew
    this.#ran = wanted === 'many' ? this.#groundOf(draft) : ''
    this.experiment.ask(requestOf(draft, this.#countyOf(draft), this.services.policies, wanted, place))
  }

  /** Tells where a lever under the hand may go next, most likely first: computed while nothing else is. */
  expect(positions: () => readonly Position[]): void {
    if (!this.draft.locked) this.experiment.expect(() => likelyOf(this.draft.current, this.#countyOf(this.draft.current), this.services.policies, positions()))
  }

  /** Follows the first run of the committed draft through its years, unless that is done. `again`: somebody wants it tried once more, and the run itself if it failed. */
  explain(again = false): void {
    if (again && this.experiment.problem) this.experiment.retry()
    const draft = this.draft.committed
    const shown = this.runs[0]
    if (!shown) return
    void this.explanation.ask(this.groundKey, scenarioOf(draft, this.county, this.services.policies, ['plan']), shown.replicate, again)
  }

  /** The followed years of the first run on the screen; null while they are under way. Those of another plan or county are none of it: its schools are others. */
  get trace(): readonly TraceYear[] | null {
    return this.explanation.key === this.experiment.of ? this.explanation.trace : null
  }

  /** Whether the first run cannot be followed: that failed, or the run itself did. */
  get untraced(): boolean {
    return this.explanation.failed || (this.trace === null && this.experiment.problem !== null)
  }

  /** Tries changes for one school, each alone. */
  tryHere(fact: SectionFacts, key: string, candidates: readonly LocalCandidate[]): void {
    const shown = this.runs[0]
    if (shown) void this.local.ask(key, this.scenario(['plan']), candidates, fact, this.frame, shown, this.yearIndex)
  }

  /** A lever under the pointer; whether it moved. On a slow device nothing is computed before it is let go: the verdict shows which way it moves. */
  drag(next: Draft, place?: Place): boolean {
    // a hand that moves within a step of the lever asks for nothing
    if (!this.draft.replaying && sameSettings(next, this.draft.current)) return false
    // asked for first, so that a thread is at work before the rail is drawn anew
    if (!this.experiment.slow && !this.draft.locked) this.run('single', next, place)
    this.draft.drag(next)
    if (this.experiment.slow) this.notices.tellOnce('slow', () => this.language.t('slow.told', { most: slowRun }))
    return true
  }

  /** Spreads what nobody knows: the committed draft over parameter sets, in the background. */
  ponder(): void {
    void this.knowledge.ask(this.groundKey, this.scenario(['plan']))
  }

  /** Shows the last change again, a few times. */
  replay = (): Promise<void> => this.#replay.play()
  readonly #replay: Replay

  moveYear(by: number): void {
    const { years } = this.frame
    this.selection.year = years[Math.min(years.length - 1, Math.max(0, this.yearIndex + by))] ?? this.selection.year
  }

  /** Esc: closes what lies on top. Dialogs close themselves. */
  closeTop(): void {
    if (this.doors.open) this.doors.close()
    else if (!this.panels.closeLower()) this.draft.cancel()
  }

  /** Share of the simulated years done, 0 to 1. */
  progressShare = (): number => {
    const { progress } = this.experiment
    return progress && progress.yearsInAll > 0 ? progress.yearsDone / progress.yearsInAll : 0
  }

  /** What the scenario is called; empty while nobody has named it. */
  nameIn = (language: LanguageStore = this.language): string => nameOf(this, language)

  /** One line that names this result. */
  stampLine = (language: LanguageStore = this.language): string => stampOf(this, language)

  /** The same line for what is of no scenario, as of a school table: program, model, what it is of, and what it does not replace. */
  stampFor = (what: string): string => [`${this.language.t('app.name')} ${this.language.t('status.model', { version: this.services.version })}`, what, this.language.t('app.disclaimer')].join(' · ')

  /** Everything a link must restore besides the scenario. */
  get view(): View {
    return { ...this.selection.shown, year: this.year, language: this.language.current, projector: this.projector, hideNames: this.hideNames }
  }
}
