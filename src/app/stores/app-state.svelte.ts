import type { CountyDescription, Problem, Scenario, SectionFacts, Series } from '../../engine/index.ts'
import { columnIn, type Frame, type StandardView } from '../charts/prepare/frame.ts'
import type { LocalCandidate } from '../charts/prepare/local-candidates.ts'
import { relaxedReading } from '../charts/prepare/relaxed.ts'
import { verdictChanges } from '../charts/prepare/verdict.ts'
import { acts, ground, sameSettings, scenarioOf, unnamed, type Draft } from './draft.ts'
import { firstView } from './first.ts'
import { Doors } from './doors.svelte.ts'
import { Explanation } from './explanation.svelte.ts'
import { Experiment, type Wanted } from './experiment.svelte.ts'
import type { Trail } from './trail.svelte.ts'
import { LocalTrials } from './local-trials.svelte.ts'
import { LanguageStore } from './language.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { slowRun } from './pace.ts'
import { Panels } from './panels.svelte.ts'
import { ScenarioDraft } from './scenario-draft.svelte.ts'
import { Selection } from './selection.svelte.ts'
import type { Services } from './services.ts'
import { openInto } from '../share/open-into.ts'
import { Knowledge } from './knowledge.svelte.ts'
import type { Stamp } from '../../scenario/schema.ts'
import { writeView, type View } from './view.ts'
import { YearPlay } from './year-play.svelte.ts'

export { firstDraft, firstView } from './first.ts'

/** Letters of a scenario’s name that are shown. */
const mostName = 80

