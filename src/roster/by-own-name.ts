/** A record that knows its own names only: asked for `constructor`, as a file or a flag may say, it has none. */
export const byOwnName = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.assign(Object.create(null) as Record<string, T>, all)
