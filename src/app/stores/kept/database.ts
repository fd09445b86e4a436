import { openDB, type IDBPDatabase } from 'idb'

/**
 * A store of this browser, opened when it is first asked for. The browser may take it away: when its memory runs short, when
 * somebody clears what sites keep, or for a newer edition in another tab. Then, and after it could not be opened, whoever asks next
 * opens it again.
 *
 * Another tab with an older edition may hold it: then asking fails, and nothing waits for it, until that tab lets it go.
 */
export function storeOf(name: string, version: number, upgrade: (db: IDBPDatabase, before: number) => void): () => Promise<IDBPDatabase> {
  let opened: Promise<IDBPDatabase> | undefined
  const lost = () => (opened = undefined)
  const open = (): Promise<IDBPDatabase> =>
    new Promise((resolve, reject) => {
      openDB(name, version, {
        upgrade,
        blocked: () => reject(new Error(`${name}: held by an older edition in another tab`)),
        blocking: (_now, _wanted, event) => {
          lost()
          ;(event.target as IDBDatabase).close()
        },
        terminated: lost,
      }).then(
        (db) => {
          // the tab that held it may have been closed meanwhile
          opened = Promise.resolve(db)
          resolve(db)
        },
        (error: unknown) => {
          lost()
          reject(error as Error)
        },
      )
    })
  return () => (opened ??= open())
}
