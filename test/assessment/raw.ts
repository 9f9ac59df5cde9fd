import type { SqliteDatabase } from '../../src/store/sqlite.ts'

/** Rows as they are. */
export const raw = (db: SqliteDatabase, sql: string): readonly object[] => db.raw(sql) as object[]
