/** How a chapter's situations are written. */
import type { Command } from '../../../src/kernel/command.ts'
import type { PersonId } from '../../../src/kernel/ids.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { giveDelegates, seatEverybody } from '../cast.ts'
import type { Situation } from '../cells.ts'
import type { Chapter } from '../deed.ts'

/** What a chapter's situations have in common. */
export interface Common extends Pick<Situation, 'db' | 'at' | 'byRight' | 'byPhase'> {
  readonly commands: readonly Command[]
}

export type Situations = ReadonlyMap<string, () => Promise<Situation>>

/** The deed of that name, in this state. */
export function situation(
  { deeds }: Chapter,
  name: string,
  { commands, ...common }: Common,
  unit: Situation['unit'],
  payload: Situation['payload'],
  author?: PersonId,
): Situation {
  const type = deeds[name]?.command
  const command = commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type} for ${name}`)
  return { ...common, command, unit, payload, ...(author !== undefined && { author }) }
}

/** Everybody takes a seat, each with delegates of every sort. `authors`: those of the world who made something, beside the seated. */
export function everybodyIn(db: SqliteDatabase, authors: readonly PersonId[] = []): SqliteDatabase {
  seatEverybody(db)
  giveDelegates(db, authors)
  return db
}

/** Made when it is first asked for, and the same for all who ask. */
export function once<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | undefined
  return () => {
    made ??= make()
    return made
  }
}