/** A school under a neutral code instead of its name, in a numbered township: in a small township the place would tell the school. */
export const withoutName = (fact: SectionFacts): SectionFacts => {
  const code = `${fact.level === 'primary' ? 'P' : 'J'}${String(fact.schoolId).padStart(3, '0')}`
  const township = fact.township < 0 ? fact.townshipName : { zh: `乡镇${fact.township + 1}`, en: `Township ${fact.township + 1}` }
  return { ...fact, schoolName: { zh: code, en: code }, townshipName: township }
}

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
  /** Stamp of what was opened last, if another model made it: until the person has decided what to look at. */
  older = $state.raw<Stamp | null>(null)
  hideNames = $state(false)
  projector = $state(false)
  /** A narrow window, a phone, or 400 % zoom: a page to read, on which nothing is decided or entered. */
  narrow = $state(false)
  dark = $state(typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches)
  offline = $state(false)
  letters = $state(true)

  /** The working rules relax the text of 2017 only. */
  readonly edition = $derived.by(() => (this.selection.standard === 'balance-2017' ? this.selection.edition : 'strict'))
  /** Words of the standard and edition that judge: for the status line and everything exported. */
  readonly standardKey = $derived.by(() => (this.edition === 'relaxed' ? ('standard.balance-2017.relaxed' as const) : (`standard.${this.selection.standard}` as const)))
  readonly frame: Frame = $derived.by(() => ({
    ...this.services.layout,
    sectionColumn: (id) => this.services.layout.sectionColumn(columnIn(this.edition, id)),
    countyColumn: (id) => this.services.layout.countyColumn(columnIn(this.edition, id)),
    ...(this.edition === 'relaxed' ? { reread: relaxedReading({ ...this.services.layout, facts: this.experiment.facts, years: [] }) } : {}),
    facts: this.hideNames ? this.experiment.facts.map(withoutName) : this.experiment.facts,
    years: this.experiment.years,
  }))
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

  constructor(services: Services, draft: Draft, view: View, onCommit: (draft: Draft) => void = () => undefined) {
    this.services = services
    this.shipped = services.counties
    this.#ran = ground(draft)
    this.language = new LanguageStore(view.language)
    this.selection = new Selection(view)
    this.experiment = new Experiment(services.runner)
    this.trail = this.experiment.trail
    this.explanation = new Explanation(services.runner)
    this.knowledge = new Knowledge(services.background ?? (() => ({ ...services.runner, dispose: () => undefined })))
    this.local = new LocalTrials(services.runner)
    this.draft = new ScenarioDraft(draft, (next) => {
      onCommit(next)
      // a note on a school changes no result; a lever let go during a drag leaves a single run behind
      const settings = ground(next)
      if (settings === this.#ran && !this.experiment.single) return
      this.#ran = settings
      this.knowledge.cancel()
      this.run('many')
    }, () => this.run('many'))
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


  /** The committed draft as a scenario. */
  scenario(arms: readonly ('plan' | 'baseline')[]): Scenario {
    return scenarioOf(this.draft.committed, this.county, this.services.policies, arms)
  }

  /** Settings of the last committed draft that was run. */
  #ran = ''

  /** Opens a link, a file’s text or a code; the problems if it cannot, which leave everything as it was. */
  open(text: string): Promise<readonly Problem[]> {
    return openInto(this, text)
  }

  /** Looks at what a view says. */
  look(view: View): void {
    this.selection.restore(view)
    this.language.current = view.language
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
  run(wanted: Wanted, draft: Draft = this.draft.current): void {
    this.#asked = true
    this.experiment.ask({
      plan: this.#planOf(draft),
      baseline: scenarioOf(draft, this.#countyOf(draft), this.services.policies, ['baseline']),
      ground: JSON.stringify([draft.county, draft.seed, draft.years, draft.behaviour, draft.replicates]),
      wanted,
    })
  }

  /** A name changes no result: what was run under another is not run again. */
  #planOf = (draft: Draft): Scenario => scenarioOf(unnamed(draft), this.#countyOf(draft), this.services.policies, ['plan'])

  /** Tells where a lever under the hand may go next, most likely first: computed while nothing else is. */
  expect(drafts: () => readonly Draft[]): void {
    if (!this.draft.locked) this.experiment.expect(() => this.#plansOf(drafts()))
  }

  /** Each is made when it is its turn to run. */
  *#plansOf(drafts: Iterable<Draft>): Iterable<Scenario> {
    for (const draft of drafts) yield this.#planOf(draft)
  }

  /** Follows the first run of the committed draft through its years, unless that is done. `again`: somebody wants it tried once more. */
  explain(again = false): void {
    const draft = this.draft.committed
    const shown = this.runs[0]
    if (!shown) return
    void this.explanation.ask(ground(draft), scenarioOf(draft, this.county, this.services.policies, ['plan']), shown.replicate, again)
  }

  /** Tries changes for one school, each alone. */
  tryHere(fact: SectionFacts, key: string, candidates: readonly LocalCandidate[]): void {
    const shown = this.runs[0]
    if (shown) void this.local.ask(key, this.scenario(['plan']), candidates, fact, this.frame, shown, this.yearIndex)
  }

  /** A lever under the pointer; whether it moved. On a slow device nothing is computed before it is let go: the verdict shows which way it moves. */
  drag(next: Draft): boolean {
    // a hand that moves within a step of the lever asks for nothing
    if (!this.draft.replaying && sameSettings(next, this.draft.current)) return false
    // asked for first, so that a thread is at work before the rail is drawn anew
    if (!this.experiment.slow && !this.draft.locked) this.run('single', next)
    this.draft.drag(next)
    if (this.experiment.slow) this.notices.tellOnce('slow', () => this.language.t('slow.told', { most: slowRun }))
    return true
  }

  /** Spreads what nobody knows: the committed draft over parameter sets, in the background. */
  ponder(): void {
    void this.knowledge.ask(this.knowledgeKey, this.scenario(['plan']))
  }
  readonly knowledgeKey: string = $derived.by(() => ground(this.draft.committed))

  #replays = 0

  /** Shows the change from the last committed state to the present one again, three times, without making a step. Whatever is done meanwhile ends it. */
  async replay(): Promise<void> {
    const { previous, committed } = this.draft
    if (!previous || this.draft.dragging) return
    const mine = ++this.#replays
    for (const one of [previous, committed, previous, committed, previous, committed]) {
      this.draft.replay(one)
      this.run('single', one)
      await new Promise((resolve) => setTimeout(resolve, 700))
      if (mine !== this.#replays || !this.draft.replaying) return
    }
    this.draft.cancel()
  }

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

  /** What the scenario is called, shortened where it would not end; empty while nobody has named it. A name given to other settings says so. */
  nameIn = ({ t, of }: LanguageStore = this.language): string => {
    const { name } = this.draft.current
    if (!name) return ''
    const whole = name.arm ? `${of(name.title)}${t('mark.middle')}${of(name.arm)}` : of(name.title)
    const short = whole.length > mostName ? `${whole.slice(0, mostName)}…` : whole
    return name.of === ground(this.draft.current) ? short : t('scenario.changed', { name: short })
  }

  /** One line with everything needed to name this result: model, scenario, county, seeds, standard. */
  stampLine = (language: LanguageStore = this.language): string => {
    const { t, of } = language
    const { seed, replicates } = this.draft.current
    return [
      `${t('app.name')} ${t('status.model', { version: this.services.version })}`,
      ...(this.draft.current.name ? [this.nameIn(language)] : []),
      of(this.county.title),
      t('status.seeds', { seed, count: replicates }),
      t('status.standard', { edition: t(this.standardKey) }),
      t('app.disclaimer'),
    ].join(' · ')
  }

  /** Everything a link must restore besides the scenario. */
  get view(): View {
    return { ...this.selection.shown, year: this.year, language: this.language.current }
  }
}
