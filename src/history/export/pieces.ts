/** Long lists read piece by piece, so that others have their turn in between. */
import type { Database } from '../../store/database.ts'
import { listStates } from '../queries.ts'
import { pause } from '../walk.ts'

/** Rows in the order of `key`, so many at a time. */
export async function* byKey<Row>(
  read: (after: string) => Promise<readonly Row[]>,
  key: (row: Row) => string,
  size: number,
): AsyncGenerator<readonly Row[]> {
  for (let after = ''; ; ) {
    const rows = await read(after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    after = key(last)
    await pause()
  }
}

export interface ReadState<State> {
  readonly id: string
  readonly state: State
}

/** States of all subjects whose ids begin with these characters; those of an assessment are large. */
export async function* statesOf<State, Row>(
  db: Database,
  prefix: string,
  rowsOf: (read: ReadState<State>) => readonly Row[],
): AsyncGenerator<readonly Row[]> {
  const size = 20
  for await (const states of byKey(
    (after) => listStates(db, prefix, after, size),
    ({ id }) => id,
    size,
  )) {
    // The kernel wrote each document from the evolve of its kind.
    yield states.flatMap(({ id, state }) => rowsOf({ id, state: JSON.parse(state) as State }))
  }
}
