import { createHash } from 'node:crypto'
import type { Meta } from '../../src/kernel/command.ts'
import type { OrganizationDeps } from '../../src/organization/deps.ts'
import { importRoster } from '../../src/organization/import-roster.ts'
import type { SheetKey } from '../../src/organization/roster/layout.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { Blobs } from '../../src/store/blobs.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'

/** Blobs in memory. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, bytes)
      return sha256
    },
    get: async (sha256) => kept.get(sha256),
  }
}

/** A directory in which nobody is found, but for those given. */
export function depsOf(found: { readonly [contact: string]: string } = {}): OrganizationDeps {
  return {
    blobs: memoryBlobs(),
    lookUp: async ({ mobiles, emails }) =>
      [...mobiles, ...emails].flatMap((by) => (found[by] === undefined ? [] : [{ by, openId: found[by] }])),
  }
}

export function metaOf(by: string, cause: string, today: Meta['today'] = '2026-03-01'): Meta {
  return { by, inNameOf: by, causes: [cause], at: `${today}T01:00:00.000Z`, today }
}

type Cells = { readonly [column: string]: string }

/** The rows of a sheet, changed; what `change` makes undefined is left out. */
export function editSheet(
  sheets: RosterSheets,
  key: SheetKey,
  change: (cells: Cells, row: number) => Cells | undefined,
): RosterSheets {
  const sheet = sheets[key]
  if (!sheet) throw new Error(`no sheet ${key}`)
  const rows = sheet.rows.flatMap(({ row, cells }) => {
    const changed = change(cells, row)
    return changed ? [{ row, cells: changed }] : []
  })
  return { ...sheets, [key]: { ...sheet, rows } }
}

export function addRow(sheets: RosterSheets, key: SheetKey, cells: Cells): RosterSheets {
  const sheet = sheets[key]
  if (!sheet) throw new Error(`no sheet ${key}`)
  return { ...sheets, [key]: { ...sheet, rows: [...sheet.rows, { row: sheet.rows.length + 2, cells }] } }
}

/** A database with the demonstration university imported. */
export async function demoDatabase(deps: OrganizationDeps): Promise<SqliteDatabase> {
  const db = freshDatabase()
  await importRoster(db, deps, { name: '演示', sheets: demoRoster() }, metaOf('system', 'start:demo'))
  return db
}

/** Imports rows with the operator's right, each under a cause of its own. */
export async function importRows(
  db: SqliteDatabase,
  deps: OrganizationDeps,
  sheets: RosterSheets,
  cause: string,
  today: Meta['today'] = '2026-03-02',
) {
  return importRoster(db, deps, { name: cause, sheets }, metaOf('system', cause, today))
}
