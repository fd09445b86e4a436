import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** Top of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Files under some folders whose names end in one of the endings, as paths from the top with forward slashes, sorted. */
export function filesUnder(folders: readonly string[], endings: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .sort()
}

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The script of a file: all of it, or what stands in the script elements of a Svelte component. */
export function scriptOf(file: string): string {
  if (!file.endsWith('.svelte')) return textOf(file)
  return [...textOf(file).matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
}

/** What a file imports: paths from the top for its own files, names for packages. Types and dynamic imports included. */
export function importsOf(file: string): string[] {
  return ts.preProcessFile(scriptOf(file), true, true).importedFiles.map(({ fileName }) => {
    const name = fileName.replace(/\?.*$/, '')
    return name.startsWith('.') ? relative(root, resolve(join(root, dirname(file)), name)).split(sep).join(posix.sep) : name
  })
}

/** What a file’s module loads together with itself, of its own files: no types, no dynamic imports. */
export function importsAtOnce(file: string): string[] {
  const statements = syntaxOf(file).statements.flatMap((one) => {
    if (ts.isImportDeclaration(one)) {
      const names = one.importClause?.namedBindings
      const typesOnly = one.importClause?.isTypeOnly || (names && ts.isNamedImports(names) && !one.importClause?.name && names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly))
      return typesOnly ? [] : [one.moduleSpecifier]
    }
    return ts.isExportDeclaration(one) && !one.isTypeOnly && one.moduleSpecifier ? [one.moduleSpecifier] : []
  })
  return statements
    .map((one) => (one as ts.StringLiteral).text.replace(/\?.*$/, ''))
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, resolve(join(root, dirname(file)), name)).split(sep).join(posix.sep))
}

/** The syntax tree of a file’s script. */
export const syntaxOf = (file: string): ts.SourceFile => ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.ES2023, true)

/** Calls `visit` for every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** Where a node stands, as `file:line`. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile()
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
