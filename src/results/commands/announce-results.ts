import * as z from 'zod'
import { command, type Notice } from '../../kernel/command.ts'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { listPeopleInScheme } from '../../policy/queries.ts'
import { listUnitPeople } from '../queries.ts'
import {
  announceResults,
  type ResultsEvent,
  type ResultsRefusal,
  type ResultsState,
} from '../rules/results.ts'
import { resultsId, resultsSubject } from '../subjects.ts'

export type AnnouncementDone = {
  readonly code: 'results-announced'
  readonly units: number
  readonly people: number
}

interface Addressees {
  readonly by: Actor
  readonly ofUnits: readonly { readonly unit: UnitId; readonly person: PersonId }[]
  readonly everyone: readonly PersonId[]
}

/** Each unit gets its own result, everyone in the scheme the list of all (Article 21). */
export const announceCommand = command<
  { year: number },
  ResultsState,
  ResultsEvent,
  ResultsRefusal,
  Addressees,
  AnnouncementDone
>({
  type: 'results.announce',
  payload: z.object({ year: z.int() }),
  on: resultsSubject,
  id: ({ year }) => resultsId(year),
  context: async (db, _, meta) => ({
    by: await getActor(db, meta),
    ofUnits: await listUnitPeople(db, meta.today),
    everyone: await listPeopleInScheme(db, meta.today),
  }),
  decide: (state, _, { by }, meta) => announceResults(state, by, meta.at),
  tell: ({ payload: { year }, after, version, context: { ofUnits, everyone } }) => {
    const units = new Set(after.status === 'announced' ? after.results.map((one) => one.unit) : [])
    const own = ofUnits.filter(({ unit }) => units.has(unit))
    return {
      notices: [
        ...own.map(({ unit, person }) => ownNotice(year, unit, version, person)),
        ...everyone.map((person) => listNotice(year, version, person)),
      ],
      // The year can be closed now: its phases are on the office's card.
      touches: [`year:${year}`],
      answer: {
        done: { code: 'results-announced', units: units.size, people: everyone.length },
        show: { name: 'results-gate', params: { year } },
      },
    }
  },
  onRefusal: ({ code }, { year }) =>
    code === 'announced-results' ? { name: 'results-gate', params: { year } } : undefined,
})

const ownNotice = (year: Year, unit: UnitId, version: number, to: PersonId): Notice => ({
  to,
  view: { name: 'result', params: { year, unit } },
  about: resultsId(year),
  key: `result:${year}:${unit}:${version}:${to}`,
})

const listNotice = (year: Year, version: number, to: PersonId): Notice => ({
  to,
  view: { name: 'result-list', params: { year } },
  about: resultsId(year),
  key: `result-list:${year}:${version}:${to}`,
})
