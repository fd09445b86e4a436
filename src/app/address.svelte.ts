import { unloaded } from '../words/unloaded.ts'
import { type AppState } from './stores/app-state.svelte.ts'
import { firstDraft } from './stores/draft/first.ts'
import type { Draft } from './stores/draft/draft.ts'
import { readView, screens, writeView, type Screen, type View } from './stores/view/view.ts'
import { bare } from './stores/kept/written-down.ts'

/** Milliseconds of rest after which what is looked at is written into the address. */
const rest = 300

/** Whether a fragment is a view, as it is written here: keys of one letter. An anchor in the page is none. */
const isView = (fragment: string): boolean => fragment === '' || /^[a-z]=/.test(fragment)

/** Whether a fragment opens something, and does not only show a view. */
export const isLink = (fragment: string): boolean => /^[vc]\d+\./.test(fragment)

/** The fragment of the page’s address, without its sign. */
export const fragmentNow = (): string => location.hash.replace(/^#/, '')

/** What a page in the browser’s history is marked with: the screen that was looked at there. */
interface Mark {
  readonly screen: Screen
}

const markNow = (): Mark | null => history.state as Mark | null

/**
 * The address is the view and the scenario: written when something else is looked at or decided, read when someone edits it. Each
 * screen that is gone to is a page in the browser’s history, so that Back leads to the one before it, and not out of the app. It leads
 * back to no other scenario: that is what undo is for.
 */
export class Address {
  readonly #app: AppState
  readonly #usual: View
  #written = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What stood on the screen when a link came that has not been read: it is under way, or a part that reads it did not come. */
  #unread = $state.raw<Draft | null>(null)
  #links = 0

  /** `usual` is the view an address need not name. */
  constructor(app: AppState, usual: View) {
    this.#app = app
    this.#usual = usual
  }

  /** Begins to write and to read. */
  follow(): void {
    this.#written = fragmentNow()
    $effect.root(() => {
      $effect(() => this.mark())
      $effect(() => {
        const { view, draft, older, opening } = this.#app
        void [writeView(view, this.#usual), draft.committed, older, opening, this.#unread]
        clearTimeout(this.#timer)
        // a part that does not come is asked for again with the next change
        this.#timer = setTimeout(() => void this.write().catch(() => undefined), rest)
      })
    })
    // a page that has no mark is one that somebody has just made by editing the address: that is heard below
    window.addEventListener('popstate', ({ state }) => state !== null && this.#returned(state as Mark))
    window.addEventListener('hashchange', ({ newURL }) => this.edited(new URL(newURL).hash.replace(/^#/, '')))
  }

  /** Marks the page in the history with the screen; one that was marked with another stays behind as it is. */
  mark(): void {
    const { screen } = this.#app.selection
    const mark = markNow()
    if (mark === null) history.replaceState({ screen } satisfies Mark, '')
    else if (mark.screen !== screen) history.pushState({ screen } satisfies Mark, '')
  }

  /** Goes to the screen of a page that somebody has gone back or forward to. The scenario and what else is looked at stay, and are written there. */
  #returned({ screen }: Mark): void {
    this.#links++
    this.#unread = null
    this.#written = fragmentNow()
    if (screens.includes(screen)) this.#app.selection.screen = screen
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.write().catch(() => undefined), rest)
  }

  /** Writes what is on the screen, unless the address holds what is not on it yet. */
  async write(): Promise<void> {
    const { older, opening, draft } = this.#app
    // what another model made keeps its own address until somebody decides to compute it anew
    if (older || opening) return
    // a link that was not read stays for the page to be loaded again with it, until something is decided in its place
    if (draft.committed === this.#unread) return
    const before = this.#written
    const text = await this.#text()
    // somebody has edited the address and it is about to be read: it is not written over
    if (text === before || before !== this.#written || fragmentNow() !== before) return
    history.replaceState(markNow(), '', text === '' ? location.pathname + location.search : `#${text}`)
    // what was decided has taken the place of the link, also for whoever undoes it
    this.#unread = null
    // as it stands there: a browser that is asked too often leaves it as it was
    this.#written = fragmentNow()
  }

  /** Reads an address that somebody has edited. */
  edited(text: string): void {
    if (text === this.#written) return
    this.#written = text
    if (isLink(text)) return void this.open(text)
    if (!isView(text)) return
    this.#links++
    this.#unread = null
    this.#app.look(readView(text, this.#usual))
    this.mark()
  }

  /** Opens a link; one that cannot be opened leaves the app as it is, with the text and what is wrong with it. */
  async open(fragment: string): Promise<void> {
    const app = this.#app
    const text = `#${fragment}`
    const mine = ++this.#links
    this.#unread = app.draft.committed
    // a link that was left while its parts came is not opened any more
    const wanted = () => mine === this.#links
    const problems = await app.open(text, wanted)
    if (!wanted()) return
    this.mark()
    const lost = problems.includes(unloaded)
    if (!lost) this.#unread = null
    const [first] = problems
    if (!first) return app.notices.dismiss('link')
    const { t, of } = app.language
    const see = () => {
      app.refused = { text, problems }
      app.panels.share = true
    }
    const again = () => void this.open(fragment)
    app.notices.tell({ id: 'link', text: () => t('share.link.refused', { why: of(first.text) }), action: { label: () => t(lost ? 'error.retry' : 'share.link.see'), run: lost ? again : see } })
  }

  /** What the address shows: the view alone, or with a link of the scenario while anything is decided. */
  async #text(): Promise<string> {
    const app = this.#app
    // what was written down about schools is in no link
    if (JSON.stringify(bare(app.draft.committed)) === JSON.stringify(firstDraft(app.services.counties[0]!))) return writeView(app.view, this.#usual)
    const { linkOf } = await import('./share/open.ts')
    return linkOf(app.toShare(), app.viewRecord()).replace(/^#/, '')
  }
}
