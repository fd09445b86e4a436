/** A message that stays until it is answered. */
export interface Notice {
  readonly id: string
  readonly text: () => string
  readonly action?: { readonly label: () => string; readonly run: () => void }
  /** One of several to take instead: by id, each as it is called. */
  readonly choice?: { readonly chosen: () => string; readonly options: () => readonly (readonly [id: string, text: string])[]; readonly choose: (id: string) => void }
  /** What the button that only takes the message away says; usually that it was understood. */
  readonly later?: () => string
  /** Whether it still holds; always, unless said. What its action would undo may no longer be the last step. */
  readonly holds?: () => boolean
}

/** Milliseconds for which something that asks for no answer stays on the screen. */
const toldFor = 8000

/** What the app has to say besides its pictures. */
export class Notices {
  list = $state.raw<readonly Notice[]>([])
  readonly #told = new Set<string>()

  /** Says something, with at most one thing to do about it; a newer notice of one id takes the place of the older. */
  tell(notice: Notice): void {
    this.list = [...this.list.filter((one) => one.id !== notice.id), notice]
  }

  /** Says something the first time only. */
  tellFirst(notice: Notice): void {
    if (this.#told.has(notice.id)) return
    this.#told.add(notice.id)
    this.tell(notice)
  }

  /** Says something the first time only, for a while: it asks for no answer. */
  tellOnce(id: string, text: () => string): void {
    if (this.#told.has(id)) return
    this.tellFirst({ id, text })
    setTimeout(() => this.dismiss(id), toldFor)
  }

  dismiss(id: string): void {
    this.list = this.list.filter((one) => one.id !== id)
  }
}
